// Precision and recall of understood updates, field by field: a value counts when it equals the expected one.
import type { Workdays } from "../../core/people/working-time.ts";
import { readUpdate } from "../../core/pipeline/reading/read-update.ts";
import type { Understood, UpdateContext } from "../../core/pipeline/reading/understood.ts";
import { type Judged, type Rates, toRates } from "../rates.ts";
import type { Expected, UpdateCase } from "./cases.ts";

type Field = keyof Expected;
/** What a text says, by field. */
export type Values = Partial<Record<Field, string | number | boolean | undefined>>;

/** One value that differs; absent where one side has none. */
export type Miss = {
  id: string;
  field: Field;
  expected?: Values[Field];
  got?: Values[Field];
  text: string;
};

/** A file's score: totals are over all values of all fields. */
export type UpdatesScore = Rates & {
  cases: number;
  byField: Partial<Record<Field, Rates>>;
  byLang: Record<string, Rates>;
  misses: Miss[];
};

type Compared = Judged & { field: Field; lang: string };

/** Reads every case and compares. */
export function scoreUpdates(cases: readonly UpdateCase[], workdays: Workdays): UpdatesScore {
  const read = cases.map((each) => ({
    each,
    got: toValues(readUpdate(each.text, toContext(each, workdays))),
  }));
  const compared = read.flatMap(({ each, got }) => compare(each, got));
  return {
    cases: cases.length,
    ...toRates(compared),
    byField: group(compared, ({ field }) => field),
    byLang: group(compared, ({ lang }) => lang) as Record<string, Rates>,
    misses: read.flatMap(({ each, got }) => missesOf(each, got)),
  };
}

function missesOf(each: UpdateCase, got: Values): Miss[] {
  const { id, text, expected } = each;
  return compare(each, got)
    .filter(({ hit }) => !hit)
    .map(({ field }) => {
      const [wanted, said] = [expected[field], got[field]];
      const sides = { expected: wanted, got: said };
      return { id, field, text, ...dropAbsent(sides) };
    });
}

function dropAbsent<T extends object>(sides: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  const kept = Object.entries(sides).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof T]?: NonNullable<T[Key]> };
}

function toContext(
  { now, timeZone, deals, recentDealId }: UpdateCase,
  workdays: Workdays,
): UpdateContext {
  return { now, timeZone, deals, workdays, recentDealId };
}

function toValues({ deal, facts }: Understood): Values {
  const values = Object.fromEntries(
    Object.entries(facts).map(([name, { value }]) => [name, value]),
  );
  return deal.kind === "one" ? { dealId: deal.id, ...values } : values;
}

function compare({ expected, lang }: UpdateCase, got: Values): Compared[] {
  return compareValues(expected, got).map((judged) => ({ ...judged, lang }));
}

/** Every field that either side has. */
export function compareValues(expected: Values, got: Values): (Judged & { field: Field })[] {
  const fields = new Set([...Object.keys(expected), ...Object.keys(got)]) as Set<Field>;
  return [...fields].map((field) => {
    const [wanted, said] = [expected[field], got[field]];
    const isBoth = wanted !== undefined && said !== undefined;
    return {
      field,
      said: said !== undefined,
      expected: wanted !== undefined,
      hit: isBoth && isSame(wanted, said),
    };
  });
}

/** Names are the same whatever their case. */
function isSame(a: string | number | boolean, b: string | number | boolean): boolean {
  return String(a).toLowerCase().trim() === String(b).toLowerCase().trim();
}

function group(rows: readonly Compared[], keyOf: (row: Compared) => string): Record<string, Rates> {
  const keys = [...new Set(rows.map(keyOf))].sort();
  return Object.fromEntries(
    keys.map((key) => [key, toRates(rows.filter((row) => keyOf(row) === key))]),
  );
}
