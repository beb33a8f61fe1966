// Runs the reader over the shipped questions: is the query exactly the one that was meant, or rightly none.
import { join } from "node:path";
import { z } from "zod";
import { querySchema } from "../../core/ask/query.ts";
import { readQuestion } from "../../core/ask/reading/read-question.ts";
import type { Vocabulary } from "../../core/ask/vocabulary.ts";
import { languages } from "../../core/model.ts";
import { canonical } from "../../core/strategy/claim.ts";
import { readCases } from "../json-lines.ts";
import { type Rates, toRates } from "../rates.ts";
import { sampleVocabulary } from "./sample-vocabulary.ts";

/** The Monday on which every question is asked. */
const askedOn = "2026-11-23";

/**
 * `dev`: what the reader was written for. `held`: written beside them, before the reader, and not looked at since.
 * `fresh`: written after it in other words, scored, and left alone.
 */
const splits = ["dev", "held", "fresh"] as const;

const caseSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  lang: z.enum(languages),
  /** Somebody else's file has no parts: all its misses are shown. */
  split: z.enum(splits).default("dev"),
  text: z.string().min(1),
  /** null: it cannot be answered, and must not be. */
  query: querySchema.nullable(),
});
type Case = z.infer<typeof caseSchema>;

type Miss = { id: string; text: string; expected: unknown; got: unknown };
/** Misses are those of `dev`: whoever mends the others has none left. `wrong`: answered, but not what was meant. */
export type AskReport = Rates & {
  questions: number;
  wrong: number;
  byLanguage: Record<string, Rates>;
  bySplit: Record<string, Rates>;
  misses: Miss[];
};

/** The score of a file of questions; without one, of the shipped ones. */
export async function evaluateAsk(file?: string): Promise<AskReport> {
  const folder = join(import.meta.dirname, "cases");
  const shipped = ["questions", "fresh"].flatMap((name) =>
    languages.map((language) => join(folder, `${name}.${language}.jsonl`)),
  );
  const files = file ? [file] : shipped;
  const shape = { schema: caseSchema, fields: "id, lang, split?, text, query" };
  const cases = (await Promise.all(files.map((path) => readCases(path, shape)))).flat();
  const vocabulary = sampleVocabulary();
  const judged = cases.map((one) => judge(one, vocabulary));
  const rates = (of: typeof judged) => toRates(of.map(({ judgement }) => judgement));
  const ratesBy = (names: readonly string[], key: "lang" | "split") =>
    Object.fromEntries(
      names.map((name) => [name, rates(judged.filter(({ one }) => one[key] === name))]),
    );
  return {
    ...{ questions: cases.length, ...rates(judged) },
    wrong: judged.filter(({ judgement }) => judgement.said && !judgement.hit).length,
    byLanguage: ratesBy(languages, "lang"),
    bySplit: ratesBy(splits, "split"),
    misses: judged.flatMap(({ one, got, isRight }) =>
      isRight || one.split !== "dev"
        ? []
        : [{ id: one.id, text: one.text, expected: one.query, got }],
    ),
  };
}

function judge(one: Case, vocabulary: Vocabulary) {
  const read = readQuestion(one.text, { today: askedOn, vocabulary });
  const got = "query" in read ? read.query : null;
  const isRight = canonical(got) === canonical(one.query);
  const judgement = {
    said: got !== null,
    expected: one.query !== null,
    hit: isRight && got !== null,
  };
  return { one, got: got ?? read, isRight, judgement };
}
