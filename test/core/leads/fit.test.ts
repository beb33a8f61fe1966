import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decideLead, strongest } from "../../../src/core/leads/assigning/decide.ts";
import { bandOf, smallestFlip } from "../../../src/core/leads/explaining/compare.ts";
import { factors } from "../../../src/core/leads/factors.ts";
import { fitOf } from "../../../src/core/leads/fit.ts";
import type { ClosedDeal, LeadFacts, RepFacts } from "../../../src/core/leads/gathering/facts.ts";
import { defaultWeights, normaliseWeights } from "../../../src/core/leads/weighing/weights.ts";
import type { Touch } from "../../../src/core/model.ts";
import { aLead, anAccount, aPerson, testNow } from "../../helpers/people.ts";

const industries = ["finance", "manufacturing", "medical", null];
const account = fc.record({
  industry: fc.constantFrom(...industries),
  employees: fc.option(fc.integer({ min: 1, max: 100_000 }), { nil: null }),
  territory: fc.constantFrom("UK", "US", null),
});
const deal = fc
  .record({
    won: fc.boolean(),
    account,
    hours: fc.option(fc.double({ min: 0, max: 500, noNaN: true }), { nil: null }),
    touches: fc.dictionary(
      fc.constantFrom("page.view:pricing", "email.open"),
      fc.integer({ min: 1, max: 9 }),
    ),
  })
  .map(
    ({ won, account: set, hours, touches }): ClosedDeal => ({
      dealId: "dea_1",
      won,
      closedAt: testNow,
      account: anAccount("acc_won", set),
      firstContactHours: hours,
      touches: new Map(Object.entries(touches)),
    }),
  );
const rep = fc.record({
  capacity: fc.integer({ min: 0, max: 20 }),
  open: fc.integer({ min: 0, max: 25 }),
  offered: fc.integer({ min: 0, max: 5 }),
  territories: fc.subarray(["UK", "US"]),
  deals: fc.array(deal, { maxLength: 12 }),
});
const touch = fc.constantFrom("page.view", "email.open", "form.submit").map(
  (type): Touch => ({
    id: "tch_1",
    contactId: "con_1",
    anonymousId: null,
    accountId: null,
    type,
    at: testNow,
    receivedAt: testNow,
    props: type === "page.view" ? { page: "pricing" } : {},
    source: "test",
  }),
);
const situation = fc
  .record({
    reps: fc.array(rep, { maxLength: 6 }),
    account: fc.option(account, { nil: null }),
    touches: fc.array(touch, { maxLength: 5 }),
  })
  .map(({ reps, account: set, touches }) => ({
    team: {
      reps: reps.map(
        ({ capacity, territories, ...rest }, index): RepFacts => ({
          person: aPerson(`per_${index}`, { capacity, territories }),
          absence: null,
          ...rest,
        }),
      ),
      licensed: new Set<string>(),
    },
    lead: {
      lead: aLead("led_1", { territory: "UK" }),
      account: set && anAccount("acc_1", set),
      contact: null,
      touches,
      declinedBy: new Set<string>(),
    } satisfies LeadFacts,
  }));
const weights = fc
  .record(Object.fromEntries(factors.map(({ id }) => [id, fc.integer({ min: 0, max: 1000 })])))
  .map((given) => normaliseWeights(given as Record<string, number>))
  .filter((normalised) => normalised !== null);

