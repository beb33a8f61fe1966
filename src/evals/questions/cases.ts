// Questions as reps put them to a customer of a scenario, each with what answers it: read from lines of JSON.
import { z } from "zod";
import { languages } from "../../core/model.ts";

const text = z.string().trim().min(1);
const questionCase = z.object({
  lang: z.enum(languages),
  scenario: text,
  asks: text,
  /** What the customer would say that answers it, word for word as its scenario has it; none: nothing does. */
  answers: z.array(text),
  /** What is no answer, and yet nothing that a listener would find odd. */
  passes: z.array(text).default([]),
});

/** One question, with what answers it. */
export type QuestionCase = z.infer<typeof questionCase>;

/** What a line of a file of cases is. */
export const questionLine = {
  schema: questionCase,
  fields: "lang, scenario, asks, answers, passes",
};
