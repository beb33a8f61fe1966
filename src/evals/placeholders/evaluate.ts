// How well placeholders are told from real values: on a file of cases, or on the shipped ones with both halves apart.
import { join } from "node:path";
import { groupBy } from "../../core/group-by.ts";
import { findPlaceholder } from "../../core/pipeline/checks/placeholder.ts";
import { readCases } from "../json-lines.ts";
import { type Judged, type Rates, toRates } from "../rates.ts";
import { type PlaceholderCase, placeholderLine } from "./cases.ts";

/** Cases the detector was developed on, and those by somebody who never saw it. */
const splits = { dev: "dev", heldOut: "held-out" } as const;
const folder = join(import.meta.dirname, "cases");

type Miss = { id: string; field: string; value: string; expected: boolean };
type Score = Rates & {
  cases: number;
  byField: Record<string, Rates>;
  byLang: Record<string, Rates>;
  misses: Miss[];
};

/** Of the shipped cases each half has its own totals; the misses shown are those of `dev` alone. */
export type PlaceholdersReport = Score & {
  split?: Record<keyof typeof splits, Omit<Score, "misses">>;
};

/** The score of a file; without one, of the shipped cases. */
export async function evaluatePlaceholders(file?: string): Promise<PlaceholdersReport> {
  if (file) return score(await readCases(file, placeholderLine));
  const [dev, heldOut] = await Promise.all([readSplit("dev"), readSplit("heldOut")]);
  const { misses, ...onDev } = score(dev);
  const { misses: _unseen, ...onHeldOut } = score(heldOut);
  // Whoever reads the held-out misses and mends them has no held-out cases left.
  return { ...score([...dev, ...heldOut]), misses, split: { dev: onDev, heldOut: onHeldOut } };
}

async function readSplit(name: keyof typeof splits): Promise<PlaceholderCase[]> {
  const files = ["en", "zh"].map((language) => join(folder, `${splits[name]}.${language}.jsonl`));
  return (await Promise.all(files.map((file) => readCases(file, placeholderLine)))).flat();
}

function score(cases: readonly PlaceholderCase[]): Score {
  const judged = cases.map(judge);
  const by = (key: (one: PlaceholderCase) => string) =>
    Object.fromEntries(
      [...groupBy(judged, ({ case: one }) => key(one))].map(([name, own]) => [name, toRates(own)]),
    );
  return {
    ...{ cases: cases.length, ...toRates(judged) },
    byField: by(({ field }) => field),
    byLang: by(({ lang }) => lang ?? "unknown"),
    misses: judged
      .filter(({ said, expected }) => expected !== said)
      .map(({ case: { id, field, value, expected } }) => ({ id, field, value, expected })),
  };
}

function judge(one: PlaceholderCase): Judged & { case: PlaceholderCase } {
  const said = findPlaceholder(one) !== undefined;
  return { case: one, said, expected: one.expected, hit: said && one.expected };
}