describe("fit", () => {
  it("is exactly the sum of its contributions, all whole numbers in range", () => {
    fc.assert(
      fc.property(situation, weights, ({ team, lead }, weighted) => {
        for (const one of team.reps) {
          const { fit, contributions } = fitOf({ lead, rep: one, team }, weighted);
          expect(contributions.reduce((sum, { points }) => sum + points, 0)).toBe(fit);
          expect(Number.isInteger(fit) && fit >= 0 && fit <= 10_000).toBe(true);
          for (const { value, weight, points } of contributions) {
            expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true);
            expect(points).toBe(weight * value);
          }
        }
      }),
    );
  });

  it("never chooses somebody a hard limit keeps out, nor anybody with less fit", () => {
    fc.assert(
      fc.property(situation, ({ team, lead }) => {
        const { choice, alternatives } = decideLead(lead, team, defaultWeights);
        const eligible = alternatives.filter(({ blockedBy }) => blockedBy === null);
        const full = team.reps.filter(({ open, person }) => open >= person.capacity);
        expect(full.map(({ person }) => person.id)).not.toContain(choice?.repId);
        for (const { fit } of eligible) expect(fit).toBeLessThanOrEqual(choice?.fit ?? -1);
      }),
    );
  });

  it("finds the smallest single change that would have put the runner-up first", () => {
    fc.assert(
      fc.property(situation, weights, ({ team, lead }, weighted) => {
        const [one] = team.reps;
        if (!one) return;
        const { contributions } = fitOf({ lead, rep: one, team }, weighted);
        const gap = 250;
        const flip = smallestFlip(contributions, gap);
        const changes = contributions
          .filter(({ known }) => known)
          .flatMap(({ factor, weight, value }) =>
            Array.from({ length: value }, (_, to) => ({
              factor,
              by: value - to,
              lost: weight * (value - to),
            })),
          );
        const best = changes.filter(({ lost }) => lost > gap).map(({ by }) => by);
        expect(flip ? flip.from - flip.to : undefined).toBe(
          best.length > 0 ? Math.min(...best) : undefined,
        );
      }),
    );
  });

  it("names as reasons only factors with data", () => {
    fc.assert(
      fc.property(situation, ({ team, lead }) => {
        for (const one of team.reps) {
          const { contributions } = fitOf({ lead, rep: one, team }, defaultWeights);
          expect(strongest(contributions).every(({ known }) => known)).toBe(true);
        }
      }),
    );
  });
});

describe("fairness of ties", () => {
  it("gives equal reps equal shares within chance", () => {
    const reps = Array.from(
      { length: 4 },
      (_, index): RepFacts => ({
        person: aPerson(`per_${index}`, { capacity: 1000 }),
        open: 0,
        offered: 0,
        absence: null,
        deals: [],
      }),
    );
    const counts = new Map<string, number>();
    for (let number = 0; number < 400; number += 1) {
      const facts = {
        lead: aLead(`led_${number}`),
        account: null,
        contact: null,
        touches: [],
        declinedBy: new Set<string>(),
      };
      const { choice } = decideLead(facts, { reps, licensed: new Set() }, defaultWeights);
      counts.set(choice?.repId ?? "", (counts.get(choice?.repId ?? "") ?? 0) + 1);
    }
    // 400 draws among 4: standard deviation 8.7, so 100 ± 35 is four of them.
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(35);
    expect(counts.size).toBe(4);
  });

  it("prefers whoever was offered fewer leads lately", () => {
    const person = (id: string, offered: number): RepFacts => ({
      person: aPerson(id, { capacity: 10 }),
      open: 0,
      offered,
      absence: null,
      deals: [],
    });
    const facts = {
      lead: aLead("led_1"),
      account: null,
      contact: null,
      touches: [],
      declinedBy: new Set<string>(),
    };
    const team = { reps: [person("per_a", 3), person("per_b", 1)], licensed: new Set<string>() };
    expect(decideLead(facts, team, defaultWeights).choice?.repId).toBe("per_b");
  });
});

describe("weights", () => {
  it("add up to 100 points whatever was given", () => {
    fc.assert(
      fc.property(weights, (weighted) => {
        expect(Object.values(weighted).reduce((sum, points) => sum + points, 0)).toBe(100);
      }),
    );
    expect(Object.values(defaultWeights).reduce((sum, points) => sum + points, 0)).toBe(100);
  });

  it("refuse to be all zero, or not numbers", () => {
    expect(normaliseWeights({})).toBeNull();
    expect(normaliseWeights({ load: -1 })).toBeNull();
    expect(normaliseWeights({ load: Number.NaN })).toBeNull();
    expect(normaliseWeights({ load: Number.POSITIVE_INFINITY })).toBeNull();
  });
});

describe("bands", () => {
  it.each([
    [-1, "behind"],
    [0, "level"],
    [300, "very_close"],
    [301, "close"],
    [1000, "close"],
    [1001, "clear"],
  ] as const)("call a gap of %s %s", (gap, band) => {
    expect(bandOf(gap)).toBe(band);
  });
});
