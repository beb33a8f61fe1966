// "update" alone: a form in which one sentence is enough.
import type { Card, Field } from "../../../card.ts";
import type { Person } from "../../../model.ts";
import { readingOf } from "../../../text/format.ts";
import type { Effect } from "../../../use-case.ts";
import type { OpenDeal } from "../deals.ts";
import { dealField } from "../update-form.ts";

/** Asks what happened, and with which deal where the words will not say. */
export function askUpdate(person: Person, deals: readonly OpenDeal[]): Effect {
  return async (unit) => {
    const reading = readingOf(person);
    const { form } = reading.texts.updates;
    const key = `update_form:${unit.newId("message")}`;
    const action = "update.say";
    const ref = unit.arm({ action, params: {}, personId: person.id, cardKey: key });
    const fields: Field[] = [
      { kind: "multiline", name: "text", label: form.words, hint: form.hint, required: true },
      { ...dealField(deals, reading), required: false },
    ];
    const submit = { id: action, label: form.submit, ref, style: "primary" } as const;
    const card: Card = {
      ...{ key, title: form.title, tone: "info", summary: form.title },
      blocks: [{ t: "form", id: "update", fields, submit }],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}
