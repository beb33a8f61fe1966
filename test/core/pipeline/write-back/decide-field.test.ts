import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideField, type Sides } from "../../../../src/core/pipeline/write-back/decide-field.ts";
import type { MappedField } from "../../../../src/core/pipeline/write-back/mapping.ts";

const field = (set: Partial<MappedField> = {}): MappedField => ({
  ...{ to: "there", as: "text", wins: "theirs", write: true },
  ...set,
});
const sides = (set: Partial<Sides>): Sides => ({
  ...{ field: field(), ours: "new", theirs: "old", seen: "old", from: "old" },
  ...{ isDecided: false, isTheirsNewer: false },
  ...set,
});

describe("one field", () => {
  it("is written where nobody changed it there", () => {
    expect(decideField(sides({}))).toBe("write");
    expect(decideField(sides({ seen: undefined }))).toBe("write");
    expect(decideField(sides({ seen: undefined, theirs: null, from: "x" }))).toBe("write");
  });

  it("is decided by the policy where both changed it", () => {
    const both = { theirs: "theirs", seen: "old" };
    expect(decideField(sides(both))).toBe("take");
    expect(decideField(sides({ ...both, field: field({ wins: "ours" }) }))).toBe("write");
    expect(decideField(sides({ ...both, field: field({ wins: "ask" }) }))).toBe("ask");
    const newest = { ...both, field: field({ wins: "newest" }) };
    expect(decideField(sides(newest))).toBe("write");
    expect(decideField(sides({ ...newest, isTheirsNewer: true }))).toBe("take");
  });

  it("is written once somebody decided", () => {
    expect(decideField(sides({ theirs: "theirs", isDecided: true }))).toBe("write");
  });

  it("is free for its owner while a queue or an integration user has it", () => {
    const owner = { field: field({ as: "owner" }), ours: "per_ana", seen: undefined };
    expect(decideField(sides({ ...owner, theirs: { unread: "00G1" } }))).toBe("write");
    expect(decideField(sides({ ...owner, theirs: "per_lei" }))).toBe("take");
  });

  it("is never written where it stands already, whatever the policy", () => {
    const wins = fc.constantFrom("ours", "theirs", "newest", "ask" as const);
    const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(wins, value, value, fc.boolean(), (policy, ours, seen, isDecided) => {
        const set = { field: field({ wins: policy }), ours, theirs: ours, seen, isDecided };
        return decideField(sides(set)) === "same";
      }),
    );
  });
});
