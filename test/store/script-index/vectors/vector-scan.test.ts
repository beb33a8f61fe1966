import fc from "fast-check";
import { expect, it } from "vitest";
import { createVectorScan } from "../../../../src/store/script-index/vectors/vector-scan.ts";

it("compares any rows of any width as a plain loop does", () => {
  const width = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(
      width,
      fc.array(fc.nat({ max: 19 }), { maxLength: 20 }),
      fc.noShrink(fc.nat()),
      (dimensions, chosen, seed) => {
        const value = (at: number) => Math.sin(seed + at * 12.9898);
        const vectors = Float32Array.from({ length: 20 * dimensions }, (_, at) => value(at));
        const query = Float32Array.from({ length: dimensions }, (_, at) => value(-at - 1));
        const rows = Uint32Array.from(chosen);
        const found = createVectorScan(vectors, dimensions).compare(query, rows);
        const wanted = chosen.map((row) =>
          query.reduce((sum, each, at) => sum + each * (vectors[row * dimensions + at] ?? 0), 0),
        );
        expect(found).toHaveLength(wanted.length);
        for (const [at, each] of wanted.entries()) expect(found[at]).toBeCloseTo(each, 4);
      },
    ),
  );
});

it("compares nothing where there is nothing", () => {
  expect(
    createVectorScan(new Float32Array(), 0).compare(new Float32Array(), new Uint32Array()),
  ).toHaveLength(0);
});
