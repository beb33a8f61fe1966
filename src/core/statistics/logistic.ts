// Logistic regression with a ridge: enough for a few hundred columns, and exact, so that the same data say the same.

/** One observation: the columns that are not 0, and what stands in them. */
export type Sparse = { at: readonly number[]; by: readonly number[] };

export type Training = {
  rows: readonly Sparse[];
  won: readonly boolean[];
  /** Log-odds each row begins with; 0 where absent. */
  offsets?: Float64Array;
  /** Per column: how strongly its coefficient is drawn to 0. */
  ridge: Float64Array;
};

const steps = 30;
const enough = 1e-8;

/**
 * Coefficients that maximise the penalised likelihood, by Newton's method (iteratively reweighted least squares;
 * Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, section 4.4.1).
 */
export function fitLogistic(training: Training): Float64Array {
  const width = training.ridge.length;
  const coefficients = new Float64Array(width);
  for (let step = 0; step < steps; step += 1) {
    const { gradient, curvature } = lookAround(training, coefficients);
    const change = solve(curvature, gradient);
    let largest = 0;
    for (let at = 0; at < width; at += 1) {
      // A step this long comes from nearly separated data; shortened, it cannot run away.
      const bounded = Math.max(-4, Math.min(4, change[at] ?? 0));
      coefficients[at] = (coefficients[at] ?? 0) + bounded;
      largest = Math.max(largest, Math.abs(bounded));
    }
    if (largest < enough) break;
  }
  return coefficients;
}

/** The log-odds of one observation. */
export function logOdds({ at, by }: Sparse, coefficients: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < at.length; index += 1)
    sum += (by[index] ?? 0) * (coefficients[at[index] ?? 0] ?? 0);
  return sum;
}

/** From log-odds to a probability. */
export function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

function lookAround({ rows, won, offsets, ridge }: Training, coefficients: Float64Array) {
  const width = ridge.length;
  const gradient = new Float64Array(width);
  const curvature = new Float64Array(width * width);
  for (let column = 0; column < width; column += 1) {
    gradient[column] = -(ridge[column] ?? 0) * (coefficients[column] ?? 0);
    curvature[column * width + column] = (ridge[column] ?? 0) + 1e-9;
  }
  for (const [index, row] of rows.entries()) {
    const chance = sigmoid((offsets?.[index] ?? 0) + logOdds(row, coefficients));
    addRow({ gradient, curvature, width }, row, {
      error: Number(won[index]) - chance,
      weight: chance * (1 - chance),
    });
  }
  return { gradient, curvature };
}

type Sums = { gradient: Float64Array; curvature: Float64Array; width: number };

function addRow(
  { gradient, curvature, width }: Sums,
  { at, by }: Sparse,
  { error, weight }: { error: number; weight: number },
): void {
  for (let i = 0; i < at.length; i += 1) {
    const [row, value] = [at[i] as number, by[i] as number];
    gradient[row] = (gradient[row] as number) + error * value;
    for (let j = 0; j < at.length; j += 1) {
      const cell = row * width + (at[j] as number);
      curvature[cell] = (curvature[cell] as number) + weight * value * (by[j] as number);
    }
  }
}

/** Solves a symmetric positive definite system by Cholesky's factorisation, in place. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length;
  for (let column = 0; column < size; column += 1) factorise(matrix, size, column);
  const found = Float64Array.from(right);
  for (let row = 0; row < size; row += 1) {
    for (let at = 0; at < row; at += 1)
      found[row] =
        (found[row] as number) - (matrix[row * size + at] as number) * (found[at] as number);
    found[row] = (found[row] as number) / (matrix[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    for (let at = row + 1; at < size; at += 1)
      found[row] =
        (found[row] as number) - (matrix[at * size + row] as number) * (found[at] as number);
    found[row] = (found[row] as number) / (matrix[row * size + row] as number);
  }
  return found;
}

function factorise(matrix: Float64Array, size: number, column: number): void {
  for (let row = column; row < size; row += 1) {
    let sum = matrix[row * size + column] as number;
    for (let at = 0; at < column; at += 1)
      sum -= (matrix[row * size + at] as number) * (matrix[column * size + at] as number);
    matrix[row * size + column] =
      row === column
        ? Math.sqrt(Math.max(sum, 1e-12))
        : sum / (matrix[column * size + column] as number);
  }
}
