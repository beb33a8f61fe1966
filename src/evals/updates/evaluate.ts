// Runs the reader over a file of cases, or over the shipped ones with both halves apart.
import { join } from "node:path";
import { createCalendar } from "../../calendar.ts";
import { readCases } from "../json-lines.ts";
import type { Rates } from "../rates.ts";
import { updateLine } from "./cases.ts";
import { scoreUpdates, type UpdatesScore } from "./score.ts";

/** Cases the reader was developed on, and those by somebody who never saw it. */
const splits = { dev: "dev", heldOut: "held-out" } as const;
const folder = join(import.meta.dirname, "cases");

/** Of the shipped cases each half has its own totals by field; the misses shown are those of `dev` alone. */
export type UpdatesReport = UpdatesScore & {
  split?: Record<keyof typeof splits, Omit<UpdatesScore, "misses">>;
};

/** The score of a file; without one, of the shipped cases. */
export async function evaluateUpdates(file?: string): Promise<UpdatesReport> {
  const calendar = createCalendar();
  if (file) return scoreUpdates(await readCases(file, updateLine), calendar);
  const [dev, heldOut] = await Promise.all([readSplit("dev"), readSplit("heldOut")]);
  const all = scoreUpdates([...dev, ...heldOut], calendar);
  const { misses, ...onDev } = scoreUpdates(dev, calendar);
  const { misses: _unseen, ...onHeldOut } = scoreUpdates(heldOut, calendar);
  // Whoever reads the held-out misses and mends them has no held-out cases left.
  return { ...all, misses, split: { dev: onDev, heldOut: onHeldOut } };
}

async function readSplit(name: keyof typeof splits) {
  const files = ["en", "zh"].map((language) => join(folder, `${splits[name]}.${language}.jsonl`));
  return (await Promise.all(files.map((file) => readCases(file, updateLine)))).flat();
}

/** The totals of one half, for tests that hold a floor under it. */
export async function scoreSplit(name: keyof typeof splits): Promise<Rates> {
  return scoreUpdates(await readSplit(name), createCalendar());
}
