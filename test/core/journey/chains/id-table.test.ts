import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { IdTable, placeOf } from "../../../../src/core/journey/chains/id-table.ts";

/** Numbers ids as they come, beside a Map that does the same; gives those the two do not agree on. */
function disagreed(ids: readonly string[], hashOf: (id: string) => number): string[] {
  const table = new IdTable();
  const numbers = new Map<string, number>();
  const differ = (id: string) => table.find(id, hashOf(id)) !== (numbers.get(id) ?? -1);
  const early = ids.filter((id) => {
    const isOther = differ(id);
    if (!numbers.has(id)) {
      table.add(id, hashOf(id), numbers.size);
      numbers.set(id, numbers.size);
    }
    return isOther;
  });
  return [...early, ...ids.filter(differ)];
}

describe("id table", () => {
  it("finds what a Map finds, whatever the letters", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", maxLength: 6 })), (ids) => {
        expect(disagreed(ids, placeOf)).toEqual([]);
      }),
    );
  });

  it("grows with what is in it", () => {
    const ids = Array.from({ length: 5_000 }, (_, index) => `con_${index}`);
    expect(disagreed(ids, placeOf)).toEqual([]);
  });

  it("keeps ids apart that were made to meet in one place", () => {
    const ids = Array.from({ length: 500 }, (_, index) => `con_${index}`);
    expect(disagreed(ids, () => 7)).toEqual([]);
    // Full once, and then room again: those that found none are still found.
    expect(disagreed(ids, (id) => Number(id.slice(4)) % 3)).toEqual([]);
  });
});
