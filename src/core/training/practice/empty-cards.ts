// When there is nothing to practise with: no playbook in the language.
import { type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";

/** No scenario in this person's language. */
export function noneCard(unit: Unit, person: Person): Card {
  const { none } = readingOf(person).texts.practice;
  const key = `practice.none:${unit.newId("message")}`;
  const body = [text(none.body)];
  return {
    ...{ key, title: none.title, tone: "warn", summary: none.title },
    blocks: [{ t: "text", text: body }],
  };
}
