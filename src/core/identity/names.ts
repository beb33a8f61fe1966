// What names a person in a touch, each in one spelling. Masked values are no names: they identify nobody.
import { isAutomated } from "../journey/automated.ts";
import { whoOf } from "../journey/who.ts";
import type { Touch } from "../model.ts";
import { freeMailDomains } from "./free-mail.ts";
import type { Name } from "./visitor.ts";

/** Reads values as people and systems write them (src/sources/touches/name-readers.ts); undefined for what is none or masked. */
export type NameReaders = {
  /** A whole address in lower case. */
  email(text: string): string | undefined;
  /** E.164 where the country can be told, else the digits. */
  phone(text: string): string | undefined;
  /** The registrable domain of an address or a host, such as acme.co.uk. */
  domain(text: string): string | undefined;
};

/** An id longer than this is no id. */
const longestId = 200;

/** Every name of a touch, the strongest first. What a machine did names nobody. */
export function namesIn(touch: Touch, readers: NameReaders): Name[] {
  if (isAutomated(touch)) return [];
  const { email, phone, externalIds, domain } = whoOf(touch);
  const address = email ?? addressIn(touch.anonymousId);
  return [
    name("contact", touch.contactId),
    name("email", address && readers.email(address)),
    ...Object.entries(isObject(externalIds) ? externalIds : {})
      .map(([kind, id]) => name(kind, id))
      .filter((one) => one && (isLearned(one) || isAccountName(one))),
    name("visitor", touch.props.previousId),
    name("phone", typeof phone === "string" && readers.phone(phone)),
    name("domain", domainOf(readers, address ?? domain)),
  ].filter((one) => one !== undefined);
}

/** Whether somebody is learned to be called this by what else they are called: ids of people in other systems. */
export function isLearned({ kind }: Name): boolean {
  return isPersonId(kind) || kind === "visitor";
}

/** What names an account: its domain, or its id in another system. */
export function isAccountName({ kind }: Name): boolean {
  return kind === "domain" || /\.(company|account|organi[sz]ation)$/.test(kind);
}

/** Kinds without a system are a company's own, such as `user`. Deals, tickets and campaigns are nobody. */
const personKinds =
  /\.(contact|lead|user|person|member|customer|invitee|subscriber|visitor|token|sha256|profile)$/;

function isPersonId(kind: string): boolean {
  const isOwn = !kind.includes(".") && !["contact", "email", "phone", "domain"].includes(kind);
  return (isOwn && kind !== "visitor") || personKinds.test(kind);
}

/** The account's domain in an address; never that of a mail service, which says nothing about where somebody works. */
function domainOf(readers: NameReaders, text: unknown): string | undefined {
  const domain = typeof text === "string" ? readers.domain(text) : undefined;
  return domain && !freeMailDomains.has(domain) ? domain : undefined;
}

/** Files name people by their address alone. */
function addressIn(key: string | null): string | undefined {
  return key?.includes("@") ? key.replace(/^email:/, "") : undefined;
}

function name(kind: string, value: unknown): Name | undefined {
  if (typeof value !== "string" || value === "" || value.length > longestId) return undefined;
  return { kind, value };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
