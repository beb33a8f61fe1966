import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchUsers } from "../../../../src/core/pipeline/write-back/directory.ts";
import {
  type MappedField,
  mappingSchema,
} from "../../../../src/core/pipeline/write-back/mapping.ts";
import { asSeen, fromCrm, toCrm } from "../../../../src/core/pipeline/write-back/values.ts";

const directory = matchUsers(
  [
    { id: "71", email: "Ana@Ringside.example" },
    { id: "72", email: "ana@ringside.example" },
    { id: "99", email: "robot@crm.example" },
  ],
  [{ id: "per_ana", email: "ana@ringside.example" }],
);
const field = (as: MappedField["as"], values?: Record<string, string>): MappedField => ({
  ...{ to: "x", as, wins: "theirs", write: true },
  ...(values ? { values } : {}),
});

describe("a value", () => {
  it("comes back as it went, but for the hour of a day", () => {
    const times = fc.integer({ min: Date.UTC(1970, 0, 1), max: Date.UTC(2199, 0, 1) });
    fc.assert(
      fc.property(times, (at) => {
        expect(fromCrm(field("moment"), toCrm(field("moment"), at, directory), directory)).toBe(at);
        expect(fromCrm(field("millis"), toCrm(field("millis"), at, directory), directory)).toBe(at);
        const day = Math.floor(at / 86_400_000) * 86_400_000;
        expect(asSeen(field("date"), at, directory)).toBe(day);
      }),
    );
  });

  it("of a day is read however it is written", () => {
    const day = Date.UTC(2026, 10, 30);
    for (const raw of ["2026-11-30", "2026-11-30T00:00:00.000Z", String(day), day + 3_600_000]) {
      expect(fromCrm(field("date"), raw, directory)).toBe(day);
    }
  });

  it("that nobody here knows stays unread", () => {
    expect(fromCrm(field("owner"), "99", directory)).toEqual({ unread: "99" });
    expect(fromCrm(field("text", { won: "Closed" }), "Odd", directory)).toEqual({ unread: "Odd" });
    expect(fromCrm(field("number"), "a lot", directory)).toEqual({ unread: "a lot" });
    expect(toCrm(field("owner"), "per_lei", directory)).toBeUndefined();
  });

  it("of an owner takes the first of two users with one address, and knows both", () => {
    expect(toCrm(field("owner"), "per_ana", directory)).toBe("71");
    expect(fromCrm(field("owner"), "72", directory)).toBe("per_ana");
  });
});

describe("a mapping", () => {
  it("names a field of ours that is not there, with the nearest that is", () => {
    const read = mappingSchema.safeParse({
      crm: "hubspot",
      records: { deal: { object: "deals", fields: { amuont: "amount" } } },
    });
    expect(read.error?.issues[0]?.message).toBe(
      'deal has no field "amuont"; the nearest is "amount"',
    );
  });
});
