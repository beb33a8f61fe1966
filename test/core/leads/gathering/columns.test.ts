import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideLead } from "../../../../src/core/leads/assigning/decide.ts";
import { factors } from "../../../../src/core/leads/factors.ts";
import { fitOf } from "../../../../src/core/leads/fit.ts";
import { columnsOf, lineOf } from "../../../../src/core/leads/gathering/columns.ts";
import type {
  ClosedDeal,
  LeadFacts,
  RepFacts,
  TeamFacts,
} from "../../../../src/core/leads/gathering/facts.ts";
import { blockOf } from "../../../../src/core/leads/limits.ts";
import { defaultWeights } from "../../../../src/core/leads/weighing/weights.ts";
import type { Account, Touch } from "../../../../src/core/model.ts";
import { aLead, aPerson, testNow } from "../../../helpers/people.ts";

const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const industry = fc.constantFrom("finance", "medical", null);
const account = fc
  .record({
    id: fc.constantFrom("acc_1", "acc_2", "acc_3", "acc_4", "acc_5"),
    industry,
    segment: fc.constantFrom("small", "large", null),
    territory: fc.constantFrom("UK", null),
    country: fc.constantFrom("UK", "US", null),
    employees: maybe(fc.integer({ min: 0, max: 100_000 })),
    revenue: maybe(fc.double({ min: 1, max: 1e9, noNaN: true })),
    currency: fc.constantFrom("GBP", "USD", null),
  })
  .map(
    (set): Account => ({
      ...{ name: set.id, nameKey: set.id, domain: null, foundedYear: null, creditCode: null },
      ...{ vatId: null, parentId: null, ownerId: null, createdAt: 0, updatedAt: 0, ...set },
    }),
  );
const kinds = ["page.view:pricing", "email.open", "page.view:pricing > email.open"];
const usage = fc.constantFrom("light" as const, "deep" as const, null);
const service = fc.constantFrom("calm" as const, "unhappy" as const, null);
const amount = maybe(fc.integer({ min: 1, max: 1_000_000 }));
const deal = fc
  .record({
    won: fc.boolean(),
    account: maybe(account),
    hours: maybe(fc.double({ min: 0, max: 500, noNaN: true })),
    touches: fc.dictionary(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 9 })),
    ...{ usage, service, amount },
    asked: fc.boolean(),
  })
  .map(
    ({ hours, touches, asked, ...set }): ClosedDeal => ({
      ...{ dealId: "dea_1", closedAt: testNow, currency: "GBP", ...set },
      ...{ firstContactHours: hours, touches: new Map(Object.entries(touches)) },
      ...{ askedForPrices: asked, noBudget: !asked },
    }),
  );
const talk = fc
  .record({ sent: fc.nat(20), tones: fc.nat(5), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ sent, tones, share }) => {
    return { sent, answered: Math.floor(sent * share), tones, toneSum: tones * share };
  });
const skills = fc.constantFrom(
  [],
  [{ skill: "objection_handling" as const, passed: 3, checks: 5, hits: 2.5, of: 4 }],
  [{ skill: "competitor_comparison" as const, passed: 1, checks: 4, hits: 1, of: 4 }],
);
const rep = fc.record({
  open: fc.nat(12),
  offered: fc.nat(2),
  industry,
  deals: fc.array(deal, { maxLength: 8 }),
  talk: fc.option(talk, { nil: undefined }),
  skills,
});
const team = fc.array(rep, { minLength: 1, maxLength: 6 }).map(
  (reps): TeamFacts => ({
    reps: reps.map(({ industry: own, talk: talked, ...set }, index): RepFacts => {
      const person = aPerson(`per_${index}`, { capacity: 10, industries: own ? [own] : [] });
      return { person, absence: null, ...set, ...(talked ? { talk: talked } : {}) };
    }),
    licensed: new Set(),
    tallies: new Map(),
    calls: {
      byVertical: new Map([["finance", new Map([["objection_handling", 2]])]]),
      known: new Map(),
    },
  }),
);
const lead = fc
  .record({
    account: maybe(account),
    touches: fc.array(fc.constantFrom("page.view", "email.open", "file.download"), {
      maxLength: 6,
    }),
    ...{ usage, service, budget: amount },
    budgetStatus: fc.constantFrom(null, "confirmed", "none"),
    talks: maybe(fc.dictionary(fc.constantFrom("per_0", "per_1", "per_9"), talk)),
  })
  .map(
    ({ budget, budgetStatus, talks, touches, ...set }): LeadFacts => ({
      ...{ ...set, contact: null, declinedBy: new Set(["per_2"]) },
      lead: aLead("led_1", { budget, budgetStatus, currency: "GBP" }),
      touches: touches.map(toTouch),
      ...(talks ? { talks: new Map(Object.entries(talks)) } : {}),
    }),
  );

