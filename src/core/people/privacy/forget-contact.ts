// A customer who asks to be forgotten: what they did, how they were called, and their name wherever it was told.
import { NotFound, Refused } from "../../errors.ts";
import { aliasesOf } from "../../identity/touches-of.ts";
import type { Contact } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { textsFor } from "../../text/texts.ts";
import { operator } from "../actor.ts";
import { auditPrivacy } from "./audit.ts";
import type { Forgetting } from "./forget-person.ts";
import type { ErasingContact } from "./services.ts";

/** The part of the log of touches that can forget. */
export type ForgettingLog = {
  forget(whose: { contactIds: string[]; visitorIds: string[] }): Promise<number>;
};

/** Letters that tell one forgotten customer from another. */
const markLetters = 4;

/**
 * Leaves a row without anything personal, so that leads and deals still point at somebody. A connected CRM is not
 * written to: it has its own way to forget. Throws NotFound. Doing it again finds nothing.
 */
export async function forgetContact(
  services: Forgetting & { events: ForgettingLog },
  contactId: string,
): Promise<{ id: string; touches: number }> {
  const { store, personal } = services;
  const contact = await store.read.contacts.get(contactId);
  if (!contact) throw new NotFound("contact.unknown", `No contact here has the id ${contactId}.`);
  const mark = markOf(contactId);
  const as = textsFor(contact.language === "zh" ? "zh" : "en").privacy.formerContact({ mark });
  const aliases = await aliasesOf(store.read, [contactId]);
  const contactIds = [...aliases.contacts.keys()];
  const visitorIds = [...aliases.visitors.keys()];
  await noteAll(services, { contactId, contactIds, visitorIds });
  const people = [contact, ...(await mergedOnes(store.read, contactIds))];
  await strip(services, contact, as);
  const names = people.flatMap(namesOf);
  const touches = await eraseCustomer(services, { contactIds, visitorIds, names, as });
  const detail = { touches };
  await store.write((unit) =>
    auditPrivacy(unit, {
      ...{ kind: "contact", personId: contactId, action: "contact.forget", detail },
      ...{ actorId: null, via: "cli" },
    }),
  );
  await personal.compact();
  return { id: contactId, touches };
}

/** Which forgotten customer it was, for people who knew them. */
export function markOf(contactId: string): string {
  return contactId.slice(-markLetters);
}

type Named = Pick<ErasingContact, "contactIds" | "visitorIds">;

/** One entry each for those who were merged: in a backup of before they are contacts of their own. */
async function noteAll(
  { personal, clock }: Forgetting,
  { contactId, contactIds, visitorIds }: Named & { contactId: string },
): Promise<void> {
  const at = clock();
  for (const id of contactIds.filter((one) => one !== contactId)) {
    await personal.noteForgotten({ kind: "contact", id, at });
  }
  await personal.noteForgotten({ kind: "contact", id: contactId, at, visitorIds });
}

/** What a customer did, how they were called, and their name in every sentence; how many touches that were. */
export async function eraseCustomer(
  { store, personal, events }: Forgetting & { events: ForgettingLog },
  { contactIds, visitorIds, names, as }: ErasingContact,
): Promise<number> {
  const called = await store.read.customerIdentities.find({ visitorId: visitorIds });
  const all = [...names, ...visitorIds, ...called.map(({ value }) => value)].filter(isTelling(as));
  const touches = await events.forget({ contactIds, visitorIds });
  await personal.eraseContact({ contactIds, visitorIds, names: all, as });
  return touches;
}

async function strip({ store, gate }: Forgetting, { id }: Contact, name: string): Promise<void> {
  const bare = { title: null, email: null, phone: null, language: null };
  const [refusal] = await store.write((unit) =>
    gate.apply(unit, {
      // As from a file, which no CRM is told of.
      ...{ by: operator, via: "import", source: "forgotten", reason: "forgotten" },
      changes: [{ kind: "contact", id, set: { name, ...bare } }],
    }),
  );
  if (refusal) throw new Refused("contact.forget", refusal.message);
}

type Called = Partial<Pick<Contact, "name" | "email" | "phone">>;

/** Contacts that are part of these by a merge that stands, as they were. */
async function mergedOnes(read: Pick<Reader, "merges">, contactIds: string[]): Promise<Called[]> {
  const merges = await read.merges.find({ kind: "contact", mergedId: contactIds });
  return merges
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ before }) => before.merged ?? {});
}

function namesOf({ name, email, phone }: Called): string[] {
  return [name, email, phone].filter((one) => typeof one === "string");
}

/** One letter names nobody. */
const isTelling = (as: string) => (name: string) => name.length > 1 && name !== as;
