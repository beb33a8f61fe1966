import { describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import { draftStep } from "../../../../src/core/training/calls/draft-step.ts";
import { summarise } from "../../../../src/core/training/calls/summarise.ts";
import { testNow } from "../../../helpers/people.ts";

const english = [
  { who: "rep", text: "Good morning. What matters most to you?" },
  { who: "customer", text: "Your price is too expensive, the other supplier is cheaper." },
  {
    who: "rep",
    text: "I understand. It saves 12 % of the cost, St. Mary hospital measured it in May.",
  },
  { who: "customer", text: "That makes sense. But no, the contract is a problem for us." },
  { who: "rep", text: "Sign today or it is gone." },
  { who: "customer", text: "I hate being pushed. We will check with our legal team." },
  { who: "rep", text: "I will send you the proposal on Friday." },
] as const;

describe("a call", () => {
  it("tells met objections from unmet ones, with both sides' words", () => {
    const { objections } = summarise(english);
    expect(objections.map(({ isMet }) => isMet)).toEqual([true, false, true]);
    expect(objections[0]).toMatchObject({
      quote: english[1].text,
      answer: english[2].text,
    });
  });

  it("shows the best and the worst sentence, with what came before it", () => {
    const { best, worst } = summarise(english);
    expect(best).toBe(english[2].text);
    expect(worst).toEqual({ quote: english[4].text, before: english[3].text });
  });

  it("lists promises of both sides, and drafts the last one that names a step or a day", () => {
    const { commitments } = summarise(english);
    expect(commitments.map(({ who }) => who)).toEqual(["customer", "rep"]);
    const context = { now: testNow, timeZone: "UTC", workdays: createCalendar(), deals: [] };
    expect(draftStep(commitments, context)).toEqual({
      quote: "I will send you the proposal on Friday.",
      step: "send_proposal",
      day: "2026-11-27",
    });
    expect(draftStep([], context)).toBeNull();
  });

  it("reads Chinese as well", () => {
    const { objections, commitments } = summarise([
      { who: "customer", text: "你们的价格太贵了，我们预算不够。" },
      { who: "rep", text: "我理解您的顾虑。三年下来能省 12% 的成本，我下周三给您发方案。" },
    ]);
    expect(objections).toHaveLength(1);
    expect(objections[0]?.isMet).toBe(true);
    expect(commitments.map(({ quote }) => quote)).toEqual([
      "三年下来能省 12% 的成本，我下周三给您发方案。",
    ]);
  });

  it("of nothing shows nothing", () => {
    expect(summarise([])).toEqual({ objections: [], commitments: [], best: null, worst: null });
  });
});
