// The directions in which the rows of a sparse matrix differ most: a randomised truncated SVD (Halko, Martinsson and
// Tropp, "Finding structure with randomness", 2011, algorithm 4.4). Seeded: the same matrix gives the same bytes.
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { Sparse } from "./term-matrix.ts";

export type SvdOptions = {
  /** Columns of the matrix. */
  width: number;
  /** Directions wanted; there are fewer when the matrix has a smaller rank. */
  rank: number;
};

/** Directions side by side: `basis` holds `rank` numbers per column of the matrix. */
export type Directions = { basis: Float32Array; rank: number };

/** A block of dense columns, kept row after row. */
type Block = { rows: number; width: number; data: Float64Array };

const oversampling = 16; // Halko et al. advise 5 to 10; more costs little here
const powerIterations = 1;

/** The leading right singular vectors. */
export function truncatedSvd(matrix: Sparse, { width, rank }: SvdOptions): Directions {
  const rows = matrix.starts.length - 1;
  if (rows === 0) return { basis: new Float32Array(), rank: 0 };
  let range = startBlock(rows, rank + oversampling);
  for (let iteration = 0; iteration < powerIterations; iteration += 1) {
    range = choleskyQr(multiply(matrix, transposed(matrix, range, width)));
  }
  range = choleskyQr(range); // twice for accuracy
  const image = multiply(matrix, transposed(matrix, range, width));
  const { values, vectors } = eigen(gramOf(range, image));
  const largest = values[0] ?? 0;
  const kept = values.slice(0, rank).filter((value) => value > largest * 1e-9).length;
  const rotated = rotate(range, { values, vectors, kept });
  return { basis: Float32Array.from(transposed(matrix, rotated, width).data), rank: kept };
}

/** Random signs, by Park and Miller's generator (1988); for few rows a column for each, which makes the result exact. */
function startBlock(rows: number, width: number): Block {
  if (rows <= width) {
    const data = Float64Array.from({ length: rows * rows }, (_, at) => (at % (rows + 1) ? 0 : 1));
    return { rows, width: rows, data };
  }
  let state = 20_011;
  const data = Float64Array.from({ length: rows * width }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state & 0x4000 ? 1 : -1;
  });
  return { rows, width, data };
}

/** matrixᵀ · block */
function transposed({ starts, columns, values }: Sparse, block: Block, rows: number): Block {
  const { width } = block;
  const data = new Float64Array(rows * width);
  for (let row = 0; row < block.rows; row += 1) {
    const source = block.data.subarray(row * width, (row + 1) * width);
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      addTo(data, (columns[at] ?? 0) * width, source, values[at] ?? 0);
    }
  }
  return { rows, width, data };
}

/** matrix · block */
function multiply({ starts, columns, values }: Sparse, block: Block): Block {
  const { width } = block;
  const rows = starts.length - 1;
  const data = new Float64Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const from = (columns[at] ?? 0) * width;
      addTo(data, row * width, block.data.subarray(from, from + width), values[at] ?? 0);
    }
  }
  return { rows, width, data };
}

function addTo(data: Float64Array, start: number, source: Float64Array, factor: number): void {
  for (let at = 0; at < source.length; at += 1) {
    data[start + at] = (data[start + at] as number) + factor * (source[at] as number);
  }
}

/** leftᵀ · right, for blocks of the same shape. */
function gramOf(left: Block, right: Block): Float64Array {
  const { rows, width } = left;
  const gram = new Float64Array(width * width);
  for (let row = 0; row < rows; row += 1) {
    const source = right.data.subarray(row * width, (row + 1) * width);
    for (let at = 0; at < width; at += 1) {
      addTo(gram, at * width, source, left.data[row * width + at] as number);
    }
  }
  return gram;
}

/** Columns of length 1 at right angles; one that depends on others becomes zero. */
function choleskyQr({ rows, width, data }: Block): Block {
  const lower = cholesky(gramOf({ rows, width, data }, { rows, width, data }), width);
  const result = data.slice();
  for (let row = 0; row < rows; row += 1) {
    const line = result.subarray(row * width, (row + 1) * width);
    for (let at = 0; at < width; at += 1) {
      const pivot = lower[at * width + at] as number;
      line[at] =
        pivot === 0 ? 0 : ((line[at] as number) - dotUpTo(lower, at * width, line, at)) / pivot;
    }
  }
  return { rows, width, data: result };
}

function cholesky(gram: Float64Array, width: number): Float64Array {
  const lower = new Float64Array(gram.length);
  for (let row = 0; row < width; row += 1) {
    const line = lower.subarray(row * width, (row + 1) * width);
    for (let column = 0; column < row; column += 1) {
      const pivot = lower[column * width + column] as number;
      const rest =
        (gram[row * width + column] as number) - dotUpTo(lower, column * width, line, column);
      line[column] = pivot === 0 ? 0 : rest / pivot;
    }
    const own = gram[row * width + row] as number;
    const rest = own - dotUpTo(lower, row * width, line, row);
    line[row] = rest > own * 1e-12 ? Math.sqrt(rest) : 0;
  }
  return lower;
}

function dotUpTo(left: Float64Array, start: number, right: Float64Array, length: number): number {
  // Four sums at once: one would wait for each addition before the next.
  let [a, b, c, d] = [0, 0, 0, 0];
  let at = 0;
  for (; at + 3 < length; at += 4) {
    const from = start + at;
    a += (left[from] as number) * (right[at] as number);
    b += (left[from + 1] as number) * (right[at + 1] as number);
    c += (left[from + 2] as number) * (right[at + 2] as number);
    d += (left[from + 3] as number) * (right[at + 3] as number);
  }
  for (; at < length; at += 1) a += (left[start + at] as number) * (right[at] as number);
  return a + b + c + d;
}

type Eigen = { values: number[]; vectors: Float64Array[] };

/** Of a symmetric matrix, the largest value first. */
function eigen(square: Float64Array): Eigen {
  const width = Math.sqrt(square.length);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    Matrix.from1DArray(width, width, square),
    { assumeSymmetric: true },
  );
  const order = realEigenvalues.map((_, at) => at);
  order.sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0) || a - b);
  return {
    values: order.map((at) => realEigenvalues[at] ?? 0),
    vectors: order.map((at) => Float64Array.from(eigenvectorMatrix.getColumn(at))),
  };
}

/** The eigenvectors kept, in terms of the rows, each divided by its singular value. */
function rotate(range: Block, { values, vectors, kept }: Eigen & { kept: number }): Block {
  const data = new Float64Array(range.rows * kept);
  for (const [at, vector] of vectors.slice(0, kept).entries()) {
    const scale = 1 / Math.sqrt(values[at] ?? 1);
    for (let row = 0; row < range.rows; row += 1) {
      data[row * kept + at] = scale * dotUpTo(range.data, row * range.width, vector, range.width);
    }
  }
  return { rows: range.rows, width: kept, data };
}
