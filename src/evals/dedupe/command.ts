// `eval dedupe`: which records are one, found without a label and scored against true ids.
import { type Command, InvalidArgumentError } from "commander";
import type { Terminal } from "../../cli.ts";
import type { Interval } from "../../core/statistics/interval.ts";
import type { DedupeReport, EvaluateOptions } from "./evaluate.ts";

/** Adds the words and options of `eval dedupe`. */
export function addDedupeEval(parent: Command, terminal: Terminal): void {
  parent
    .command("dedupe")
    .description("finding records that are one, against true ids and two baselines")
    .option("--data <dir>", "CSV files with true ids", "../shared/data/entity_dedupe")
    .option("--records <number>", "generated customers for the time it takes", toCount, 100_000)
    .option("--json", "print one JSON object")
    .action(async ({ json, ...options }: Omit<EvaluateOptions, "note"> & { json?: boolean }) => {
      const { evaluateDedupe } = await import("./evaluate.ts");
      const report = await evaluateDedupe({ ...options, note: terminal.note });
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

function toCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= fewestRecords) return count;
  throw new InvalidArgumentError(`a whole number from ${fewestRecords}`);
}

/** With fewer there is nothing to time. */
const fewestRecords = 100;

function toLines({ sets, scale, notes }: DedupeReport): string[] {
  return [
    ...Object.entries(sets).flatMap(([name, set]) => [
      `${name}: ${set.records} records, ${set.pairsCompared} of ${set.allPairs} pairs compared`,
      `  ours     ${figures(set)}`,
      `  held out ${figures(set.heldOut)}`,
      `  same ${set.baselines.exactKey.column}: ${figures(set.baselines.exactKey)}`,
      `  words    ${figures(set.baselines.jaccard)}`,
    ]),
    `${scale.records} customers in ${scale.seconds} s, ${scale.pairs} pairs compared`,
    ...notes,
  ];
}

type Figures = { precision: Interval; recall: Interval; f1: Interval };

const figures = ({ precision, recall, f1 }: Figures) =>
  `precision ${share(precision)}  recall ${share(recall)}  F1 ${share(f1)}`;
const share = ({ value, low, high }: Interval) =>
  `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
