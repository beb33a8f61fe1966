import { describe, expect, it } from "vitest";
import { countSteps } from "../../../../src/core/leads/factors/behaviour.ts";
import { budget } from "../../../../src/core/leads/factors/budget.ts";
import { communication } from "../../../../src/core/leads/factors/communication.ts";
import { service } from "../../../../src/core/leads/factors/service.ts";
import { skill } from "../../../../src/core/leads/factors/skill.ts";
import { usage } from "../../../../src/core/leads/factors/usage.ts";
import type {
  ClosedDeal,
  LeadFacts,
  RepFacts,
  TeamFacts,
} from "../../../../src/core/leads/gathering/facts.ts";
import {
  asksForPrices,
  serviceOf,
  talksOf,
  usageOf,
} from "../../../../src/core/leads/gathering/signals.ts";
import type { Lead, Touch } from "../../../../src/core/model.ts";
import { aLead, aPerson, testNow } from "../../../helpers/people.ts";

const hour = 3_600_000;
const touch = (type: string, props: Touch["props"] = {}, hours = 0): Touch => ({
  ...{ id: `tch_${type}_${hours}`, contactId: "con_1", anonymousId: null, accountId: null },
  ...{ type, at: testNow + hours * hour, receivedAt: testNow, props, source: "test" },
});
const deal = (won: boolean, set: Partial<ClosedDeal>): ClosedDeal => ({
  ...{ dealId: "dea_1", won, closedAt: testNow, account: null, firstContactHours: null },
  ...{ touches: new Map(), ...set },
});
const rep = (id: string, set: Partial<RepFacts> = {}): RepFacts => ({
  ...{ person: aPerson(id), open: 0, offered: 0, absence: null, deals: [], ...set },
});
const team = (...reps: RepFacts[]): TeamFacts => ({
  reps,
  licensed: new Set(),
  tallies: new Map(),
});
const lead = (set: Partial<LeadFacts> = {}, about: Partial<Lead> = {}): LeadFacts => ({
  ...{ lead: aLead("led_1", about), account: null, contact: null, touches: [] },
  ...{ declinedBy: new Set<string>(), ...set },
});

describe("signals", () => {
  it("read the depth of use by breadth before frequency", () => {
    const use = (feature: string, count?: number) =>
      touch("product.feature.used", count ? { feature, count } : { feature });
    expect(usageOf([])).toBeNull();
    expect(usageOf([use("a")])).toBe("light");
    expect(usageOf([use("a"), use("b")])).toBe("regular");
    expect(usageOf([use("a", 5)])).toBe("regular");
    expect(usageOf(["a", "b", "c", "d"].map((each) => use(each)))).toBe("deep");
    expect(usageOf([use("a", Number.NaN), use("a", -3)])).toBe("light");
  });

  it("read standing with service from open tickets first, then the last score", () => {
    expect(serviceOf([])).toBeNull();
    expect(serviceOf([touch("survey.score", { kind: "nps", score: 9 })])).toBe("content");
    expect(serviceOf([touch("survey.score", { kind: "csat", score: 2 })])).toBe("unhappy");
    const solved = [touch("ticket.opened"), touch("ticket.solved")];
    expect(serviceOf(solved)).toBe("calm");
    const promoter = touch("survey.score", { kind: "nps", score: 10 });
    expect(serviceOf([promoter, touch("ticket.opened")])).toBe("unhappy");
    expect(serviceOf([touch("survey.score", { kind: "nps", score: "9" })])).toBeNull();
  });

  it("count what was answered within three days, with its tone", () => {
    const sent = (hours: number) => touch("email.sent", { personId: "per_a" }, hours);
    const talks = talksOf([
      sent(0),
      touch("email.reply", { sentiment: 0.9 }, 5),
      sent(100),
      touch("message.received", {}, 200),
      touch("call.made", { personId: "per_b", sentiment: 0.2 }, 300),
    ]);
    expect(talks.get("per_a")).toEqual({ sent: 2, answered: 1, tones: 1, toneSum: 0.9 });
    expect(talks.get("per_b")).toEqual({ sent: 1, answered: 1, tones: 1, toneSum: 0.2 });
  });

  it("see a question of price in a quote, or in three looks", () => {
    const look = touch("page.view", { page: "pricing" });
    expect(asksForPrices([look, look])).toBe(false);
    expect(asksForPrices([look, look, look])).toBe(true);
    expect(asksForPrices([touch("file.download", { kind: "quote" })])).toBe(true);
  });

  it("keep the order of steps, and do not take a second look for one", () => {
    const steps = countSteps([touch("a"), touch("a"), touch("b")]);
    expect(Object.fromEntries(steps)).toEqual({ a: 2, b: 1, "a > b": 1 });
  });
});

