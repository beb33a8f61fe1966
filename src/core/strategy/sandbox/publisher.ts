// Who may publish weights, rules and strategies: a manager who answered the six questions, or published before there were any.
import type { Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { type QuestionId, questionIds } from "./questions.ts";

/** How often a question was answered, and whether rightly in the end. */
export type Given = { tries: number; isRight: boolean };

/** One manager's answers; the id is the person's. */
export type Publisher = {
  id: string;
  answers: Partial<Record<QuestionId, Given>>;
  /** When the last of the six was answered rightly. */
  passedAt: number | null;
  updatedAt: number;
};

/** What is on record of whoever published something, ever. */
const publications = ["weights.published", "rule.on", "strategy.published"] as const;

type Read = Pick<Reader, "publishers" | "audits">;

/** Whether nothing stands before this manager's next publication: the questions come before the first one alone. */
export async function isReady(read: Read, { id }: Pick<Person, "id">): Promise<boolean> {
  const known = await read.publishers.get(id);
  if (known?.passedAt != null) return true;
  return (await read.audits.count({ actorId: id, action: publications })) > 0;
}

/** The questions that are still to be answered rightly, in their order. */
export function openQuestions(known: Publisher | undefined): QuestionId[] {
  return questionIds.filter((id) => known?.answers[id]?.isRight !== true);
}

/** A publisher who answered everything, as sample managers have. */
export function readyPublisher(personId: string, at: number): Publisher {
  const right: Given = { tries: 1, isRight: true };
  const answers = Object.fromEntries(questionIds.map((id) => [id, right]));
  return { id: personId, answers, passedAt: at, updatedAt: at };
}
