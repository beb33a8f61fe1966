import { describe, expect, it } from "vitest";
import { expectObjection } from "../../../../src/core/pipeline/brief/objection.ts";
import type { Heard } from "../../../../src/core/pipeline/brief/story.ts";
import type { Library } from "../../../../src/core/training/library.ts";
import { testNow } from "../../../helpers/people.ts";
import { aTouch } from "../../../helpers/touches.ts";
import { aDeal, anUpdate, aStory } from "./stories.ts";

const dayMs = 86_400_000;
const none = { library: undefined, vertical: undefined, language: "en" } as const;
const heard = (text: string, at = testNow): Heard => ({
  ...{ text, at, contactId: null, basis: { kind: "words", at, by: "per_ana" } },
});
const looks = (count: number, page: string, at = testNow) =>
  Array.from({ length: count }, (_, index) =>
    aTouch(`tch_${index}`, at - index, { props: { page } }),
  );
const library = {
  playbooks: [
    {
      ...{ vertical: "medical", language: "en", personas: [], entries: [], rubric: [] },
      compliance: [],
      scenarios: [
        { objections: [{ tactic: "authority" }, { tactic: "small_talk" }] },
        { objections: [{ tactic: "authority" }, { tactic: "pilot_demand" }] },
      ],
    },
  ],
} as unknown as Library;

describe("the objection to expect", () => {
  it("is nothing where nothing is known and no playbook is of the trade", () => {
    expect(expectObjection(aStory(), testNow, none)).toBeUndefined();
    const asking = { ...none, library, vertical: "finance" };
    expect(expectObjection(aStory(), testNow, asking)).toBeUndefined();
  });

  it("is what the customer said, before what is recorded, what they did and what their trade says", () => {
    const story = aStory({
      heard: [heard("This is too expensive for us.")],
      deal: aDeal({ competitor: "Siemens" }),
      behaviour: looks(3, "security"),
    });
    const expected = expectObjection(story, testNow, { ...none, library, vertical: "medical" });
    expect(expected?.first).toMatchObject({
      tactic: "discount_demand",
      strength: "said",
      quote: "This is too expensive for us.",
      basis: { kind: "words" },
    });
    expect(expected?.others.map(({ tactic }) => tactic)).toEqual([
      "competitor_quote",
      "data_security",
    ]);
  });

  it("is found in Chinese as well", () => {
    const story = aStory({ heard: [heard("你们太贵了，别家便宜多了")] });
    const expected = expectObjection(story, testNow, none);
    expect(expected?.first.strength).toBe("said");
    expect([expected?.first, ...(expected?.others ?? [])].map((one) => one?.tactic)).toContain(
      "discount_demand",
    );
  });

  it("comes from a rep's words only where these tell of an objection", () => {
    const plain = anUpdate(testNow, "Sent the data sheet, demo on Friday", {});
    expect(expectObjection(aStory({ updates: [plain] }), testNow, none)).toBeUndefined();
    const told = anUpdate(testNow, "They complained that we are too expensive", {});
    expect(expectObjection(aStory({ updates: [told] }), testNow, none)?.first).toMatchObject({
      tactic: "discount_demand",
      strength: "told",
      basis: { kind: "update", by: "per_ana" },
    });
  });

  it("forgets words after half a year, but not why an earlier deal was lost", () => {
    const old = aStory({ heard: [heard("too expensive", testNow - 181 * dayMs)] });
    expect(expectObjection(old, testNow, none)).toBeUndefined();
    for (const lossReason of ["price", "Price", "价格"]) {
      const closedAt = testNow - 400 * dayMs;
      const lost = [aDeal({ id: "dea_old", status: "lost", lossReason, closedAt })];
      expect(expectObjection(aStory({ lost }), testNow, none)?.first).toMatchObject({
        tactic: "discount_demand",
        basis: { kind: "loss", at: closedAt },
      });
    }
  });

  it("takes two looks at a page for a question, one for curiosity", () => {
    const once = aStory({ behaviour: looks(1, "pricing") });
    expect(expectObjection(once, testNow, none)).toBeUndefined();
    const twice = aStory({ behaviour: looks(2, "pricing") });
    expect(expectObjection(twice, testNow, none)?.first).toMatchObject({
      tactic: "discount_demand",
      basis: { kind: "touches", times: 2, source: "test" },
    });
  });

  it("is else the one most scenarios of the trade raise, with how often", () => {
    const asking = { ...none, library, vertical: "medical" };
    expect(expectObjection(aStory(), testNow, asking)).toMatchObject({
      first: {
        tactic: "authority",
        strength: "library",
        basis: { vertical: "medical", times: 2, of: 3 },
      },
      others: [],
    });
  });
});
