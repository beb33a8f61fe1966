import fc from "fast-check";
import { Matrix, SingularValueDecomposition } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { toSparse } from "../../../../src/store/script-index/vectors/term-matrix.ts";
import { truncatedSvd } from "../../../../src/store/script-index/vectors/truncated-svd.ts";

const rowOf = (values: number[]) =>
  new Map(values.flatMap((value, at) => (value === 0 ? [] : [[at, value] as const])));
const width = 9;
const matrices = fc.array(
  fc.array(fc.oneof(fc.constant(0), fc.integer({ min: -4, max: 4 })), {
    minLength: width,
    maxLength: width,
  }),
  { minLength: 1, maxLength: 12 },
);

describe("the truncated SVD", () => {
  it("spans as much of a matrix as the exact one does", () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: width }), (rows, rank) => {
        const matrix = new Matrix(rows);
        const found = truncatedSvd(toSparse(rows.map(rowOf)), { width, rank });
        const basis = new Matrix(
          Array.from({ length: width }, (_, row) =>
            Array.from(found.basis.subarray(row * found.rank, (row + 1) * found.rank)),
          ),
        );
        const exact = new SingularValueDecomposition(matrix, { autoTranspose: true }).diagonal;
        const wanted = exact.slice(0, rank).reduce((sum, value) => sum + value * value, 0);
        const spanned = found.rank === 0 ? 0 : matrix.mmul(basis).norm("frobenius") ** 2;
        expect(spanned).toBeCloseTo(wanted, 2);
      }),
    );
  });

  it("gives directions of length 1 at right angles", () => {
    const rows = Array.from({ length: 30 }, (_, row) =>
      rowOf(Array.from({ length: width }, (__, at) => ((row * 7 + at * 3) % 5) - 1)),
    );
    const { basis, rank } = truncatedSvd(toSparse(rows), { width, rank: 4 });
    const column = (at: number) =>
      Array.from({ length: width }, (_, row) => basis[row * rank + at] ?? 0);
    const dot = (a: number[], b: number[]) =>
      a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
    for (let a = 0; a < rank; a += 1) {
      for (let b = 0; b < rank; b += 1)
        expect(dot(column(a), column(b))).toBeCloseTo(a === b ? 1 : 0, 5);
    }
  });

  it("gives nothing for nothing", () => {
    expect(truncatedSvd(toSparse([]), { width: 0, rank: 8 }).rank).toBe(0);
    expect(truncatedSvd(toSparse([rowOf([0, 0])]), { width: 2, rank: 8 }).rank).toBe(0);
  });
});
