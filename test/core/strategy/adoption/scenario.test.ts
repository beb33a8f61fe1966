import { beforeAll, describe, expect, it } from "vitest";
import {
  fromTarget,
  planScenario,
  practisedBy,
  toTarget,
} from "../../../../src/core/strategy/adoption/scenario.ts";
import { type Claim, claimSchema } from "../../../../src/core/strategy/claim.ts";
import type { Library } from "../../../../src/core/training/library.ts";
import { sharedTraining } from "../../../helpers/training.ts";

let library: Library;
beforeAll(async () => {
  await sharedTraining().reload();
  library = sharedTraining().library();
});

const verticals = ["finance", "manufacturing", "medical"];
const claim = (population: object = {}): Claim =>
  claimSchema.parse({
    ...{ action: { kind: "touch", type: "call.made" }, outcome: "won", population },
  });
const words = { title: "Practice: call", goal: (goal: string) => `Call. ${goal}` };

describe("what a claim is practised on", () => {
  it("is the objection its author names, in the vertical of its industry", () => {
    const said = "calling helps because they say a competitor offered a lower price";
    const practised = practisedBy(claim({ industry: "医疗器械" }), said, verticals);
    expect(practised).toEqual({ vertical: "medical", tactic: "competitor_quote" });
    expect(fromTarget(toTarget(practised))).toEqual(practised);
  });

  it("is the usual objection of its stage where none is named, and any vertical", () => {
    const late = practisedBy(claim({ stages: ["negotiation"] }), "it helps", verticals);
    expect(late).toEqual({ vertical: undefined, tactic: "discount_demand" });
    expect(fromTarget(toTarget(late))).toEqual(late);
    expect(practisedBy(claim(), "it helps", verticals).tactic).toBe("status_quo");
  });

  it("is begun with in both languages, by somebody of the library, with the action as the goal", () => {
    for (const language of ["en", "zh"] as const) {
      const wanted = { vertical: "finance", tactic: "no_time", own: undefined, language } as const;
      const plan = planScenario(library, wanted, words);
      expect(plan).toMatchObject({ vertical: "finance", language, isDrill: false });
      expect(plan?.scenario.objections[0]?.tactic).toBe("no_time");
      expect(plan?.scenario.objections.length).toBeGreaterThanOrEqual(3);
      expect(plan?.scenario.goal).toMatch(/^Call\. ./);
      expect(plan?.persona.id).toBe(plan?.scenario.persona);
    }
  });

  it("falls back to the player's own vertical, and is nothing where nobody raises it", () => {
    const wanted = { vertical: undefined, tactic: "status_quo", own: "medical" } as const;
    const plan = planScenario(library, { ...wanted, language: "en" }, words);
    expect(plan?.vertical).toBe("medical");
    const none = { playbooks: [] };
    expect(planScenario(none, { ...wanted, language: "en" }, words)).toBeUndefined();
  });
});
