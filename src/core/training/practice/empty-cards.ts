// When there is nothing to practise with: no playbook in the language, or the playbooks are still being read.
import { type Card, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { buttonsOn } from "./buttons.ts";

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

/** The same question, to ask again in a moment. */
export function readingCard(unit: Unit, person: Person, words: string): Card {
  const { practice, chat } = readingOf(person).texts;
  const key = `practice.reading:${unit.newId("message")}`;
  const button = buttonsOn(unit, { person, cardKey: key });
  const asked = `${chat.help.examples.practice ?? ""} ${words}`.trim();
  const again = button("ask", practice.askAgain, { params: { text: asked } });
  return {
    ...{ key, title: practice.reading, tone: "info", summary: practice.reading },
    blocks: [{ t: "actions", actions: [again] }],
  };
}
