// A back-test as the command prints it: figures, where they come from, and what to bear in mind.
import { type Backtest, backtest, modelNames } from "../../../core/leads/backtest/backtest.ts";
import type { Interval } from "../../../core/statistics/interval.ts";
import { en } from "../../../core/text/en.ts";
import {
  type History,
  type HistoryOptions,
  readHistory,
} from "../../../sources/import/history/read-history.ts";
import { notesOf } from "./notes.ts";

export type BacktestReport = {
  data: Omit<History, "cases"> & Backtest["data"] & { outcomesDated: boolean };
  split: { by: "time"; at: string; train: number; test: number; embargoed: number } | null;
  /** With 95 % bootstrap intervals; null where there was too little to compute them. */
  models: NonNullable<Backtest["found"]>["models"] | null;
  /** Log-loss that fit saves per lead; above 0 is better. */
  logLossGain: NonNullable<Backtest["found"]>["gain"] | null;
  calibration: NonNullable<Backtest["found"]>["calibration"] | null;
  policy: NonNullable<Backtest["found"]>["policy"] | null;
  factors: NonNullable<Backtest["found"]>["factors"] | null;
  verdict: { code: Backtest["verdict"]["code"]; reason: string; text: string };
  notes: string[];
};

/** Reads a history and judges it. Throws Refused where the files are no history. */
export async function runBacktest(options: HistoryOptions): Promise<BacktestReport> {
  const { cases, ...history } = await readHistory(options);
  const result = backtest(cases);
  const { data, isDated, split, found, verdict } = result;
  return {
    data: { ...history, ...data, outcomesDated: isDated },
    split: split && { ...split, by: "time", at: new Date(split.at).toISOString() },
    models: found?.models ?? null,
    logLossGain: found?.gain ?? null,
    calibration: found?.calibration ?? null,
    policy: found?.policy ?? null,
    factors: found?.factors ?? null,
    verdict: { ...verdict, text: sayVerdict(result) },
    notes: notesOf(history, result),
  };
}

function sayVerdict({ verdict, found }: Backtest): string {
  const { value, low, high } = found?.gain.lead_only ?? { value: 0, low: 0, high: 0 };
  const [saved, from, to] = [value, low, high].map((each) => each.toFixed(4)) as [
    string,
    string,
    string,
  ];
  return en.weights.verdicts[verdict.reason]({ value: saved, low: from, high: to });
}

/** A report as lines for a terminal. */
export function toLines({
  data,
  split,
  models,
  logLossGain,
  policy,
  verdict,
  ...rest
}: BacktestReport): string[] {
  const lines = [
    `${data.files.join(", ")}: ${data.cases} ${data.kind}, ${data.decided} decided (${data.won} won), ${data.reps} reps`,
  ];
  if (split)
    lines.push(
      `learnt on ${split.train} before ${split.at.slice(0, 10)}, judged on ${split.test} after`,
    );
  if (models) {
    for (const name of modelNames)
      lines.push(
        `  ${name.padEnd(14)} AUC ${say(models[name].auc)}  log-loss ${say(models[name].logLoss)}`,
      );
  }
  if (logLossGain) lines.push(`  fit over lead_only: log-loss gain ${say(logLossGain.lead_only)}`);
  if (rest.calibration) lines.push(`  calibration error of fit ${rest.calibration.fit.ece}`);
  if (policy)
    lines.push(
      `  win rate under fit ${say(policy.winRate)}, as it was ${say(policy.actual)}; effective sample ${policy.effectiveSampleSize}, ${policy.clipped} clipped`,
    );
  return [...lines, ...rest.notes, verdict.text];
}

const say = ({ value, low, high }: Interval) =>
  `${value.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`;
