import { describe, expect, it } from "vitest";
import type { Deal } from "../../../../src/core/model.ts";
import type { Heard, Story } from "../../../../src/core/pipeline/brief/story.ts";
import { toChain } from "../../../../src/core/pipeline/review/decision-chain.ts";
import { measureRisks, type RiskId, riskIds } from "../../../../src/core/pipeline/review/risks.ts";
import type { StageAge } from "../../../../src/core/pipeline/review/stage-age.ts";
import { testNow } from "../../../helpers/people.ts";
import { aTouch } from "../../../helpers/touches.ts";
import { aContact, aDeal, aStory } from "../brief/stories.ts";

const dayMs = 86_400_000;
const unknownAge: StageAge = {
  ...{ stage: "qualified", since: testNow - 9 * dayMs, ageMs: 9 * dayMs, won: null, known: 4 },
};

const riskOf = (
  id: RiskId,
  set: Partial<Deal> = {},
  story: Partial<Story> = {},
  age = unknownAge,
) => {
  const deal = aDeal(set);
  const told = aStory({ deal, ...story });
  const risks = measureRisks({ story: told, deal, chain: toChain(told), age, now: testNow });
  return risks.find((risk) => risk.id === id);
};
const heard = (text: string, daysAgo = 1): Heard => {
  const at = testNow - daysAgo * dayMs;
  return { text, at, contactId: null, basis: { kind: "words", at, by: "per_ana" } };
};
const rival = heard("Your competitor is 20 % cheaper");

describe("the competitor risk radar", () => {
  it("has every dimension, each from 0 to 100 or not known", () => {
    const deal = aDeal();
    const story = aStory({ deal });
    const chain = toChain(story);
    const risks = measureRisks({ story, deal, chain, age: unknownAge, now: testNow });
    expect(risks.map(({ id }) => id)).toEqual([...riskIds]);
    expect(risks.map(({ value }) => value)).toEqual([0, 0, null, null, 100, 100, 100]);
  });

  it("adds 50 for a rival on the deal and 50 for one the customer spoke of lately", () => {
    expect(riskOf("competitor")).toMatchObject({ value: 0, why: "no_rival" });
    expect(riskOf("competitor", { competitor: "Siemens" })).toMatchObject({
      ...{ value: 50, why: "rival", params: { competitor: "Siemens" } },
    });
    expect(riskOf("competitor", {}, { heard: [rival] })).toMatchObject({
      ...{ value: 50, why: "spoken", bases: [rival.basis] },
    });
    const both = riskOf("competitor", { competitor: "Siemens" }, { heard: [rival] });
    expect(both).toMatchObject({ value: 100, why: "rival_spoken" });
    expect(both?.bases).toHaveLength(2);
    const old = heard("Your competitor is 20 % cheaper", 91);
    expect(riskOf("competitor", {}, { heard: [old] })).toMatchObject({ value: 0 });
  });

  it("counts 50 for each time they spoke of money in 90 days, in either language", () => {
    expect(riskOf("price", {}, { heard: [heard("太贵了")] })).toMatchObject({ value: 50 });
    const often = [heard("too expensive"), heard("no budget this year"), heard("打折吗")];
    expect(riskOf("price", {}, { heard: often })).toMatchObject({
      ...{ value: 100, params: { times: 3 } },
    });
  });

  it("measures silence by the customer's own rhythm, and not before a second visit", () => {
    const visits = (...daysAgo: number[]) => ({
      behaviour: daysAgo.map((days) => aTouch(`tch_${days}`, testNow - days * dayMs)),
    });
    expect(riskOf("silence", {}, visits(3))).toMatchObject({ value: null, why: "no_rhythm" });
    expect(riskOf("silence", {}, visits(1, 8, 15, 22))).toMatchObject({ value: 0 });
    // Weekly visitors who stay away for three weeks.
    expect(riskOf("silence", {}, visits(21, 28, 35, 42))).toMatchObject({
      ...{ value: 100, params: { days: 21, usual: 7 } },
    });
    expect(riskOf("silence", {}, visits(14, 21, 28, 35))).toMatchObject({ value: 50 });
  });

  it("takes the share of won deals that were quicker for the age of the stage", () => {
    expect(riskOf("stage")).toMatchObject({ value: null, params: { deals: 4 } });
    const won = { medianMs: dayMs, mostMs: dayMs, deals: 20, quicker: 0.85 };
    const age = { ...unknownAge, won, known: 20 };
    expect(riskOf("stage", {}, {}, age)).toMatchObject({
      ...{ value: 85, params: { days: 9, percent: 85, deals: 20 } },
    });
  });

  it("asks for a decision maker who is named, and in touch", () => {
    const contacts = [aContact("con_wang", "Wang Li", "CEO")];
    const talk = (days: number) => ({
      contacts,
      talks: new Map([["con_wang", aTouch("t", testNow - days * dayMs, { type: "call.made" })]]),
    });
    const named = { decisionMaker: "Wang Li" };
    expect(riskOf("decider", {}, { contacts })).toMatchObject({ value: 100, why: "no_decider" });
    expect(riskOf("decider", named, { contacts })).toMatchObject({ value: 50 });
    expect(riskOf("decider", named, talk(31))).toMatchObject({ value: 50, why: "decider_far" });
    expect(riskOf("decider", named, talk(2))).toMatchObject({ value: 0, why: "decider" });
  });

  it("asks for a next step with a day to come", () => {
    const step = (nextStepDate: number | null) =>
      riskOf("step", { nextStep: "Demo", nextStepDate });
    expect(riskOf("step")).toMatchObject({ value: 100, why: "no_step" });
    expect(step(testNow - dayMs)).toMatchObject({ value: 75, why: "step_past" });
    expect(step(null)).toMatchObject({ value: 50, why: "step_undated" });
    expect(step(testNow - dayMs / 2)).toMatchObject({ value: 0, why: "step" });
  });

  it("asks for a budget that is confirmed", () => {
    const budget = (budgetStatus: string | null) => riskOf("budget", { budgetStatus })?.value;
    expect([null, "none", "frozen", "estimated", "confirmed"].map(budget)).toEqual([
      ...[100, 100, 100, 50, 0],
    ]);
  });
});
