import { describe, expect, it } from "vitest";
import { isLate } from "../../../../src/core/training/practice/late-words.ts";

const played = { scenario: "s", vertical: "finance", language: "en", drill: "", level: 0 } as const;
const practised = { sessionId: "prc_1", at: 1_000_000, played };
const heardAfter = (ms: number) => isLate({ clock: () => practised.at + ms }, practised);

describe("words after a practice", () => {
  it("are taken for late ones while a sentence begun before its end may still be written", () => {
    expect(heardAfter(30_000)).toBe(true);
    expect(heardAfter(90_000)).toBe(true);
  });

  it("mean what they always mean after that", () => {
    expect(heardAfter(90_001)).toBe(false);
  });
});
