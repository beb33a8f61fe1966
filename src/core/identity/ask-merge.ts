// "merge Wang Li with Li Wang": somebody says that two of their contacts are one.
import type { Contact, Person } from "../model.ts";
import { openSubjects } from "../pipeline/subjects.ts";
import type { Reader, Store } from "../ports.ts";
import { toNameKey } from "../records/names.ts";
import { readingOf } from "../text/format.ts";
import { type Effect, sayOnly } from "../use-case.ts";
import { mergeProposalCard } from "./propose-merge.ts";

/** Shows the proposal with its buttons; the first named is kept. */
export async function askMerge(
  { store }: { store: Store },
  person: Person,
  words: string,
): Promise<Effect> {
  const { customers } = readingOf(person).texts;
  const [first = "", second = ""] = words.split(/\s+(?:with|and|into)\s+|\s*[和与跟]\s*|\s*&\s*/i);
  if (!first || !second) return sayOnly(customers.mergeWhom);
  const contacts = await ownContacts(store.read, person);
  const kept = contacts.find((contact) => isCalled(contact, first));
  const merged = contacts.find((contact) => isCalled(contact, second) && contact.id !== kept?.id);
  if (!kept || !merged) return sayOnly(customers.mergeOne({ name: kept ? second : first }));
  return async (unit) => {
    const reasons = [{ code: "said", params: { name: person.name } }];
    const proposal = { kind: "contact", keptId: kept.id, mergedId: merged.id, reasons } as const;
    const card = await mergeProposalCard(unit, person, { ...proposal, evenIfApart: true });
    if (!card) return { toast: customers.mergeGone };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** Those of a person's contacts that go by this name, or have this address. */
export async function contactsCalled(
  read: Reader,
  person: Person,
  words: string,
): Promise<Contact[]> {
  const all = new Map((await ownContacts(read, person)).map((one) => [one.id, one]));
  return [...all.values()].filter((contact) => isCalled(contact, words));
}

/** The contacts of a person's open leads and deals, and everybody at their accounts. */
async function ownContacts(read: Reader, person: Person): Promise<Contact[]> {
  const subjects = await openSubjects(read, person);
  const contactIds = [...new Set(subjects.flatMap(({ contactId }) => contactId ?? []))];
  const accountIds = [...new Set(subjects.flatMap(({ accountId }) => accountId ?? []))];
  const named = await read.contacts.find({ id: contactIds });
  const others = await read.contacts.find({ accountId: accountIds });
  return [...named, ...others];
}

function isCalled({ name, email }: Contact, words: string): boolean {
  const wanted = toNameKey(words);
  return toNameKey(name ?? "") === wanted || (email ?? "") === words.trim().toLowerCase();
}
