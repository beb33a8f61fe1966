// "split Wang Li": somebody says that part of a contact is another person; a form asks which part, who, and why.
import { note, sentence } from "../../blocks.ts";
import type { Block, Card, Field, FormBlock } from "../../card.ts";
import { askWhich } from "../../customers/ask-which.ts";
import type { Contact, Person } from "../../model.ts";
import type { Store, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../../use-case.ts";
import { contactsCalled } from "../ask-merge.ts";
import { nameOf } from "../labels.ts";
import { mayMerge } from "../may-merge.ts";
import { knownBy } from "./known-by.ts";

type Services = { store: Store };

/** By name; several of one name: asks which. */
export async function askSplit(
  { store }: Services,
  person: Person,
  words: string,
): Promise<Effect> {
  const { split } = readingOf(person).texts;
  if (!words) return sayOnly(split.whom);
  const found = await contactsCalled(store.read, person, words);
  const [first, second] = found;
  if (!first) return sayOnly(split.unknown({ name: words }));
  if (!second) return showForm(person, first.id);
  const choices = found.map((one) => ({
    label: [nameOf(one), one.title, one.email].filter(Boolean).join(" · "),
    params: { contactId: one.id },
  }));
  return askWhich(person, { name: words, action: "contact.split", choices });
}

/** The button beside what a contact is known by. */
export function openSplit({ person, params }: Ask): Effect {
  return showForm(person, params.contactId ?? "");
}

function showForm(person: Person, contactId: string): Effect {
  return async (unit) => {
    const { split, customers } = readingOf(person).texts;
    const contact = await unit.contacts.get(contactId);
    if (!contact) return { toast: customers.mergeGone };
    if (!(await mayMerge(unit, person, { kind: "contact", ids: [contactId] })))
      return { toast: split.forbidden };
    unit.post({ to: person.id, card: await formCard(unit, person, contact) });
    return {};
  };
}

async function formCard(unit: Unit, person: Person, contact: Contact): Promise<Card> {
  const reading = readingOf(person);
  const { split } = reading.texts;
  const key = `split:${unit.newId("message")}`;
  const title = split.title({ name: nameOf(contact) });
  const all = await knownBy(unit, contact, reading);
  const known = JSON.stringify(all.map((one) => one.known));
  const action = "contact.split.submit";
  const params = { contactId: contact.id, known };
  const ref = unit.arm({ action, params, personId: person.id, cardKey: key });
  // Keys of visitors are longer than an option may be: the button carries them, the list their places.
  const options = all.map(({ label }, index) => ({ value: String(index), label }));
  const fields: Field[] = [
    { kind: "multiselect", name: "theirs", label: split.theirs, options, required: true },
    { kind: "text", name: "name", label: split.name, required: true },
    { kind: "multiline", name: "reason", label: split.reason, required: true },
  ];
  const submit = { id: action, label: split.submit, ref, style: "primary" } as const;
  const form: FormBlock = { t: "form", id: "split", fields, submit };
  const context: Block = note(split.stays);
  const blocks = all.length > 0 ? [form, context] : [sentence(split.nothing)];
  return { key, title, tone: "info", summary: split.summary, blocks };
}
