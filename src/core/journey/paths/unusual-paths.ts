// How unusual a path is for its stage: each step's surprise, beside how surprising steps of that stage usually are in
// history the model had not seen.
import { groupBy } from "../../group-by.ts";
import { medianOf } from "../../statistics/quantiles.ts";
import { bitsOfPath, learnBestOrder } from "./choose-order.ts";
import { bitsOf, learnPaths, type PathModel, type Step } from "./path-model.ts";

/** One step with its surprise, and what was likelier. */
export type SurprisingStep = {
  /** Place in the path. */
  index: number;
  kind: string;
  stage: string;
  bits: number;
  chance: number;
  /** What usually comes there; undefined where that is what came. */
  expected?: { kind: string; chance: number };
};

/** Something that was the likeliest next step again and again, and did not come. */
export type Skipped = { kind: string; times: number };

/** The latest steps of a path, judged. */
export type JudgedPath = {
  stage: string;
  /** Surprise of each of the latest steps, oldest first. */
  bits: number[];
  /** Mean surprise of those steps. */
  meanBits: number;
  /** What is usual at this stage. */
  usualBits: number;
  /** Of 1: how many stretches of this length at this stage are at least as surprising. */
  rarity: number;
  /** The most surprising first. */
  surprising: SurprisingStep[];
  skipped: Skipped[];
};

export type PathJudge = {
  order: number;
  steps: number;
  bitsByOrder: number[];
  /** Null for a path too short to say, or before there is history to compare with. */
  judge(path: readonly Step[]): JudgedPath | null;
};

/** One path in twenty at its stage is called unusual. */
export const unusualShare = 0.05;

/** The latest steps that are judged together: what a person can still look at. */
const stretch = 8;
const fewestSteps = 4;
/** Stretches of history a stage needs before it is compared with itself alone. */
const leastStretches = 30;
const heldOut = 0.3;
/** A step is named from here on: one case in eight. */
const tellingBits = 3;
const mostNamed = 3;
/** Something counts as expected from this chance on. */
const expectedFrom = 0.25;

/** Fewer ended deals tell nothing; of more than `mostPaths` the latest are learnt from. */
const [fewestPaths, mostPaths] = [50, 1_000];

/** Learns from the paths of ended deals in the order in which they began; null where they are too few. */
export async function learnPathJudge(
  all: readonly (readonly Step[])[],
  pause: () => Promise<void>,
): Promise<PathJudge | null> {
  if (all.length < fewestPaths) return null;
  const paths = all.slice(-mostPaths);
  const { model, bitsByOrder } = await learnBestOrder(paths, pause);
  const split = Math.floor(paths.length * (1 - heldOut));
  const earlier = learnPaths(paths.slice(0, split), model.order);
  await pause();
  const stretches = paths.slice(split).flatMap((path) => stretchesOf(earlier, path));
  const byStage = groupBy(stretches, ({ stage }) => stage);
  const sorted = (some: readonly Stretch[]) => some.map(({ mean }) => mean).sort((a, b) => a - b);
  const every = sorted(stretches);
  const usual = new Map([...byStage].map(([stage, some]) => [stage, sorted(some)]));
  if (every.length < leastStretches) return null;
  return {
    ...{ order: model.order, steps: model.steps, bitsByOrder },
    judge(path) {
      if (path.length < fewestSteps) return null;
      const stage = path.at(-1)?.stage ?? "";
      const own = usual.get(stage) ?? [];
      return judgePath(model, path, own.length >= leastStretches ? own : every);
    },
  };
}

type Stretch = { stage: string; mean: number };

/** Stretches that do not overlap, each at the stage of its last step. */
function stretchesOf(model: PathModel, path: readonly Step[]): Stretch[] {
  const bits = bitsOfPath(model, path);
  const count = Math.floor(path.length / stretch);
  return Array.from({ length: count }, (_, index) => {
    const to = path.length - index * stretch;
    return { stage: path[to - 1]?.stage ?? "", mean: meanOf(bits.slice(to - stretch, to)) };
  });
}

function judgePath(model: PathModel, path: readonly Step[], usual: readonly number[]): JudgedPath {
  const from = Math.max(0, path.length - stretch);
  const latest = path.slice(from).map((step, offset): SurprisingStep => {
    const index = from + offset;
    const before = path.slice(Math.max(0, index - model.order), index);
    const chance = model.chanceOf(before, step);
    const best = model.likeliest(before, step.stage);
    const expected = best && best.kind !== step.kind ? { expected: best } : {};
    return { index, ...step, chance, bits: bitsOf(chance), ...expected };
  });
  const bits = latest.map((step) => step.bits);
  const meanBits = meanOf(bits);
  const surprising = latest.filter((step) => step.bits >= tellingBits && step.expected);
  return {
    ...{ stage: path.at(-1)?.stage ?? "", bits, meanBits },
    usualBits: medianOf(usual) ?? 0,
    rarity: (usual.filter((each) => each >= meanBits).length + 1) / (usual.length + 1),
    surprising: surprising.sort((a, b) => b.bits - a.bits).slice(0, mostNamed),
    skipped: skippedIn(latest),
  };
}

/** What was expected twice or more and never came in the stretch. */
function skippedIn(latest: readonly SurprisingStep[]): Skipped[] {
  const came = new Set(latest.map(({ kind }) => kind));
  const missed = latest.flatMap(({ expected }) =>
    expected && expected.chance >= expectedFrom && !came.has(expected.kind) ? [expected.kind] : [],
  );
  return [...groupBy(missed, (kind) => kind)]
    .map(([kind, times]) => ({ kind, times: times.length }))
    .filter(({ times }) => times >= 2)
    .sort((a, b) => b.times - a.times);
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
