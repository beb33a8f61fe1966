// `eval scorer`: does the score of a talk agree with people and with how it ended, and where does it not?
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import type { Interval } from "../../core/statistics/interval.ts";
import type { Agreement, LabelRow } from "./agreement.ts";
import type { ScorerReport } from "./evaluate.ts";
import type { OwnSets } from "./own-sets.ts";

/** Adds the words and options of `eval scorer`. */
export function addScorerEval(parent: Command, terminal: Terminal): void {
  parent
    .command("scorer")
    .description("the score of a talk against people's labels and its outcome")
    .option(
      "--data <file>",
      "dialogues as JSON lines; PersuasionForGood's held-out half by default",
    )
    .option("--json", "print one JSON object")
    .action(async ({ json, ...options }: { data?: string; json?: boolean }) => {
      const { evaluateScorer } = await import("./evaluate.ts");
      const report = await evaluateScorer(options);
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

function toLines({ data, dialogues, agreement, tunedHalf, own }: ScorerReport): string[] {
  return [
    `${dialogues.length} dialogues of ${data}`,
    ...toAgreementLines(agreement),
    ...(tunedHalf ? ["the half it was tuned on:", ...toAgreementLines(tunedHalf)] : []),
    ...(own ? toOwnLines(own) : []),
  ];
}

function toAgreementLines({ testRetest, outcome, labels, macroF1, unmapped }: Agreement): string[] {
  const same = testRetest.identical ? "the same" : "NOT the same";
  const correlations = outcome
    ? Object.entries(outcome).flatMap(([name, value]) =>
        typeof value === "number" ? [] : [`  outcome ~ ${name}: ${interval(value)}`],
      )
    : [];
  return [
    `scored twice: ${same}`,
    ...correlations,
    ...Object.entries(labels).map(toLabelLine),
    ...(macroF1 ? [`  mean f1 ${macroF1.ours}, plain words ${macroF1.baseline}`] : []),
    ...(unmapped.length > 0 ? [`  labels we have none for: ${unmapped.join(", ")}`] : []),
  ];
}

function toOwnLines({ blindBreaches, tuned, "held-out": heldOut }: OwnSets): string[] {
  return [
    "our own sentences, tuned / held out:",
    `  Chinese labels: mean f1 ${tuned.chinese.macroF1?.ours} / ${heldOut.chinese.macroF1?.ours}, plain words ${tuned.chinese.macroF1?.baseline} / ${heldOut.chinese.macroF1?.baseline}`,
    ...Object.entries(heldOut.feelings).map(
      ([language, { lines, right, plain }]) =>
        `  feelings in ${language}, held out: ${right} of ${lines}, plain words ${plain}`,
    ),
    ...Object.entries(blindBreaches).map(
      ([language, { breaches, found, harmless, falseAlarms, plain }]) =>
        `  breaches in ${language}, blind: ${found} of ${breaches}, ${falseAlarms} false of ${harmless}; plain words ${plain.found}, ${plain.falseAlarms} false`,
    ),
  ];
}

function toLabelLine([label, { precision, recall, f1, support, baseline }]: [
  string,
  LabelRow,
]): string {
  return `  ${label.padEnd(24)} p ${precision} r ${recall} f1 ${f1}  plain ${baseline.f1}  n ${support}`;
}

const interval = ({ value, low, high }: Interval) => `${value} [${low}, ${high}]`;
