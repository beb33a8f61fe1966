import { describe, expect, it } from "vitest";
import { hashOf, lotOf } from "../../../src/core/statistics/hash.ts";

describe("a draw from a name", () => {
  it("is FNV-1a, so that it is the same in every version of this program", () => {
    // The published test vectors: http://www.isthe.com/chongo/src/fnv/test_fnv.c
    expect(hashOf("")).toBe(0x811c9dc5);
    expect(hashOf("a")).toBe(0xe40c292c);
    expect(hashOf("foobar")).toBe(0xbf9cf968);
  });

  it("spreads names that count up over the whole range", () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let name = 0; name < 10_000; name += 1) {
      const tenth = Math.floor((lotOf(`con_${name}`) / 2 ** 32) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});
