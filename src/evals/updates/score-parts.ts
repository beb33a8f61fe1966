// Updates about two deals or more: whether a text is taken apart as it should be, and what is read of each part.
import type { Workdays } from "../../core/people/working-time.ts";
import { readUpdate } from "../../core/pipeline/reading/read-update.ts";
import { splitUpdate } from "../../core/pipeline/reading/split-update.ts";
import { type Judged, type Rates, toRates } from "../rates.ts";
import type { PartsCase } from "./cases.ts";
import { compareValues, type Values } from "./score.ts";

/** `split`: of texts taken apart, by whether they should have been, with the same deals in the same order. */
export type PartsScore = {
  cases: number;
  split: Rates;
  /** Over the values of all parts; those of a text that was not taken apart count as missed. */
  values: Rates;
  byLang: Record<string, { split: Rates; values: Rates }>;
  misses: { id: string; text: string; expected: string[]; got: string[] }[];
};

type Compared = {
  lang: string;
  split: Judged;
  values: Judged[];
};

/** Takes every case apart and compares. */
export function scoreParts(cases: readonly PartsCase[], workdays: Workdays): PartsScore {
  const read = cases.map((each) => ({ each, got: partsOf(each, workdays) }));
  const compared = read.map(({ each, got }) => compare(each, got));
  const languages = [...new Set(compared.map(({ lang }) => lang))].sort();
  return {
    cases: cases.length,
    ...totals(compared),
    byLang: Object.fromEntries(
      languages.map((lang) => [lang, totals(compared.filter((each) => each.lang === lang))]),
    ),
    misses: read.flatMap(({ each, got }) => {
      const [expected, said] = [each.expected.parts.map(toLine), got.map(toLine)];
      const isHit = expected.join() === said.join();
      return isHit ? [] : [{ id: each.id, text: each.text, expected, got: said }];
    }),
  };
}

function partsOf({ text, now, timeZone, deals }: PartsCase, workdays: Workdays): Values[] {
  const context = { now, timeZone, deals, workdays };
  return splitUpdate(text, context).map((part) => {
    const own = deals.filter(({ id }) => id === part.dealId);
    const { facts } = readUpdate(part.text, { ...context, deals: own });
    const values = Object.entries(facts).map(([field, { value }]) => [field, value]);
    return { dealId: part.dealId, ...Object.fromEntries(values) };
  });
}

function compare({ lang, expected: { parts } }: PartsCase, got: readonly Values[]): Compared {
  const isSame =
    parts.map(({ dealId }) => dealId).join() === got.map(({ dealId }) => dealId).join();
  const split = { said: got.length > 0, expected: parts.length > 0, hit: got.length > 0 && isSame };
  const ids = new Set([...parts, ...got].map(({ dealId }) => dealId));
  const values = [...ids].flatMap((id) =>
    compareValues(
      parts.find(({ dealId }) => dealId === id) ?? {},
      got.find(({ dealId }) => dealId === id) ?? {},
    ),
  );
  return { lang, split, values };
}

function totals(compared: readonly Compared[]): { split: Rates; values: Rates } {
  return {
    split: toRates(compared.map(({ split }) => split)),
    values: toRates(compared.flatMap(({ values }) => values)),
  };
}

function toLine(values: Values): string {
  const sorted = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([field, value]) => `${field}=${String(value).toLowerCase()}`).join(" ");
}
