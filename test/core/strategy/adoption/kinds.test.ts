import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkRule } from "../../../../src/core/journey/rules/check-rule.ts";
import { ruleSchema } from "../../../../src/core/journey/rules/schema.ts";
import { defaultWeights } from "../../../../src/core/leads/weighing/weights.ts";
import { chainOf, ruleIdOf, strategyOfRule } from "../../../../src/core/strategy/adoption/chain.ts";
import { factorOf, kindsFor } from "../../../../src/core/strategy/adoption/kinds.ts";
import { setFactor, withMore } from "../../../../src/core/strategy/adoption/weights.ts";
import { type Claim, claimSchema } from "../../../../src/core/strategy/claim.ts";

const claim = (set: object = {}): Claim =>
  claimSchema.parse({ action: { kind: "touch", type: "call.made" }, outcome: "won", ...set });
const touch = (type: string, set: object = {}) =>
  claim({ action: { kind: "touch", type }, ...set });

describe("what a claim can become", () => {
  it("is all four for a call to anybody", () => {
    expect(kindsFor(claim())).toEqual(["chain", "weights", "talk_track", "scenario"]);
  });

  it("is no chain and no weights where an industry or a team is meant: neither knows them", () => {
    const medical = claim({ population: { industry: "medical" } });
    expect(kindsFor(medical)).toEqual(["talk_track", "scenario"]);
    expect(kindsFor(claim({ population: { teamId: "tea_1" } }))).toEqual([
      "talk_track",
      "scenario",
    ]);
  });

  it("is no weights where a stage is meant: a lead is in none", () => {
    const late = claim({ population: { stages: ["proposal"] } });
    expect(kindsFor(late)).toEqual(["chain", "talk_track", "scenario"]);
  });

  it("is weights alone for what customers do, and a chain alone for a rule", () => {
    expect(kindsFor(touch("page.view"))).toEqual(["weights"]);
    expect(kindsFor(claim({ action: { kind: "rule", ruleId: "quiet" } }))).toEqual(["chain"]);
  });

  it("is nothing where it is about fewer, or about what no factor knows", () => {
    expect(kindsFor(claim({ direction: "down" }))).toEqual([]);
    expect(kindsFor(touch("deal.stage.changed"))).toEqual([]);
  });
});

describe("a claim as weights", () => {
  const weights = fc.record(
    Object.fromEntries(Object.keys(defaultWeights).map((id) => [id, fc.nat({ max: 60 })])),
  );

  it("adds to its factor, keeps 100 points, and the order of the others", () => {
    fc.assert(
      fc.property(weights, (live) => {
        fc.pre(Object.entries(live).some(([id, weight]) => id !== "speed" && weight > 0));
        const more = setFactor(live, "speed", 30);
        expect(Object.values(more).reduce((sum, weight) => sum + weight, 0)).toBe(100);
        const others = Object.keys(live).filter((id) => id !== "speed");
        const pairs = others.flatMap((one) => others.map((other) => [one, other] as const));
        const turned = pairs.filter(([one, other]) => {
          const wasMore = (live[one] ?? 0) > (live[other] ?? 0);
          return wasMore && (more[one] ?? 0) < (more[other] ?? 0);
        });
        expect(turned).toEqual([]);
      }),
    );
  });

  it("gives way at the highest share a strategy may ask for", () => {
    expect(withMore(defaultWeights, "speed").speed).toBe(14);
    expect(withMore({ speed: 90, load: 10 }, "speed").speed).toBe(90);
    expect(setFactor({ speed: 100 }, "speed", 10)).toEqual({ speed: 100 });
  });

  it("is about the factor that sees the touch", () => {
    const factors = ["page.view", "product.login", "ticket.opened", "email.reply", "call.made"];
    expect(factors.map((type) => factorOf(touch(type)))).toEqual([
      ...["behaviour", "usage", "service", "communication", "speed"],
    ]);
    expect(factorOf(touch("quote.sent"))).toBeUndefined();
  });
});

describe("a claim as a chain", () => {
  const chain = (of: Claim) =>
    chainOf({ strategyId: "str_01jd", claim: of, author: "Mia Manager" });

  it("is a rule that parses, is sound, and credits its author in both languages", () => {
    for (const type of ["call.made", "email.sent", "meeting.held", "quote.sent", "demo.held"]) {
      const source = chain(touch(type, { population: { stages: ["proposal"] } }));
      const rule = ruleSchema.parse(source);
      expect(checkRule(rule, source, { types: new Set() })).toEqual([]);
      expect(rule.about.en).toContain("Mia Manager");
      expect(rule.about.zh).toContain("Mia Manager");
      expect(rule.absent?.anyOf[0]?.touch).toBe(type);
    }
  });

  it("looks when a deal comes into the stage meant, else after a meeting", () => {
    const staged = ruleSchema.parse(chain(touch("call.made", { population: { stages: ["new"] } })));
    expect(staged.steps[0]).toMatchObject({ touch: "deal.stage.changed" });
    expect(ruleSchema.parse(chain(touch("call.made"))).steps[0]?.touch).toBe("meeting.held");
    expect(ruleSchema.parse(chain(touch("meeting.held"))).steps[0]?.touch).toBe("email.reply");
  });

  it("has an id from which its strategy can be read", () => {
    expect(strategyOfRule(ruleIdOf("str_01jd"))).toBe("str_01jd");
    expect(strategyOfRule("quiet-doubt")).toBeUndefined();
  });
});
