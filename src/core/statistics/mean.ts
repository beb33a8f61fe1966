// A mean of a few values, and where the true one lies nine times out of ten.

/** Two-sided 90 % points of Student's t with n − 1 degrees of freedom, from n = 2 (any table of it). */
const tPoints = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833] as const;

/** The mean with its 90 % interval; one value says nothing about that, and the interval is everything. */
export function meanOf(values: readonly number[]): { mean: number; low: number; high: number } {
  const n = values.length;
  // Summed in one order, so that the last digit does not depend on how they came.
  const sorted = values.toSorted((a, b) => a - b);
  const mean = sorted.reduce((sum, value) => sum + value, 0) / Math.max(1, n);
  if (n < 2) return { mean, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const variance = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  // Beyond the table its last point: a little wider than need be.
  const point = tPoints[Math.min(n - 2, tPoints.length - 1)] ?? tPoints[8];
  const reach = point * Math.sqrt(variance / n);
  return { mean, low: mean - reach, high: mean + reach };
}
