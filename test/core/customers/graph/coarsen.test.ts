import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coarsen, type PersonGroup } from "../../../../src/core/customers/graph/coarsen.ts";

const dayMs = 86_400_000;
const options = { origin: 0, bucketMs: dayMs, today: 400, most: 80 };

const group = (set: Partial<PersonGroup>): PersonGroup => {
  const { bucket = 400 } = set;
  const [firstAt, lastAt] = [bucket * dayMs, bucket * dayMs + 1_000];
  return { personKey: "con_1", type: "page.view", bucket, touches: 1, firstAt, lastAt, ...set };
};

const groups = fc.array(
  fc
    .record({
      personKey: fc.constantFrom("con_1", "con_2", "con_3"),
      type: fc.constantFrom(...Array.from({ length: 40 }, (_, index) => `type.${index}`)),
      bucket: fc.integer({ min: 0, max: 400 }),
      touches: fc.integer({ min: 1, max: 500 }),
    })
    .map(group),
  { maxLength: 400 },
);

describe("coarsen", () => {
  it("keeps days apart while there is room", () => {
    const spans = coarsen([group({ bucket: 400 }), group({ bucket: 399 })], options);
    expect(spans.map(({ from, to }) => [from / dayMs, (to + 1) / dayMs])).toEqual([
      [400, 401],
      [399, 400],
    ]);
  });

  it("joins days into weeks that end today where there are too many", () => {
    const days = Array.from({ length: 100 }, (_, index) => group({ bucket: 400 - index }));
    const spans = coarsen(days, options);
    expect(spans).toHaveLength(15);
    expect(spans[0]).toMatchObject({ touches: 7, to: 401 * dayMs - 1, from: 394 * dayMs });
  });

  it("loses no touch, covers each with its span and stays within its number", () => {
    fc.assert(
      fc.property(groups, (given) => {
        const spans = coarsen(given, options);
        const sum = (list: readonly { touches: number }[]) =>
          list.reduce((total, one) => total + one.touches, 0);
        expect(sum(spans)).toBe(sum(given));
        expect(spans.length).toBeLessThanOrEqual(options.most);
        for (const one of given) {
          const isCovered = spans.some(
            ({ from, to, type, personKey }) =>
              from <= one.firstAt &&
              to >= one.lastAt &&
              (type === null || (type === one.type && personKey === one.personKey)),
          );
          expect(isCovered).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
