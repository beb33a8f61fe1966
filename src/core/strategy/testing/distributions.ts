// Normal and Student's t, as closely as a verdict needs them.

/** The chance that a standard normal exceeds z in either direction (Press et al., Numerical Recipes, erfcc: 1.2e-7). */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.5 * x);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
    1.48851587, -0.82215223, 0.17087277,
  ];
  const power = terms.reduceRight((sum, term) => sum * t + term, 0);
  return Math.min(1, t * Math.exp(-x * x + power));
}

/** The z that is exceeded with a two-sided chance of `alpha`: by bisection, alpha in (0, 1). */
export function normalQuantile(alpha: number): number {
  let [low, high] = [0, 40];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (twoSided(middle) > alpha) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A value of t as the z that is as rare (Wallace 1959). */
export function tToZ(t: number, freedom: number): number {
  const shrink = (8 * freedom + 1) / (8 * freedom + 3);
  return shrink * Math.sqrt(freedom * Math.log1p((t * t) / freedom));
}

/** The t that is as rare as a z: the inverse of the above. */
export function zToT(z: number, freedom: number): number {
  const stretched = (z * (8 * freedom + 3)) / (8 * freedom + 1);
  return Math.sqrt(freedom * Math.expm1((stretched * stretched) / freedom));
}
