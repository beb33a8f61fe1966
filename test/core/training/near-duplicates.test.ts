import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNearDuplicates } from "../../../src/core/training/checks/near-duplicates.ts";

const groups = (text: string) => {
  const found = new Set<string>();
  for (let at = 0; at + 3 <= text.length; at += 1) found.add(text.slice(at, at + 3));
  return found.size > 0 ? found : new Set([text]);
};

/** The Jaccard index as it is defined. */
function similarity(a: string, b: string): number {
  const [left, right] = [groups(a), groups(b)];
  const shared = [...left].filter((group) => right.has(group)).length;
  return shared / new Set([...left, ...right]).size;
}

const text = fc.string({ unit: fc.constantFrom("a", "b", "太"), minLength: 1, maxLength: 16 });

describe("the search for near-duplicates", () => {
  it("finds what comparing every pair finds", () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 14 }), (texts) => {
        const wanted = texts.flatMap((one, index) => {
          const best = Math.max(0, ...texts.slice(0, index).map((two) => similarity(one, two)));
          return best > 0.5 ? [[index, best]] : [];
        });
        const found = findNearDuplicates(texts).map((each) => [each.index, each.similarity]);
        expect(found).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it("names the earlier text that is meant", () => {
    const [found] = findNearDuplicates(["something else", "太贵了太贵了吧", "太贵了太贵了呀"]);
    expect(found).toMatchObject({ index: 2, twin: 1 });
  });

  it("reads ten thousand copies, and ten thousand different texts, in seconds", () => {
    const copies = Array.from({ length: 10_000 }, () => "the same sentence once more");
    expect(findNearDuplicates(copies)).toHaveLength(9_999);
    const different = Array.from({ length: 10_000 }, (_, index) =>
      (index * 7_919 + 1e9).toString(3),
    );
    expect(findNearDuplicates(different, 10).length).toBeLessThanOrEqual(10);
  });
});
