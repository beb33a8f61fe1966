import { describe, expect, it } from "vitest";
import { customerBlocks } from "../../../src/core/customers/customer-card.ts";
import { toHealth } from "../../../src/core/customers/health.ts";
import { mostLookedAt } from "../../../src/core/journey/most-looked-at.ts";
import { readingOf } from "../../../src/core/text/format.ts";

/** What the card says about so many touches, half of them a machine's. */
function shown(language: "en" | "zh", looked: number): string {
  const count = { type: "page.view", source: "web", week: 7, lastAt: 0, delayMs: 0 };
  const health = toHealth([{ ...count, looked, touches: looked / 2 }]);
  const gathered = { contacts: [], standings: [], health, strangers: 0 };
  const blocks = customerBlocks({
    customer: { id: "acc_a", label: "A", accountId: null, contactIds: [], subjects: [] },
    gathered: { ...gathered, lastContact: undefined, lastSurvey: undefined },
    reading: readingOf({ language, timeZone: "UTC" }),
    now: 0,
  });
  return JSON.stringify(blocks);
}

describe("a card about more than a person does", () => {
  it("says that it was counted no further, in both languages", () => {
    expect(shown("en", mostLookedAt)).toContain("Only the latest 20,000 touches");
    expect(shown("zh", mostLookedAt)).toContain("只统计最近的 20,000 次行为");
  });

  it("says nothing of it below", () => {
    expect(shown("en", mostLookedAt - 2)).not.toContain("Only the latest");
  });
});
