// The test of claims on invented teams: false "supported", coverage of the interval, power, and what a plain comparison
// would have said. Seeded: the same runs give the same figures.
import { Refused } from "../../core/errors.ts";
import { type Share, shareOf } from "../../core/statistics/shares.ts";
import { hasFigures, type Judgement, judge } from "../../core/strategy/testing/judge.ts";
import { type Tested, testClaim } from "../../core/strategy/testing/test-claim.ts";
import { evaluateLater, type LaterReport } from "./later.ts";
import { type History, type Scenario, simulate, usual, windowDays } from "./simulate.ts";

/** What was found in one kind of invented team. */
export type ScenarioReport = {
  name: string;
  scenario: Scenario;
  runs: number;
  /** The true effect of acting rather than waiting, in points, over all runs. */
  truePoints: number;
  /** Mean of our estimate where it is shown (0 where it never is), and of the plain comparison, in points. */
  ourPoints: number;
  plainPoints: number;
  supported: Share;
  notSupported: Share;
  notEnoughData: Share;
  /** How often a two-sided test of the plain comparison would call it an effect in the claimed direction. */
  plainSupported: Share;
  /** Of the runs whose figures are shown: how often the 95 % interval holds the true effect. */
  coverage: Share;
  /** Mean number of deals with the action that were compared, and that could have been. */
  matched: number;
  eligible: number;
};

export type StrategyReport = {
  name: "strategy";
  windowDays: number;
  scenarios: ScenarioReport[];
  /** Six claims of nothing in one quarter: how often at least one is called supported. */
  family: { claims: number; runs: number; corrected: Share; uncorrected: Share };
  /** Strategies that were switched on, looked at once more (later.ts). */
  later: LaterReport[];
  seconds: number;
  notes: string[];
};

const scenarios: Record<string, Partial<Scenario>> = {
  "A/A": {},
  "A/A, large deals get it more and win more": { bySize: 2 },
  "A/A, reps differ in both": { byRep: 0.7 },
  "A/A, size and reps": { bySize: 2, byRep: 0.7, deals: 1_200 },
  "A/A, 40 deals": { deals: 40, reps: 3 },
  "A/A, something unseen drives both": { unseen: 0.7 },
  effect: { effect: 0.15 },
  "effect, 1,200 deals": { effect: 0.15, deals: 1_200 },
  "larger effect": { effect: 0.25 },
  "effect, large deals get it more": { effect: 0.15, bySize: 2, deals: 1_200 },
  "effect, 40 deals": { effect: 0.25, deals: 40, reps: 3 },
};
const claimed = { direction: "up", points: 10 } as const;
const familySize = 6;

/** Runs everything. Throws Refused where there are too few runs to say anything. */
export function evaluateStrategy({
  runs,
  note,
}: {
  runs: number;
  note: (line: string) => void;
}): StrategyReport {
  if (!Number.isInteger(runs) || runs < 10) {
    throw new Refused("eval.runs", "Give --runs a whole number from 10 on.");
  }
  const began = performance.now();
  const reports = Object.entries(scenarios).map(([name, set]) => {
    note(name);
    return runScenario(name, { ...usual, ...set }, runs);
  });
  note(`${familySize} claims in a quarter`);
  const family = runFamily(runs);
  note("later looks");
  const later = evaluateLater(runs);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  return {
    name: "strategy",
    windowDays,
    scenarios: reports,
    family,
    later,
    seconds,
    notes: [...notes],
  };
}

type Run = { history: History; tested: Tested; judgement: Judgement };

function runScenario(name: string, scenario: Scenario, runs: number): ScenarioReport {
  const all = Array.from({ length: runs }, (_, seed) => runOnce(scenario, seed + 1));
  const gains = all.flatMap(({ history }) => [...history.gained.values()]);
  const truth = mean(gains);
  const shown = all.filter(({ judgement }) => hasFigures(judgement));
  const estimates = shown.flatMap(({ tested }) => tested.estimate?.difference ?? []);
  const share = (isMeant: (run: Run) => boolean) => shareOf(all.filter(isMeant).length, runs);
  const holds = estimates.filter(({ low, high }) => low <= truth && truth <= high).length;
  return {
    ...{ name, scenario, runs, truePoints: toPoints(truth) },
    ourPoints: toPoints(mean(estimates.map(({ value }) => value))),
    plainPoints: toPoints(mean(all.flatMap(({ tested }) => tested.plainDifference ?? []))),
    supported: share(({ judgement }) => judgement.code === "supported"),
    notSupported: share(({ judgement }) => judgement.code === "not_supported"),
    notEnoughData: share(({ judgement }) => judgement.code === "not_enough_data"),
    plainSupported: share(({ history }) => isPlainlyUp(history)),
    coverage: shareOf(holds, estimates.length),
    matched: Math.round(mean(all.map(({ tested }) => tested.matched))),
    eligible: Math.round(mean(all.map(({ tested }) => tested.eligible))),
  };
}

function runOnce(scenario: Scenario, seed: number): Run {
  const history = simulate(scenario, seed);
  const tested = testClaim(history.courses, { windowDays }, history);
  return { history, tested, judgement: judge(claimed, tested) };
}

/** Everybody who ever got it beside everybody who never did, by the usual test of two shares. */
function isPlainlyUp({ courses }: History): boolean {
  const sides = [true, false].map((isActed) =>
    courses.filter(({ actedAt }) => (actedAt !== null) === isActed),
  );
  const [acted = [], never = []] = sides;
  if (acted.length === 0 || never.length === 0) return false;
  const won = (some: History["courses"]) =>
    some.filter(({ outcomes }) => outcomes.length > 0).length;
  const both = (won(acted) + won(never)) / courses.length;
  const error = Math.sqrt(both * (1 - both) * (1 / acted.length + 1 / never.length));
  return won(acted) / acted.length - won(never) / never.length > 1.96 * error;
}

/** Claims of nothing, each on a history of its own, judged as those of one quarter are. */
function runFamily(runs: number): StrategyReport["family"] {
  let [corrected, uncorrected] = [0, 0];
  for (let run = 1; run <= runs; run += 1) {
    const tests = Array.from({ length: familySize }, (_, claim) =>
      runOnce(usual, 100_000 + run * familySize + claim),
    );
    const pValues = tests.map(({ tested }) => tested.estimate?.pValue ?? 1);
    const verdicts = tests.map(({ tested }, index) =>
      judge(
        claimed,
        tested,
        pValues.filter((_, other) => other !== index),
      ),
    );
    corrected += Number(verdicts.some(({ code }) => code === "supported"));
    uncorrected += Number(tests.some(({ judgement }) => judgement.code === "supported"));
  }
  const share = (count: number) => shareOf(count, runs);
  return { claims: familySize, runs, corrected: share(corrected), uncorrected: share(uncorrected) };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const toPoints = (share: number) => Math.round(share * 1_000) / 10;
const notes = [
  "The effect is that of acting on a day rather than waiting as the others did, who may act later.",
  "Where something nobody wrote down drives both action and outcome, no comparison of records can know it: that row is the price.",
  "The invented teams follow the design's own assumptions in everything but what a row names.",
];

/** One line for people. */
export function toLine(row: ScenarioReport): string {
  const percent = ({ value, low, high }: Share) =>
    `${(value * 100).toFixed(1)} % [${(low * 100).toFixed(1)}, ${(high * 100).toFixed(1)}]`;
  return `${row.name}: true ${row.truePoints}, ours ${row.ourPoints}, plain ${row.plainPoints}; supported ${percent(row.supported)}, coverage ${percent(row.coverage)}`;
}
