// Does fit foretell wins? Learnt on the earlier part of a history, judged on the later one, with intervals.
import { groupBy } from "../../group-by.ts";
import { bootstrap, round4 } from "../../statistics/bootstrap.ts";
import type { Interval } from "../../statistics/interval.ts";
import { sigmoid } from "../../statistics/logistic.ts";
import { type FitModel, fitAndJudge } from "./fit-model.ts";
import {
  type Case,
  type Decided,
  type LeftOut,
  prepare,
  type Split,
  splitByTime,
} from "./history.ts";
import { type Calibration, calibrationOf, createAuc, lossesOf, meanOf } from "./measures.ts";
import { clipAt, type PolicyTerms, weighPolicy } from "./policy.ts";

export const modelNames = ["fit", "lead_only", "rep_base_rate", "round_robin"] as const;
export type ModelName = (typeof modelNames)[number];

/** Why there is no evidence, or that there is. */
export type VerdictReason =
  | "gain_above_zero"
  | "gain_not_above_zero"
  | "too_few"
  | "one_outcome"
  | "one_rep"
  | "no_later_part";

export type Verdict = { code: "evidence" | "no_evidence"; reason: VerdictReason };

export type Found = {
  models: Record<ModelName, { auc: Interval; logLoss: Interval }>;
  /** Log-loss saved by fit, per lead; above 0 is better. */
  gain: Record<Exclude<ModelName, "fit">, Interval>;
  calibration: Record<"fit" | "lead_only", Calibration>;
  policy: Policy;
  factors: FitModel["coefficients"];
  /** Later leads that were judged; fewer than the split's when there were too many to look at each. */
  judged: number;
};

export type Policy = {
  /** What would have been won, had fit decided. */
  winRate: Interval;
  /** What was won. */
  actual: Interval;
  difference: Interval;
  effectiveSampleSize: number;
  matched: number;
  clipped: number;
  clipAt: number;
  routedBy: string | null;
  /** Whether the estimate rests on enough leads to be read at all. */
  isReadable: boolean;
};

export type Backtest = {
  data: {
    cases: number;
    decided: number;
    won: number;
    lost: number;
    reps: number;
    leftOut: LeftOut;
  };
  isDated: boolean;
  split: { at: number; train: number; test: number; embargoed: number } | null;
  /** Null where there is too little to compute anything. */
  found: Found | null;
  verdict: Verdict;
};

/** Decided leads below which nothing is concluded: the same at which weights begin to learn. */
export const leastDecided = 200;
/** Wins and losses needed in each part. */
const leastEach = 10;
/** Below this the inverse-propensity estimate is a handful of leads. */
const leastEffective = 30;

/** Judges a history. Never throws for what the history lacks: the verdict says it. */
export function backtest(cases: readonly Case[]): Backtest {
  const prepared = prepare(cases);
  const { decided, leftOut, isDated } = prepared;
  const won = decided.filter((each) => each.won).length;
  const reps = new Set(decided.map(({ repId }) => repId)).size;
  const data = {
    cases: cases.length,
    decided: decided.length,
    won,
    lost: decided.length - won,
    reps,
    leftOut,
  };
  const split = splitByTime(prepared);
  const { train, test, embargoed, at } = split;
  const common = {
    ...{ data, isDated },
    split: decided.length > 0 ? { at, train: train.length, test: test.length, embargoed } : null,
  };
  const missing = whatIsMissing(data, split);
  if (missing) return { ...common, found: null, verdict: { code: "no_evidence", reason: missing } };
  const found = judge(fitAndJudge(split, prepared), split);
  return { ...common, found, verdict: toVerdict(found.gain.lead_only) };
}

function whatIsMissing(
  { decided, won, lost, reps }: Backtest["data"],
  { train, test }: Split,
): VerdictReason | null {
  if (decided > 0 && (won === 0 || lost === 0)) return "one_outcome";
  if (decided < leastDecided) return "too_few";
  if (reps < 2) return "one_rep";
  const hasBoth = (part: readonly Decided[]) =>
    [true, false].every((is) => part.filter((each) => each.won === is).length >= leastEach);
  return hasBoth(train) && hasBoth(test) ? null : "no_later_part";
}

/** "Evidence" means that the whole interval of the gain over the lead alone lies above 0. */
function toVerdict({ low }: Interval): Verdict {
  return low > 0
    ? { code: "evidence", reason: "gain_above_zero" }
    : { code: "no_evidence", reason: "gain_not_above_zero" };
}