describe("factors of a customer's state", () => {
  const wins = (count: number, won: boolean, set: Partial<ClosedDeal>) =>
    Array.from({ length: count }, () => deal(won, set));

  it.each([
    ["usage", usage, { usage: "deep" }, { usage: "deep" }],
    ["service", service, { service: "unhappy" }, { service: "unhappy" }],
  ] as const)(
    "%s is 50 for who does as the team does, above for who does better",
    (_name, factor, of, on) => {
      const good = rep("per_good", { deals: wins(10, true, on) });
      const bad = rep("per_bad", { deals: wins(10, false, on) });
      const fresh = rep("per_new");
      const all = team(good, bad, fresh);
      const value = (one: RepFacts) => factor.measure(lead(of), one, all)?.value;
      expect(value(fresh)).toBe(50);
      expect(value(good)).toBe(60); // (10 + 5) / 20 against 5 / 10
      expect(value(bad)).toBe(33);
      expect(factor.measure(lead(), good, all)).toBeNull();
    },
  );

  it("budget counts less the less certain it is", () => {
    const on = { amount: 50_000, currency: "GBP", askedForPrices: true };
    const good = rep("per_good", { deals: wins(10, true, on) });
    const all = team(good, rep("per_bad", { deals: wins(10, false, on) }));
    const of = (about: Partial<Lead>, touches: Touch[] = []) =>
      budget.measure(lead({ touches }, { currency: "GBP", ...about }), good, all);
    expect(of({ budget: 60_000, budgetStatus: "confirmed" })?.value).toBe(60);
    expect(of({ budget: 60_000 })?.value).toBe(58);
    expect(of({}, [touch("file.download", { kind: "quote" })])?.value).toBe(55);
    expect(of({})).toBeNull();
    expect(of({ budget: 900_000 })).toBeNull(); // nobody closed one of that size
    expect(of({ budget: 60_000, source: "fair" })?.reason().params).toMatchObject({
      signal: "stated",
      source: "fair",
    });
  });

  it("communication listens to this customer first", () => {
    const talk = (sent: number, answered: number) => ({ sent, answered, tones: 0, toneSum: 0 });
    const one = rep("per_one", { talk: talk(20, 10) });
    const other = rep("per_other", { talk: talk(20, 10) });
    const all = team(one, other);
    expect(communication.measure(lead(), one, all)?.value).toBe(50);
    const here = lead({ talks: new Map([["per_one", talk(5, 5)]]) });
    expect(communication.measure(here, one, all)?.value).toBe(60);
    expect(communication.measure(lead(), rep("per_x"), team(rep("per_x")))).toBeNull();
    const kind = rep("per_kind", { talk: { sent: 20, answered: 10, tones: 15, toneSum: 15 } });
    expect(communication.measure(lead(), kind, team(kind, other))?.value).toBeGreaterThan(60);
  });

  it("skill has no data until somebody shares, and never counts against who does not", () => {
    const price = { skill: "price_negotiation" as const, passed: 9, checks: 10, hits: 9, of: 10 };
    const shares = rep("per_shares", { skills: [price] });
    const silent = rep("per_silent");
    const byVertical = new Map([["medical", new Map([["price_negotiation" as const, 3]])]]);
    const all = { ...team(shares, silent), calls: { byVertical, known: new Map() } };
    const medical = lead({ account: { industry: "medical" } as LeadFacts["account"] });
    expect(skill.measure(medical, silent, all)).toBeNull();
    expect(skill.measure(medical, shares, all)?.value).toBe(50);
    expect(skill.measure(lead({ account: null }), shares, all)).toBeNull();
  });
});
