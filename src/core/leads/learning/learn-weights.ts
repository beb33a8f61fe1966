// Better weights from how leads ended and what managers decided in disputes: drawn towards today's, learnt on the earlier
// outcomes, judged on the later ones.
import type { Weights } from "../../facts.ts";
import { bootstrap } from "../../statistics/bootstrap.ts";
import type { Interval } from "../../statistics/interval.ts";
import { fitLogistic, logOdds, type Sparse, sigmoid } from "../../statistics/logistic.ts";
import { leastDecided } from "../backtest/backtest.ts";
import { lossesOf, meanOf } from "../backtest/measures.ts";
import { type FactorId, factors } from "../factors.ts";
import { normaliseWeights } from "../weighing/weights.ts";

/** By factor: how far somebody lies above the others who could have had the lead, in [-1, 1]. */
export type Edge = Readonly<Record<string, number>>;

/** A lead that ended, with the edge of whoever worked it. */
export type Lesson = {
  decidedAt: number;
  won: boolean;
  edge: Edge;
  /** How such leads usually go, whoever works them, in [0, 1]: not the weights' merit. */
  usual: number;
};

export type Learnt = {
  weights: Weights;
  backtest: {
    learntFrom: number;
    judgedOn: number;
    disputes: number;
    /** Log-loss saved per later lead against today's weights. */
    gain: Interval;
  };
};

/** Share of the outcomes that is learnt from; the later rest judges. */
const earlier = 0.7;
/** Wins and losses that each part needs. */
const leastEach = 10;
/** Prior precision of each factor's change: about 0.35 in log-odds from one end of the factor to the other. */
const ridge = 8;

/** What to propose; null where there is too little, or where the later outcomes do not bear it out. */
export function learnWeights(given: {
  lessons: readonly Lesson[];
  /** The edge of whoever a manager gave a disputed lead over whoever had it. */
  preferred: readonly Edge[];
  today: Weights;
}): Learnt | null {
  const { lessons, preferred, today } = given;
  if (lessons.length < leastDecided) return null;
  const inOrder = lessons.toSorted((a, b) => a.decidedAt - b.decidedAt);
  const cut = Math.floor(inOrder.length * earlier);
  const [early, later] = [inOrder.slice(0, cut), inOrder.slice(cut)];
  if (![early, later].every(hasBoth)) return null;
  const weights = adjust({ early, preferred, today });
  if (!weights || isSame(weights, today)) return null;
  const losses = [today, weights].map((each) => judge(each, { early, later }));
  const saved = Float64Array.from(
    later,
    (_, at) => (losses[0]?.[at] ?? 0) - (losses[1]?.[at] ?? 0),
  );
  const { gain } = bootstrap([...saved.keys()], (times) => ({ gain: meanOf(saved, times) }));
  if (!(gain.low > 0)) return null;
  const counts = { learntFrom: early.length, judgedOn: later.length, disputes: preferred.length };
  return { weights, backtest: { ...counts, gain } };
}

const hasBoth = (part: readonly Lesson[]) =>
  [true, false].every((is) => part.filter(({ won }) => won === is).length >= leastEach);

const isSame = (a: Weights, b: Weights) => factors.every(({ id }) => (a[id] ?? 0) === (b[id] ?? 0));

/** How far apart a whole fit puts two people under these weights, in [-1, 1]. */
const scoreOf = (edge: Edge, weights: Weights) =>
  factors.reduce((sum, { id }) => sum + ((weights[id] ?? 0) / 100) * (edge[id] ?? 0), 0);

type Two = { early: readonly Lesson[]; later: readonly Lesson[] };

/** What each later outcome cost, foretold by weights whose scale alone was learnt on the earlier part. */
function judge(weights: Weights, { early, later }: Two): Float64Array {
  const toRow = ({ edge, usual }: Lesson): Sparse => ({
    at: [0, 1, 2],
    by: [1, usual, scoreOf(edge, weights)],
  });
  const found = fitLogistic({
    rows: early.map(toRow),
    won: early.map(({ won }) => won),
    ridge: Float64Array.of(0, 0.1, 0.1),
  });
  const chances = Float64Array.from(later, (lesson) => sigmoid(logOdds(toRow(lesson), found)));
  return lossesOf(
    chances,
    later.map(({ won }) => won),
  );
}

type Lessons = { early: readonly Lesson[]; preferred: readonly Edge[]; today: Weights };

/**
 * Today's weights as log-odds, each moved as the outcomes and decisions ask and its ridge allows (a normal prior around
 * today's; Gelman et al., Bayesian Data Analysis, section 16.3). A decision in a dispute is a comparison (Bradley and
 * Terry 1952). Whole points again; null when nothing is left above 0.
 */
function adjust({ early, preferred, today }: Lessons): Weights | null {
  const scale = 2;
  const ids: FactorId[] = factors.map(({ id }) => id);
  const columns = ids.map((_, index) => index + 2);
  const edges = (edge: Edge) => ids.map((id) => edge[id] ?? 0);
  const found = fitLogistic({
    rows: [
      ...early.map(({ edge, usual }) => ({
        at: [0, 1, ...columns],
        by: [1, usual, ...edges(edge)],
      })),
      ...preferred.map((edge) => ({ at: columns, by: edges(edge) })),
    ],
    won: [...early.map(({ won }) => won), ...preferred.map(() => true)],
    offsets: Float64Array.from(
      [...early.map(({ edge }) => edge), ...preferred],
      (edge) => scale * scoreOf(edge, today),
    ),
    ridge: Float64Array.of(0, 0.1, ...columns.map(() => ridge)),
  });
  return normaliseWeights(
    Object.fromEntries(
      ids.map((id, index) => [
        id,
        Math.max(0, (today[id] ?? 0) + (100 / scale) * (found[index + 2] ?? 0)),
      ]),
    ),
  );
}
