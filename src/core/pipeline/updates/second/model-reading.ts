// What a model may say an update states, and how much of that is believed: only what stands on words of the text.
import { z } from "zod";
import { budgetStatuses, stages } from "../../../model.ts";
import { lossReasons, nextSteps, sentiments } from "../../reading/understood.ts";
import { type UpdateField, type UpdateValues, updateFields } from "../stored.ts";

/** Facts that are read at all; an update states a dozen at most. */
const mostFacts = 40;
const longestQuote = 400;

const factSchema = z.object({
  field: z.enum(updateFields),
  value: z.union([z.string(), z.number(), z.boolean()]),
  /** The words of the text it stands on, letter by letter. */
  quote: z.string(),
});

/** A model's answer. `deal`: the number of the deal in what it was given; a fact that is none is left out alone. */
export const modelReadingSchema = z.object({
  deal: z.number().nullable().catch(null),
  facts: z.array(factSchema.nullable().catch(null)),
});
export type ModelReading = z.output<typeof modelReadingSchema>;

/** Values with the words that each stands on. */
export type Grounded = { values: UpdateValues; words: { [Field in UpdateField]?: string } };

/** The facts whose words are in the text and whose value can be one; a field told in two ways is none. */
export function groundReading(
  { facts }: Pick<ModelReading, "facts">,
  { text, today }: { text: string; today: string },
): Grounded {
  const said = flatten(text);
  const kept = facts.slice(0, mostFacts).flatMap((fact) => {
    if (!fact || !isQuoted(fact.quote, said)) return [];
    const value = readers[fact.field](fact.value, { said, today });
    return value === undefined ? [] : [{ ...fact, quote: fact.quote.trim(), value }];
  });
  const sure = kept.filter(({ field, value }) =>
    kept.every((other) => other.field !== field || other.value === value),
  );
  return {
    values: Object.fromEntries(sure.map(({ field, value }) => [field, value])) as UpdateValues,
    words: Object.fromEntries(sure.map(({ field, quote }) => [field, quote])),
  };
}

/** One width, one case, one space: how a quote may differ from the text it is taken from. */
const flatten = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();

function isQuoted(quote: string, said: string): boolean {
  const words = flatten(quote);
  return /[\p{L}\p{N}]/u.test(words) && words.length <= longestQuote && said.includes(words);
}

type Place = { said: string; today: string };
type Value = string | number | boolean;
type ReadValue = (value: Value, place: Place) => Value | undefined;

const oneOf =
  (known: readonly string[]): ReadValue =>
  (value) =>
    typeof value === "string" && known.includes(value) ? value : undefined;

/** A planned day, which does not lie in the past. */
const day: ReadValue = (value, { today }) => {
  const text = String(value);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  return isDay && text >= today ? text : undefined;
};

/** A name is written as the rep wrote it. */
const name: ReadValue = (value, { said }) => {
  const text = String(value).trim();
  return text.length > 1 && text.length <= 80 && said.includes(flatten(text)) ? text : undefined;
};

const readers: Record<UpdateField, ReadValue> = {
  stage: oneOf(stages),
  amount: (value) =>
    typeof value === "number" && Number.isFinite(value) && value > 0 ? value : undefined,
  currency: (value) => (/^[A-Z]{3}$/.test(String(value)) ? String(value) : undefined),
  budgetStatus: oneOf(budgetStatuses),
  decisionMaker: name,
  competitor: name,
  nextStep: oneOf(nextSteps),
  nextStepDate: day,
  closeDate: day,
  lossReason: oneOf(lossReasons),
  sentiment: oneOf(sentiments),
  risk: (value) => (typeof value === "boolean" ? value : undefined),
};