function toTouch(type: string, index: number): Touch {
  return {
    ...{ id: `tch_${index}`, contactId: "con_1", anonymousId: null, accountId: null, type },
    ...{ at: testNow + index, receivedAt: testNow, source: "test" },
    props: type === "page.view" ? { page: "pricing" } : { kind: "quote" },
  };
}

/** Many leads on one team, so that what is kept of the first is used for the others. */
const days = fc.record({ team, leads: fc.array(lead, { minLength: 2, maxLength: 6 }) });

describe("columns of a team", () => {
  it("say of everybody what each factor says of them alone", () => {
    fc.assert(
      fc.property(days, ({ team: all, leads }) => {
        for (const one of leads) {
          const columns = columnsOf(one, all);
          for (const [index, each] of all.reps.entries()) {
            const alone = factors.map((factor) => factor.measure(one, each, all)?.value ?? null);
            expect(lineOf(columns, index)).toEqual(alone);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("decide as the fit of each rep alone does", () => {
    fc.assert(
      fc.property(days, ({ team: all, leads }) => {
        for (const one of leads) {
          const { choice, alternatives } = decideLead(one, all, defaultWeights);
          const ranked = [...(choice ? [choice] : []), ...alternatives];
          const alone = rankAlone(one, all);
          // Equal fits may stand in either order: who was offered fewest leads lately is not a matter of fit.
          expect(ranked.map(({ fit }) => fit)).toEqual(alone.map(({ fit }) => fit));
          expect(new Map(ranked.map(({ repId, fit }) => [repId, fit]))).toEqual(
            new Map(alone.map(({ repId, fit }) => [repId, fit])),
          );
          expect(choice !== null).toBe(alone[0]?.isFree);
          const own = all.reps.find(({ person }) => person.id === choice?.repId);
          const fit = own && fitOf({ lead: one, rep: own, team: all }, defaultWeights);
          expect(choice?.contributions).toEqual(fit?.contributions);
        }
      }),
    );
  });

  it("follow a load that changed in between", () => {
    const reps = [0, 1].map((index): RepFacts => {
      const person = aPerson(`per_${index}`, { capacity: 10 });
      return { person, open: index, offered: 0, absence: null, deals: [] };
    });
    const two: TeamFacts = { reps, licensed: new Set() };
    const one: LeadFacts = {
      ...{ lead: aLead("led_1"), account: null, contact: null, touches: [] },
      declinedBy: new Set(),
    };
    expect(decideLead(one, two, defaultWeights).choice?.repId).toBe("per_0");
    (reps[0] as RepFacts).open = 5;
    expect(decideLead(one, two, defaultWeights).choice?.repId).toBe("per_1");
  });
});

/** Everybody's fit from their own factors, whoever may have the lead first. */
function rankAlone(one: LeadFacts, all: TeamFacts) {
  return all.reps
    .map((each) => ({
      repId: each.person.id,
      fit: fitOf({ lead: one, rep: each, team: all }, defaultWeights).fit,
      isFree: blockOf(one, each, all) === null,
    }))
    .sort((a, b) => Number(b.isFree) - Number(a.isFree) || b.fit - a.fit);
}
