import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/core/customers/graph/layout.ts";

/** A root, people on it, and things on the people. */
const tree = fc
  .array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 25 })
  .map((sizes) => [
    { id: "root", parent: null },
    ...sizes.map((_, index) => ({ id: `p${index}`, parent: "root" })),
    ...sizes.flatMap((size, index) =>
      Array.from({ length: size }, (_, leaf) => ({ id: `p${index}.${leaf}`, parent: `p${index}` })),
    ),
  ]);

describe("layOut", () => {
  it("gives every node a place of its own, the customer's in the middle", () => {
    fc.assert(
      fc.property(tree, (nodes) => {
        const placed = layOut(nodes);
        expect(placed.get("root")).toEqual({ x: 0, y: 0 });
        const places = nodes.map(({ id }) => {
          const { x, y } = placed.get(id) ?? { x: Number.NaN, y: Number.NaN };
          return `${x.toFixed(9)} ${y.toFixed(9)}`;
        });
        expect(places.join()).not.toContain("NaN");
        expect(new Set(places).size).toBe(nodes.length);
      }),
      { numRuns: 50 },
    );
  });
});
