// The six questions before a first publication: two on data, two on what models can and cannot do, two on fairness.

/** What may be answered; the words are in text/{en,zh}/sandbox.ts. */
export type OptionId = "a" | "b" | "c";

/** The right answer of each. */
const right = {
  few_cases: "b",
  who_was_chosen: "a",
  whose_number: "c",
  what_fit_says: "b",
  whose_skills: "c",
  who_loses: "a",
} as const satisfies Record<string, OptionId>;
export type QuestionId = keyof typeof right;

/** In the order they are asked. */
export const questionIds = Object.keys(right) as QuestionId[];

/** Whether an answer is right. */
export function isRight(id: QuestionId, answer: string): boolean {
  return right[id] === answer;
}
