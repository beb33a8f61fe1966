// Does the path of a case tell how it will end, how early, and better than simple things do? Split by time, cut off before
// the outcome, with intervals.
import { Refused } from "../../core/errors.ts";
import {
  backtestSlipping,
  type EndedHistory,
  type SlippingBacktest,
} from "../../core/journey/slipping/backtest-slipping.ts";
import { toVisits } from "../../core/journey/slipping/rhythm.ts";
import { fewest, type Judged, judgeAt, type Landmark, mean4 } from "./judge-landmarks.ts";
import { notesOf } from "./notes.ts";
import type { OutcomeNames } from "./outcome-names.ts";
import { learnJudge } from "./path-scores.ts";
import { type EventLogFile, type LogCase, readLog } from "./read-log.ts";

export type PathsReport = {
  name: "paths";
  data: {
    file: string;
    cases: number;
    approved: number;
    declined: number;
    cancelled: number;
    openCases: number;
    unreadRows: number;
    from: string;
    to: string;
  };
  /** Events that are the outcome: cut off with everything after them. */
  outcomes: OutcomeNames;
  leakage: {
    /** Events in the same second as the outcome, which are cut off too. */
    droppedAtOutcome: Record<string, number>;
    /** What is left and came in cases of one outcome only, with in how many. */
    onlyOneOutcome: Record<string, { approved: number; declined: number }>;
  };
  split: SplitReport | null;
  /** With every case that began before the split, even if it was decided after: more to learn from, less honest. */
  looserSplit: SplitReport | null;
  slipping: SlippingBacktest | null;
  verdict: "ok" | "one_class" | "thin";
  notes: string[];
};

export type SplitReport = {
  at: string;
  learntOn: { approved: number; declined: number };
  judgedOn: { approved: number; declined: number };
  model: { order: number; bitsByOrder: number[]; bitsPerEvent: number };
  byEvents: Judged[];
  byTime: Judged[];
};

export type EvaluateOptions = {
  data: string;
  approved?: string[];
  declined?: string[];
  note: (line: string) => void;
};

const learntShare = 0.7;
const eventCounts = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50];
const hourCounts = [1, 6, 24, 72, 168, 336, 504, 720];
const day = (at: number) => new Date(at).toISOString();

/** Reads a log and judges it. Throws Refused where it is no log. */
export async function evaluatePaths({
  data,
  note,
  ...given
}: EvaluateOptions): Promise<PathsReport> {
  const log = await readLog(data, given);
  const two = log.cases.filter(
    ({ outcome, events }) => outcome !== "cancelled" && events.length > 0,
  );
  const verdict = verdictOf(two);
  const splitAt = two[Math.floor(two.length * learntShare)]?.beganAt ?? 0;
  note(`${log.cases.length} cases, split at ${splitAt === 0 ? "nowhere" : day(splitAt)}`);
  const begun = (one: LogCase) => one.beganAt < splitAt;
  const judging = two.filter((one) => one.beganAt >= splitAt);
  const isOk = verdict === "ok";
  const split = isOk
    ? await judgeSplit(
        two.filter((one) => one.decidedAt < splitAt),
        { judging, splitAt },
      )
    : null;
  const looserSplit = isOk ? await judgeSplit(two.filter(begun), { judging, splitAt }) : null;
  const report = {
    ...{ name: "paths" as const, data: dataOf(data, log), outcomes: log.outcomes },
    leakage: { droppedAtOutcome: log.droppedAtOutcome, onlyOneOutcome: onlyOneOutcome(two) },
    ...{ split, looserSplit, slipping: slippingOf(log.cases), verdict },
  };
  return { ...report, notes: notesOf(report) };
}

function verdictOf(cases: readonly LogCase[]): PathsReport["verdict"] {
  const declined = cases.filter(({ outcome }) => outcome === "declined").length;
  if (declined === 0 || declined === cases.length) return "one_class";
  return Math.min(declined, cases.length - declined) < 4 * fewest ? "thin" : "ok";
}

const countOf = (cases: readonly LogCase[]) => {
  const declined = cases.filter(({ outcome }) => outcome === "declined").length;
  return { approved: cases.length - declined, declined };
};

async function judgeSplit(
  learning: readonly LogCase[],
  { judging, splitAt }: { judging: readonly LogCase[]; splitAt: number },
): Promise<SplitReport> {
  const judge = await learnJudge(learning);
  const parts = { learning, judging, judge };
  const judgeAll = (landmarks: Landmark[]) =>
    landmarks.flatMap((landmark) => judgeAt(landmark, parts) ?? []);
  return {
    ...{ at: day(splitAt), learntOn: countOf(learning), judgedOn: countOf(judging) },
    model: {
      order: judge.order,
      bitsByOrder: judge.bitsByOrder.map((bits) => mean4([bits])),
      bitsPerEvent: mean4(judging.flatMap((one) => judge.bitsOf(one))),
    },
    byEvents: judgeAll(eventCounts.map((events) => ({ events }))),
    byTime: judgeAll(hourCounts.map((hours) => ({ hours }))),
  };
}

function dataOf(file: string, { cases, leftOut }: EventLogFile): PathsReport["data"] {
  const count = (outcome: LogCase["outcome"]) =>
    cases.filter((one) => one.outcome === outcome).length;
  return {
    ...{ file, cases: cases.length, approved: count("approved"), declined: count("declined") },
    ...{ cancelled: count("cancelled"), openCases: leftOut.openCases, unreadRows: leftOut.rows },
    from: day(cases[0]?.beganAt ?? 0),
    to: day(cases.reduce((last, { decidedAt }) => Math.max(last, decidedAt), 0)),
  };
}

function onlyOneOutcome(cases: readonly LogCase[]) {
  const found = new Map<string, { approved: number; declined: number }>();
  for (const { outcome, events } of cases) {
    if (outcome === "cancelled") continue;
    for (const name of new Set(events.map((event) => event.name))) {
      const counts = found.get(name) ?? { approved: 0, declined: 0 };
      counts[outcome] += 1;
      found.set(name, counts);
    }
  }
  return Object.fromEntries(
    [...found].filter(([, { approved, declined }]) => approved === 0 || declined === 0),
  );
}

/** Customers who let it lapse against those who went through with it: the silence alarm on the same log. */
function slippingOf(cases: readonly LogCase[]): SlippingBacktest | null {
  const histories = cases
    .filter(({ outcome }) => outcome !== "declined")
    .map(
      ({ events, decidedAt, outcome }): EndedHistory => ({
        visits: toVisits(events.map(({ at }) => at)),
        ...{ endsAt: decidedAt, segment: null, lost: outcome === "cancelled" },
      }),
    );
  return histories.some(({ lost }) => lost) ? backtestSlipping(histories) : null;
}

/** Names given on the command line, as a list. */
export function toNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  if (names.some((name) => name === "")) {
    throw new Refused("eval.outcomes", `Give names of events separated by commas, not "${text}".`);
  }
  return names;
}
