import { describe, expect, it } from "vitest";
import type { WeightVersion } from "../../../../src/core/facts.ts";
import { decideBatch } from "../../../../src/core/leads/batch/decide-batch.ts";
import type { LeadFacts, RepFacts, TeamFacts } from "../../../../src/core/leads/gathering/facts.ts";
import { aLead, aPerson } from "../../../helpers/people.ts";

const weights: WeightVersion = {
  ...{ id: "wei_1", segment: "all", number: 1, weights: { load: 15, industry: 85 } },
  ...{ state: "published", authorId: null, reason: null, basedOnId: null, backtest: null },
  ...{ createdAt: 0, publishedAt: 0 },
};
const weightsOf = () => weights;

function aRep(
  id: string,
  set: Partial<RepFacts> & { capacity?: number; industries?: string[] } = {},
): RepFacts {
  const { capacity = 10, industries = [], ...rest } = set;
  return {
    ...{
      person: aPerson(id, { capacity, industries }),
      open: 0,
      offered: 0,
      absence: null,
      deals: [],
    },
    ...rest,
  };
}

const team = (...reps: RepFacts[]): TeamFacts => ({ reps, licensed: new Set() });

function leads(count: number, industry: string | null = null): LeadFacts[] {
  return Array.from({ length: count }, (_, index) => ({
    lead: aLead(`led_${industry}_${index}`),
    account: industry ? ({ industry } as LeadFacts["account"]) : null,
    ...{ contact: null, touches: [], declinedBy: new Set<string>() },
  }));
}

function shares(batch: LeadFacts[], reps: TeamFacts): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { choice } of decideBatch(batch, reps, weightsOf)) {
    const name = choice?.repId ?? "nobody";
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe("a batch of leads", () => {
  it("gives equal reps equal shares", () => {
    const equal = team(...["per_a", "per_b", "per_c"].map((id) => aRep(id, { capacity: 100 })));
    expect(shares(leads(90), equal)).toEqual({ per_a: 30, per_b: 30, per_c: 30 });
  });

  it("gives to whoever was served least lately first", () => {
    const busy = team(
      aRep("per_a", { capacity: 100, offered: 6 }),
      aRep("per_b", { capacity: 100 }),
    );
    // Load alone would split evenly; the draw decides only below it.
    expect(shares(leads(1), busy)).toEqual({ per_b: 1 });
  });

  it("never exceeds anybody's capacity, and says who was filled up", () => {
    const small = team(aRep("per_a", { capacity: 2 }), aRep("per_b", { capacity: 1, open: 1 }));
    const decisions = decideBatch(leads(4), small, weightsOf);
    expect(decisions.filter(({ choice }) => choice?.repId === "per_a")).toHaveLength(2);
    const left = decisions.filter(({ choice }) => choice === null);
    expect(left).toHaveLength(2);
    const reasons = left[0]?.alternatives.map(({ repId, blockedBy }) => [repId, blockedBy?.code]);
    expect(reasons).toEqual(
      expect.arrayContaining([
        ["per_a", "batch_full"],
        ["per_b", "full"],
      ]),
    );
  });

  it("leaves a specialist free for the leads that need one", () => {
    const specialist = aRep("per_fin", { capacity: 1, industries: ["finance"] });
    const both = team(specialist, aRep("per_any", { capacity: 1, open: 0 }));
    const [general, financial] = [leads(1), leads(1, "finance")];
    const decisions = decideBatch([...general, ...financial], both, weightsOf);
    expect(decisions.map(({ choice }) => choice?.repId)).toEqual(["per_any", "per_fin"]);
  });

  it("keeps every number of the choice exact", () => {
    const reps = team(aRep("per_a"), aRep("per_b", { industries: ["finance"] }));
    for (const { choice } of decideBatch(leads(6, "finance"), reps, weightsOf)) {
      const sum = choice?.contributions.reduce((total, { points }) => total + points, 0);
      expect(sum).toBe(choice?.fit);
    }
  });

  it("has a defined answer when nobody is there", () => {
    expect(shares(leads(3), team())).toEqual({ nobody: 3 });
    expect(decideBatch([], team(aRep("per_a")), weightsOf)).toEqual([]);
  });
});
