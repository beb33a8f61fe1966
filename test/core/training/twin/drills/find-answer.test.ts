import { describe, expect, it } from "vitest";
import {
  findAnswer,
  type SharedTalk,
} from "../../../../../src/core/training/twin/drills/find-answer.ts";
import { topPerformers } from "../../../../../src/core/training/twin/drills/top-performers.ts";
import type { SkillEvidence } from "../../../../../src/core/training/twin/skill-evidence.ts";
import type { Visible } from "../../../../../src/core/training/twin/visible.ts";
import { aPerson, testNow } from "../../../../helpers/people.ts";

const objection = "Honestly your price is too expensive, the other supplier is cheaper.";
const words = "Over five years the service saves twelve percent of the cost, measured by a clinic.";

const piece = (set: Partial<SkillEvidence> = {}): SkillEvidence => ({
  ...{ id: "ske_1", personId: "per_ana", skill: "price_negotiation", source: "call" },
  ...{ sourceId: "cal_1", passed: 3, checks: 4, at: testNow },
  quotes: [{ check: "value-first", passed: true, quote: words, asks: "Says what it is worth." }],
  ...set,
});
const talk = (set: Partial<SharedTalk> = {}): SharedTalk => ({
  ...{ vertical: "medical", language: "en", breaches: [] },
  turns: [
    { who: "customer", text: objection },
    { who: "rep", text: words },
  ],
  ...set,
});
const find = (evidence: SkillEvidence[], talks: [string, SharedTalk][], known: string[] = []) =>
  findAnswer({
    ...{ skill: "price_negotiation", evidence, talks: new Map(talks), known: new Set(known) },
  });

describe("the best answer", () => {
  it("is the turn that passed a check right after an objection of that skill", () => {
    expect(find([piece()], [["cal_1", talk()]])).toMatchObject({
      ...{ customer: objection, words, asks: "Says what it is worth.", sourceId: "cal_1" },
    });
  });

  it("comes from the talk in which most checks passed, and never twice from one", () => {
    const pieces = [piece(), piece({ id: "ske_2", sourceId: "cal_2", passed: 4 })];
    const talks: [string, SharedTalk][] = [
      ["cal_1", talk()],
      ["cal_2", talk()],
    ];
    expect(find(pieces, talks)?.sourceId).toBe("cal_2");
    expect(find(pieces, talks, ["cal_2"])?.sourceId).toBe("cal_1");
    expect(find(pieces, talks, ["cal_1", "cal_2"])).toBeUndefined();
  });

  it.each<[string, SkillEvidence[], SharedTalk]>([
    [
      "a check that failed",
      [piece({ quotes: [{ check: "a", passed: false, quote: words }] })],
      talk(),
    ],
    ["words that must not be said", [piece()], talk({ breaches: ["saves twelve percent"] })],
    [
      "an answer to no objection",
      [piece()],
      talk({
        turns: [
          { who: "customer", text: "Good morning." },
          { who: "rep", text: words },
        ],
      }),
    ],
    ["the first words of a talk", [piece()], talk({ turns: [{ who: "rep", text: words }] })],
    ["another skill", [piece({ skill: "rapport" })], talk()],
  ])("is not %s", (_, evidence, given) => {
    expect(find(evidence, [["cal_1", given]])).toBeUndefined();
  });
});

const seen = (id: string, results: [passed: number, checks: number][]): Visible => ({
  ...{ person: aPerson(id), from: 0, shared: [], consents: new Set() },
  evidence: results.map(([passed, checks], at) =>
    piece({ id: `${id}${at}`, personId: id, sourceId: `${id}${at}`, passed, checks }),
  ),
});
const manyGood: [number, number][] = Array(8).fill([4, 4]);

describe("the top performer of a skill", () => {
  it("is the one whose interval begins highest, not the one with the best mean", () => {
    const lucky = seen("per_lucky", [...Array(3).fill([4, 4])]);
    const tops = topPerformers([lucky, seen("per_sure", manyGood)], testNow);
    expect(tops).toMatchObject([{ skill: "price_negotiation", personId: "per_sure", talks: 8 }]);
  });

  it.each<[string, Visible]>([
    [
      "two talks",
      seen("per_a", [
        [4, 4],
        [4, 4],
      ]),
    ],
    ["an interval that begins under a half", seen("per_a", Array(8).fill([2, 4]))],
    ["nothing shared", seen("per_a", [])],
  ])("is nobody with %s", (_, visible) => {
    expect(topPerformers([visible], testNow)).toEqual([]);
  });
});