function judge({ tests, coefficients }: FitModel, { train }: Split): Found {
  const won = tests.map(({ lead }) => lead.won);
  const chances = chancesOf(tests, train);
  const losses = mapModels((name) => lossesOf(chances[name], won));
  const aucs = mapModels((name) => createAuc(chances[name], won));
  const terms = weighPolicy(tests, train);
  const outcomes = Float64Array.from(won, Number);
  const all = bootstrap(groupsOf(tests.map(({ lead }) => lead)), (times) => {
    const lossOf = mapModels((name) => meanOf(losses[name], times));
    const actual = meanOf(outcomes, times);
    const winRate = weightedRate(terms.weights, outcomes, times);
    return {
      ...prefixed(
        "auc",
        mapModels((name) => aucs[name](times)),
      ),
      ...prefixed("loss", lossOf),
      ...prefixed(
        "gain",
        mapModels((name) => lossOf[name] - lossOf.fit),
      ),
      ...{ actual, winRate, difference: winRate - actual },
    };
  });
  return {
    models: mapModels((name) => ({ auc: all[`auc ${name}`], logLoss: all[`loss ${name}`] })),
    gain: {
      lead_only: all["gain lead_only"],
      rep_base_rate: all["gain rep_base_rate"],
      round_robin: all["gain round_robin"],
    },
    calibration: {
      fit: calibrationOf(chances.fit, won),
      lead_only: calibrationOf(chances.lead_only, won),
    },
    policy: toPolicy(terms, all),
    factors: coefficients.map(({ factor, logOdds }) => ({ factor, logOdds: round4(logOdds) })),
    judged: tests.length,
  };
}

/** Round robin knows neither lead nor rep; a rep's base rate counts ten leads of the team's beside their own. */
function chancesOf(
  tests: FitModel["tests"],
  train: readonly Decided[],
): Record<ModelName, Float64Array> {
  const base = train.filter(({ won }) => won).length / train.length;
  const byRep = groupBy(train, ({ repId }) => repId);
  const rateOf = (repId: string) => {
    const mine = byRep.get(repId) ?? [];
    return (mine.filter(({ won }) => won).length + 10 * base) / (mine.length + 10);
  };
  return {
    fit: Float64Array.from(tests, ({ own, added, lead }) =>
      sigmoid(own + (added.get(lead.repId) ?? 0)),
    ),
    lead_only: Float64Array.from(tests, ({ own }) => sigmoid(own)),
    rep_base_rate: Float64Array.from(tests, ({ lead }) => rateOf(lead.repId)),
    round_robin: new Float64Array(tests.length).fill(base),
  };
}

/** Leads of one customer are not independent; where few customers return, each lead stands alone. */
function groupsOf(leads: readonly Decided[]): string[] {
  const accounts = new Set(leads.map(({ labels }) => labels.account));
  const isGrouped = accounts.size >= 40 && accounts.size < leads.length;
  return leads.map(({ id, labels }, index) =>
    isGrouped && labels.account !== undefined ? `account ${labels.account}` : `${index} ${id}`,
  );
}

/** Self-normalised: the weights sum to 1 (Swaminathan and Joachims, NeurIPS 2015). */
function weightedRate(
  weights: Float64Array,
  outcomes: Float64Array,
  times: ArrayLike<number>,
): number {
  let [sum, count] = [0, 0];
  for (let at = 0; at < weights.length; at += 1) {
    const weight = (weights[at] as number) * (times[at] as number);
    sum += weight * (outcomes[at] as number);
    count += weight;
  }
  return sum / count;
}

type PolicyFigures = Record<"winRate" | "actual" | "difference", Interval>;

function toPolicy(
  { matched, clipped, effectiveSampleSize, routedBy }: PolicyTerms,
  { winRate, actual, difference }: PolicyFigures,
): Policy {
  return {
    ...{ winRate, actual, difference, matched, clipped, clipAt, routedBy },
    effectiveSampleSize: Math.round(effectiveSampleSize * 10) / 10,
    isReadable: effectiveSampleSize >= leastEffective,
  };
}

function mapModels<Value>(make: (name: ModelName) => Value): Record<ModelName, Value> {
  return Object.fromEntries(modelNames.map((name) => [name, make(name)])) as Record<
    ModelName,
    Value
  >;
}

function prefixed<Prefix extends string>(prefix: Prefix, figures: Record<ModelName, number>) {
  return Object.fromEntries(
    modelNames.map((name) => [`${prefix} ${name}`, figures[name]]),
  ) as Record<`${Prefix} ${ModelName}`, number>;
}
