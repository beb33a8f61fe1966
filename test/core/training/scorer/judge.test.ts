import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlan } from "../../../../src/core/training/customer/plan.ts";
import { agreementOf, compareOpinions } from "../../../../src/core/training/scorer/judge.ts";
import { toRulebook } from "../../../../src/core/training/scorer/rulebook.ts";
import { scoreTranscript } from "../../../../src/core/training/scorer/score.ts";
import { library } from "../reps.ts";

const plan = toPlan(library, { scenario: "pumps-night-shift", language: "en" });
const turns = [
  { who: "customer", text: "Why are you here?" },
  { who: "rep", text: "What happened at the\nlast rollout? Who was on the night shift?" },
] as const;
const score = scoreTranscript(turns, toRulebook(plan));
const [first, second] = plan.rubric;
const opinion = (set: { id?: string; passed?: boolean; quote?: string | null }) => ({
  ...{ id: first?.id ?? "", passed: true, quote: "What happened at the last rollout?", ...set },
});
const compare = (...written: ReturnType<typeof opinion>[]) =>
  compareOpinions(written, { turns, score });

describe("a judge's opinion", () => {
  it("is kept with the turn that its sentence stands in", () => {
    expect(compare(opinion({})).opinions).toEqual([
      { id: first?.id, passed: true, turn: 2, quote: "What happened at the last rollout?" },
    ]);
  });

  it("is kept as a no without a sentence", () => {
    const no = compare(
      opinion({ passed: false, quote: "" }),
      opinion({ id: second?.id ?? "", passed: false, quote: null }),
    );
    expect(no).toMatchObject({ dropped: 0, opinions: [{ passed: false }, { passed: false }] });
  });

  it.each([
    ["a yes without a sentence", { quote: "" }],
    ["a sentence nobody said", { quote: "What happened at the previous rollout?" }],
    ["a sentence of the customer", { quote: "Why are you here?" }],
    ["a no with a sentence nobody said", { passed: false, quote: "I do not care." }],
    ["a check that is none", { id: "charm" }],
    ["a single letter", { quote: "W" }],
  ])("is dropped for %s", (_what, set) => {
    expect(compare(opinion(set))).toMatchObject({ opinions: [], dropped: 1 });
  });

  it("counts once per check", () => {
    expect(compare(opinion({}), opinion({ passed: false }))).toMatchObject({ dropped: 1 });
  });

  it("changes no score", () => {
    const before = JSON.stringify(score);
    compare(opinion({}));
    expect(JSON.stringify(score)).toBe(before);
  });
});

describe("agreement", () => {
  const pairs = (yesYes: number, yesNo: number, noYes: number, noNo: number) =>
    [
      ...Array.from({ length: yesYes }, () => [true, true] as const),
      ...Array.from({ length: yesNo }, () => [true, false] as const),
      ...Array.from({ length: noYes }, () => [false, true] as const),
      ...Array.from({ length: noNo }, () => [false, false] as const),
    ] as const;

  it("is Cohen's kappa", () => {
    expect(agreementOf(pairs(20, 5, 10, 15))).toEqual({ n: 50, share: 0.7, kappa: 0.4 });
  });

  it("has no kappa where both say the same of everything, and nothing without checks", () => {
    expect(agreementOf(pairs(7, 0, 0, 0))).toEqual({ n: 7, share: 1, kappa: null });
    expect(agreementOf([])).toEqual({ n: 0, share: null, kappa: null });
  });

  it("is 1 at most, and the same whoever is asked first", () => {
    const pair = fc.tuple(fc.boolean(), fc.boolean());
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1 }), (all) => {
        const agreement = agreementOf(all);
        expect(agreement.kappa ?? 0).toBeLessThanOrEqual(1);
        expect(agreement).toEqual(agreementOf(all.map(([one, other]) => [other, one] as const)));
      }),
    );
  });
});
