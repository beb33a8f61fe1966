// A customer who asks to be forgotten: what they did, how they were called, and their name wherever it was told.
import { NotFound, Refused } from "../../errors.ts";
import { aliasesOf } from "../../identity/touches-of.ts";
import type { Contact } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { textsFor } from "../../text/texts.ts";
import { operator } from "../actor.ts";
import { auditPrivacy } from "./audit.ts";
import type { Forgetting } from "./forget-person.ts";

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
  const { store, personal, events } = services;
  const contact = await store.read.contacts.get(contactId);
  if (!contact) throw new NotFound("contact.unknown", `No contact here has the id ${contactId}.`);
  const mark = contactId.slice(-markLetters);
  const as = textsFor(contact.language === "zh" ? "zh" : "en").privacy.formerContact({ mark });
  const aliases = await aliasesOf(store.read, [contactId]);
  const contactIds = [...aliases.contacts.keys()];
  const visitorIds = [...aliases.visitors.keys()];
  const called = await store.read.customerIdentities.find({ visitorId: visitorIds });
  const touches = await events.forget({ contactIds, visitorIds });
  await strip(services, contact, as);
  const people = [contact, ...(await mergedOnes(store.read, contactIds))];
  const names = [
    ...people.flatMap(namesOf),
    ...visitorIds,
    ...called.map(({ value }) => value),
  ].filter(isTelling(as));
  await personal.eraseContact({ contactIds, visitorIds, names, as });
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

type Named = Partial<Pick<Contact, "name" | "email" | "phone">>;

/** Contacts that are part of these by a merge that stands, as they were. */
async function mergedOnes(read: Pick<Reader, "merges">, contactIds: string[]): Promise<Named[]> {
  const merges = await read.merges.find({ kind: "contact", mergedId: contactIds });
  return merges
    .filter(({ undoneAt }) => undoneAt === null)
    .map(({ before }) => before.merged ?? {});
}

function namesOf({ name, email, phone }: Named): string[] {
  return [name, email, phone].filter((one) => typeof one === "string");
}

/** One letter names nobody. */
const isTelling = (as: string) => (name: string) => name.length > 1 && name !== as;
