// A claim as weights: the factor it is about counts more, the others give way in proportion.
import type { Weights } from "../../facts.ts";
import type { FactorId } from "../../leads/factors.ts";
import { allPoints, normaliseWeights } from "../../leads/weighing/weights.ts";

/** Points a supported claim adds to its factor: enough to move leads, too little to decide alone. Our judgement. */
const addedPoints = 8;
/** No factor gets more than this by a claim. */
const mostPoints = 40;

/** The weights with more for one factor. */
export function withMore(live: Weights, factor: FactorId): Weights {
  const now = live[factor] ?? 0;
  return setFactor(live, factor, Math.max(now, Math.min(mostPoints, now + addedPoints)));
}

/** The weights with one factor at so many points, the others in the proportion they have. */
export function setFactor(live: Weights, factor: FactorId, points: number): Weights {
  const others = Object.entries(live).filter(([id]) => id !== factor);
  const sum = others.reduce((total, [, weight]) => total + weight, 0);
  if (sum === 0) return live;
  const scaled = others.map(([id, weight]) => [id, (weight / sum) * (allPoints - points)]);
  return normaliseWeights({ ...Object.fromEntries(scaled), [factor]: points }) ?? live;
}
