// Somebody asks before the library is read, some seconds after a start: told so once, and answered when it is.
import type { Card } from "../card.ts";
import type { Person } from "../model.ts";
import { readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";

/** Answers what was asked while the library was being read. */
export const lateAnswerJob = "library.answer";

/** `words`: what followed "say" or "practice". */
export type LateAnswer = { personId: string; asked: "say" | "practice"; words: string };

/** "One moment", and the answer by a job of its own. */
export function oneMoment(person: Person, { asked, words }: Omit<LateAnswer, "personId">): Effect {
  return async (unit) => {
    const id = unit.newId("message");
    const payload: LateAnswer = { personId: person.id, asked, words };
    unit.schedule({ kind: lateAnswerJob, key: `${lateAnswerJob}:${id}`, payload });
    const { building } = readingOf(person).texts.scripts;
    unit.post({ to: person.id, card: plainCard(`library.moment:${id}`, building) });
    return {};
  };
}

/** A card that is one sentence. */
export function plainCard(key: string, title: string): Card {
  return { key, title, tone: "info", summary: title, blocks: [] };
}
