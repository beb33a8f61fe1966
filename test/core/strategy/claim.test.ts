import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Claim,
  canonical,
  claimSchema,
  contradicts,
  fingerprint,
  isCircular,
} from "../../../src/core/strategy/claim.ts";
import { isClaim, readClaim, type Vocabulary } from "../../../src/core/strategy/read-claim.ts";
import { isoWeek, quarterOf } from "../../../src/core/strategy/stored.ts";

const call: Claim = claimSchema.parse({
  ...{ action: { kind: "touch", type: "call.made" }, outcome: "won" },
});
const vocabulary: Vocabulary = {
  rules: [{ id: "quiet-doubt", names: ["Quiet doubt", "默默犹豫"] }],
  teams: [
    { id: "tea_all", name: "All" },
    { id: "tea_north", name: "North" },
  ],
  industries: ["medical", "制造"],
};
const read = (words: string) => readClaim(words, vocabulary);

describe("a claim", () => {
  it.each([
    "发报价后两天内打电话，赢单更多",
    "Calling within two days after the quote, we win more",
    "calling within two days after the quote wins more deals",
  ])("is read where no verb joins the two, and is about what is done after: %s", (words) => {
    const action = { kind: "touch", type: "call.made" };
    expect(read(words)).toMatchObject({ action, outcome: "won", direction: "up" });
  });

  it.each([
    [
      "calls within two days after the quote bring more wins within 30 days",
      "within two days after the quote",
      30,
    ],
    [
      "calling within 3 days of the quote brings more wins",
      "within 3 days of the quote",
      undefined,
    ],
    ["报价后2天内打电话,30天内赢单更多", "报价后2天内", 30],
    ["发报价后两天内打电话，两周内赢单更多", "发报价后两天内", 14],
    [
      "Calling the next day after a demo, within 14 days we win more",
      "the next day after a demo",
      14,
    ],
  ])("tells when it is done from when it works: %s", (words, untested, windowDays) => {
    const timing = readClaim(words, vocabulary);
    expect(timing).toMatchObject({ untested, outcome: "won" });
    expect(timing.windowDays).toBe(windowDays);
  });

  it.each([
    [
      "we called every new lead the day the quote went out and more of them agreed to a meeting",
      true,
    ],
    ["这周我们给看过报价页的客户都打了电话，约到的会议更多了", true],
    ["we called Acme and they want a demo", false],
    ["what is the win rate by source", false],
    ["客户说太贵了，想再看看", false],
  ])("is recognised in a sentence of its own: %s", (words, isOne) => {
    expect(isClaim(words)).toBe(isOne);
  });

  it("has the same canonical text whatever the order of its keys", () => {
    const object = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(object, (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
      }),
    );
  });

  it("has a fingerprint that any change of claim or time changes", async () => {
    const one = await fingerprint(call, 1);
    expect(one).toMatch(/^[0-9a-f]{64}$/);
    expect(await fingerprint({ ...call }, 1)).toBe(one);
    expect(await fingerprint({ ...call, points: 11 }, 1)).not.toBe(one);
    expect(await fingerprint(call, 2)).not.toBe(one);
  });

  it("contradicts its opposite, and nothing else", () => {
    expect(contradicts(call, { ...call, direction: "down" })).toBe(true);
    expect(contradicts(call, call)).toBe(false);
    expect(contradicts(call, { ...call, direction: "down", outcome: "reply" })).toBe(false);
  });

  it("is circular where the action is the outcome", () => {
    const booking = { kind: "touch", type: "meeting.booked" } as const;
    expect(isCircular({ action: booking, outcome: "meeting" })).toBe(true);
    expect(isCircular({ action: booking, outcome: "won" })).toBe(false);
  });

  it("refuses a metric there is none of, and a window out of bounds", () => {
    expect(claimSchema.safeParse({ ...call, outcome: "happiness" }).success).toBe(false);
    expect(claimSchema.safeParse({ ...call, windowDays: 2 }).success).toBe(false);
  });
});

describe("reading a claim", () => {
  it.each([
    [
      "calling deals in the proposal stage brings 10 points more wins within 30 days",
      "call.made",
      "won",
    ],
    ["Visiting customers leads to more signed contracts", "meeting.held", "won"],
    ["sending a quote gets more replies", "quote.sent", "reply"],
    ["E-mailing them raises meetings by 5 % in 14 days", "email.sent", "meeting"],
    ["demos move → more deals that move on", "demo.held", "moved"],
    ["给已报价阶段的客户打电话，30 天内能提高赢单 10 个百分点", "call.made", "won"],
    ["上门拜访让成交更多", "meeting.held", "won"],
    ["发邮件能带来更多回复", "email.sent", "reply"],
    ["微信跟进促进阶段推进", "message.sent", "moved"],
  ])("understands “%s”", (words, type, outcome) => {
    expect(read(words)).toMatchObject({ action: { kind: "touch", type }, outcome });
  });

  it("reads stage, time, size and direction in both languages", () => {
    const english = read("calling deals in negotiation lowers wins by 8 points within 2 weeks");
    expect(english).toMatchObject({ direction: "down", windowDays: 14, points: 8 });
    expect(english.population.stages).toEqual(["negotiation"]);
    const chinese = read("谈判阶段打电话 14 天内降低赢单 8 个百分点，因为客户嫌烦");
    expect(chinese).toMatchObject({ direction: "down", windowDays: 14, points: 8 });
    expect(chinese.population.stages).toEqual(["negotiation"]);
  });

  it("finds rules, teams and industries as whole names only", () => {
    expect(read("acting on the rule Quiet doubt brings more wins").action).toEqual({
      ...{ kind: "rule", ruleId: "quiet-doubt" },
    });
    expect(read("calling team North brings wins").population.teamId).toBe("tea_north");
    expect(read("calling medical customers brings wins").population.industry).toBe("medical");
    expect(read("给制造客户打电话带来成交").population.industry).toBe("制造");
  });

  it("names what it cannot count, and guesses nothing", () => {
    expect(read("calling brings more happiness")).toMatchObject({
      unknownOutcome: "more happiness",
    });
    expect(read("be nice").action).toBeUndefined();
    expect(read("")).toEqual({ population: { stages: [] } });
  });
});

it("weeks and quarters are those of the calendar", () => {
  expect([isoWeek("2026-11-22"), isoWeek("2027-01-01"), isoWeek("2026-01-01")]).toEqual([
    ...["2026-W47", "2026-W53", "2026-W01"],
  ]);
  const { gte, lt } = quarterOf(Date.UTC(2026, 10, 22));
  expect([gte, lt]).toEqual([Date.UTC(2026, 9, 1), Date.UTC(2027, 0, 1)]);
});
