// Runs the reader over a file of cases, or over the shipped ones with both halves apart.
import { join } from "node:path";
import { createCalendar } from "../../calendar.ts";
import type { Workdays } from "../../core/people/working-time.ts";
import { type LineShape, readCases } from "../json-lines.ts";
import { partsLine, updateLine } from "./cases.ts";
import { scoreUpdates, type UpdatesScore } from "./score.ts";
import { type PartsScore, scoreParts } from "./score-parts.ts";

/**
 * Cases the reader was developed on, those by somebody who never saw it, and four later sets that were measured once
 * before the reader was mended by them (docs/updates.md).
 */
const splits = {
  dev: ["dev.en", "dev.zh"],
  heldOut: ["held-out.en", "held-out.zh"],
  second: ["second.zh"],
  third: ["third.en", "third.zh"],
  fourth: ["fourth.en", "fourth.zh", "fourth.mixed"],
  fifth: ["fifth.en", "fifth.zh"],
} as const;
type Split = keyof typeof splits;

const folder = join(import.meta.dirname, "cases");

/** Of the shipped cases each part has its own totals by field; held-out misses are never shown. */
export type UpdatesReport = UpdatesScore & {
  split?: Record<Split, Omit<UpdatesScore, "misses">>;
  /** Texts about several deals, half of them held out. */
  severalDeals?: Record<"dev" | "heldOut", Omit<PartsScore, "misses">> & {
    misses: PartsScore["misses"];
  };
};

/** The score of a file; without one, of the shipped cases. */
export async function evaluateUpdates(file?: string): Promise<UpdatesReport> {
  const calendar = createCalendar();
  if (file) return scoreUpdates(await readCases(file, updateLine), calendar);
  const names = Object.keys(splits) as Split[];
  const cases = await Promise.all(names.map(readSplit));
  const parts = cases.map((part) => scoreUpdates(part, calendar));
  const totals = parts.map(({ misses: _, ...part }, index) => [names[index], part]);
  return {
    ...scoreUpdates(cases.flat(), calendar),
    // Whoever reads the held-out misses and mends them has no held-out cases left.
    misses: parts.flatMap(({ misses }, index) => (names[index] === "heldOut" ? [] : misses)),
    split: Object.fromEntries(totals),
    severalDeals: await evaluateSeveral(calendar),
  };
}

async function evaluateSeveral(
  workdays: Workdays,
): Promise<NonNullable<UpdatesReport["severalDeals"]>> {
  const scoreHalf = async (half: string) =>
    scoreParts(await readFiles([`${half}.en`, `${half}.zh`], partsLine), workdays);
  const { misses, ...dev } = await scoreHalf("two-deals.dev");
  const { misses: _unseen, ...heldOut } = await scoreHalf("two-deals.held-out");
  return { dev, heldOut, misses };
}

/** The cases of one part. */
export const readSplit = (name: Split) => readFiles(splits[name], updateLine);

async function readFiles<Line>(names: readonly string[], shape: LineShape<Line>): Promise<Line[]> {
  const files = names.map((name) => readCases(join(folder, `${name}.jsonl`), shape));
  return (await Promise.all(files)).flat();
}
