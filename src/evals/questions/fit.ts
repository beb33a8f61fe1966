// Fits how much each sign of an answer speaks for it: logistic regression with a small ridge.
import { fitLogistic, type Sparse } from "../../core/statistics/logistic.ts";
import { type Signs, signs, type weights } from "../../core/training/customer/grade-known.ts";

/** What was seen of one thing known, for one question, and whether it answers. */
export type Row = { found: Signs; answers: boolean };

/** The weights of the signs and what they begin with. */
export type Weights = typeof weights;

/** Against weights that rest on a handful of rows. */
const ridge = 1.5;

/** The weights that make what was seen likeliest, to two decimals. */
export function fitWeights(rows: readonly Row[]): Weights {
  const fitted = fitLogistic({
    rows: rows.map(({ found }) => toSparse(found)),
    won: rows.map(({ answers }) => answers),
    ridge: Float64Array.from([0, ...signs.map(() => ridge)]),
  });
  const [base = 0, ...each] = Array.from(fitted, (value) => Math.round(value * 100) / 100);
  const pairs = signs.map((sign, at) => [sign, each[at] ?? 0]);
  return { ...(Object.fromEntries(pairs) as Signs), base };
}

/** A constant, and every sign. */
function toSparse(found: Signs): Sparse {
  const by = [1, ...signs.map((sign) => found[sign])];
  return { at: [...by.keys()], by };
}
