import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Deal } from "../../../../src/core/model.ts";
import { readContract } from "../../../../src/core/pipeline/contracts/contracts-in-force.ts";
import type { Standing } from "../../../../src/core/pipeline/contracts/standing.ts";
import { departmentRows, toCsv } from "../../../../src/core/pipeline/health/departments.ts";
import { judgeField } from "../../../../src/core/pipeline/health/judge-field.ts";
import type { Subject } from "../../../../src/core/pipeline/health/metric.ts";
import { observe } from "../../../../src/core/pipeline/health/observe.ts";
import { toReadings } from "../../../../src/core/pipeline/health/readings.ts";
import { learnStays } from "../../../../src/core/pipeline/health/stays.ts";
import { createTally, slicesOf, sumBy } from "../../../../src/core/pipeline/health/tally.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";
import { startCounting } from "../../../helpers/processor-time.ts";

const day = 86_400_000;
const amount = readContract({
  id: "deal.amount",
  owner: "rep",
  mayOverride: ["rep", "manager"],
  name: { en: "Amount", zh: "金额" },
  type: "money",
  fresh: "60d",
  required: "proposal",
  unknown: { until: "negotiation", atMost: "30d" },
  sources: ["rep", "manager", "crm"],
  counts: { verified: ["rep"] },
});
const rival = readContract({
  id: "deal.competitor",
  owner: "rep",
  mayOverride: ["rep"],
  name: { en: "Competitor", zh: "竞争对手" },
  type: "text",
  sources: ["rep"],
});
if (!amount || !rival) throw new Error("not a contract");

const standing = (set: Partial<Standing>): Standing => ({
  ...{
    writer: null,
    source: "chat",
    status: "stated",
    at: testNow,
    evidence: [],
    unknownUntil: null,
  },
  ...set,
});

function aDeal(
  set: Partial<Deal> & Record<string, unknown> = {},
  more: Partial<Subject> = {},
): Subject {
  const record = {
    ...{ id: "dea_1", name: "MRI", accountId: "acc_1", stage: "proposal", updatedAt: testNow },
    ...{ amount: null, competitor: null, nextStep: null, nextStepDate: null, ...set },
  };
  return {
    ...{ kind: "deal", record, name: "MRI", standings: new Map(), drifted: new Set() },
    ...{ ownerId: "per_ana", region: "UK", hasTwin: false, stageSince: testNow, ...more },
  };
}

const judging = {
  contracts: [amount, rival],
  now: testNow,
  stays: new Map(),
  activeIds: new Set(["per_ana"]),
};
const of = (subject: Subject, metric: string, field = "deal") =>
  observe(subject, judging).find((one) => one.metric === metric && one.field === field)?.kept;

describe("a golden field", () => {
  it("is missing where its stage asks for it, unless it is honestly not known yet", () => {
    expect(judgeField(amount, aDeal(), testNow).problems).toEqual(["missing"]);
    expect(judgeField(amount, aDeal({ stage: "new" }), testNow).problems).toEqual([]);
    const later = new Map([["amount", standing({ unknownUntil: testNow + day })]]);
    expect(judgeField(amount, aDeal({}, { standings: later }), testNow).problems).toEqual([]);
    expect(judgeField(amount, aDeal({}, { standings: later }), testNow + 2 * day).problems).toEqual(
      ["missing"],
    );
  });

  it("is old after its contract's time, from when it was last said", () => {
    const said = new Map([["amount", standing({ at: testNow - 61 * day })]]);
    expect(judgeField(amount, aDeal({ amount: 5 }, { standings: said }), testNow).problems).toEqual(
      ["stale"],
    );
    expect(judgeField(amount, aDeal({ amount: 5 }), testNow).problems).toEqual([]);
  });

  it("is a placeholder, or disputed, and says so", () => {
    const drifted = new Set(["competitor"]);
    expect(judgeField(rival, aDeal({ competitor: "tbd" }, { drifted }), testNow).problems).toEqual([
      "placeholder",
      "drifted",
    ]);
    expect(judgeField(rival, aDeal({ competitor: "none" }), testNow).problems).toEqual([]);
  });
});

describe("a record", () => {
  it("counts for a next step only with a day to come", () => {
    expect(of(aDeal({ nextStep: "demo", nextStepDate: testNow + day }), "next_step")).toBe(true);
    expect(of(aDeal({ nextStep: "demo", nextStepDate: testNow - 3 * day }), "next_step")).toBe(
      false,
    );
    expect(of(aDeal({ nextStep: "tbd", nextStepDate: testNow + day }), "next_step")).toBe(false);
  });

  it("has nobody once its owner has left", () => {
    expect(of(aDeal(), "owned")).toBe(true);
    expect(of(aDeal({}, { ownerId: "per_gone" }), "owned")).toBe(false);
    expect(of(aDeal({}, { ownerId: null }), "owned")).toBe(false);
  });

  it("is identified by a code that adds up", () => {
    const account = (set: object) => aDeal({ ...set }, { kind: "account" });
    expect(of(account({ creditCode: "91350100M000100Y43" }), "identified", "account")).toBe(true);
    expect(of(account({ creditCode: "91350100M000100Y42" }), "identified", "account")).toBe(false);
    expect(of(account({ vatId: "136695976", country: "DE" }), "identified", "account")).toBe(true);
    expect(of(account({ vatId: "none" }), "identified", "account")).toBe(false);
  });

  it("stands still once nine of ten won deals had left its stage", () => {
    const moves = Array.from({ length: 10 }, (_, index) => [
      { dealId: `dea_${index}`, to: "proposal", at: 0 },
      { dealId: `dea_${index}`, to: "won", at: (index + 1) * day },
    ]).flat();
    const whole = moves.map((move, index) => ({
      ...{ ...move, id: `${index}`, from: null, actorId: null, source: "", evidence: null },
    }));
    const stays = learnStays(whole);
    expect(stays.get("proposal")).toBe(9 * day);
    expect(learnStays(whole.slice(2)).size).toBe(0);
    const moving = (since: number) =>
      observe(aDeal({}, { stageSince: since }), { ...judging, stays }).find(
        ({ metric }) => metric === "moving",
      )?.kept;
    expect(moving(testNow - 9 * day)).toBe(true);
    expect(moving(testNow - 10 * day)).toBe(false);
    expect(of(aDeal(), "moving")).toBeUndefined();
  });
});

const teams = [
  { id: "tea_all", name: "All", parentId: null, createdAt: 0 },
  { id: "tea_uk", name: '=UK, "north"', parentId: "tea_all", createdAt: 0 },
];
const people = [
  aPerson("per_ana", { teamId: "tea_uk" }),
  aPerson("per_lei", { teamId: "tea_all" }),
];

describe("counts", () => {
  it("add up: every slice's numerator is within its denominator, and parts make the whole", () => {
    const observation = fc.record({
      owner: fc.constantFrom("per_ana", "per_lei", null),
      region: fc.constantFrom("UK", "CN", null),
      field: fc.constantFrom("deal.amount", "lead.budget"),
      kept: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(observation, { minLength: 1 }), (seen) => {
        const tally = createTally();
        for (const { owner: ownerId, region, field, kept } of seen) {
          tally.add({ ownerId, region }, [{ metric: "kept", field, kept }]);
        }
        const sums = sumBy(tally.cells(), slicesOf(people, teams));
        const total = (prefix: string) =>
          [...sums]
            .filter(([name]) => name.startsWith(prefix))
            .reduce((sum, [, count]) => sum + count.total, 0);
        expect(sums.get("all")).toEqual({
          kept: seen.filter((one) => one.kept).length,
          total: seen.length,
        });
        expect(total("person:")).toBe(seen.length);
        expect(total("field:")).toBe(seen.length);
        expect(sums.get("team:tea_all")?.total ?? 0).toBe(seen.filter(({ owner }) => owner).length);
        for (const { kept, total: all } of sums.values()) expect(kept).toBeLessThanOrEqual(all);
      }),
    );
  });

  it("are kept once a day, and taken along by department without formulas", () => {
    const tally = createTally();
    tally.add({ ownerId: "per_ana", region: "UK" }, [
      { metric: "kept", field: "deal.amount", kept: true },
    ]);
    for (const ownerId of ["per_far", null]) {
      tally.add({ ownerId, region: "UK" }, [{ metric: "kept", field: "deal.amount", kept: false }]);
    }
    const cells = tally.cells();
    const readings = toReadings(cells, { people, teams, at: testNow });
    expect(readings.map(({ id }) => id)).toContain("2026-11-23:kept:team:tea_all");
    const given = { people, teams, contracts: [amount], others: "Of other teams" };
    expect(toCsv(departmentRows(cells, given))).toBe(
      [
        "\ufeffteam,owner,field,kept,total,rate",
        ",rep,deal.amount,0,1,0.0000",
        `"'=UK, ""north""",rep,deal.amount,1,1,1.0000`,
        "Of other teams,rep,deal.amount,0,1,0.0000",
        "",
      ].join("\r\n"),
    );
  });

  it("of 100,000 records take seconds", () => {
    const spentMs = startCounting();
    const tally = createTally();
    for (let index = 0; index < 100_000; index += 1) {
      const set = {
        id: `dea_${index}`,
        amount: index,
        competitor: index % 3 ? "Siemens" : "n/a",
        nextStep: "call",
      };
      const subject = aDeal(set, { ownerId: `per_${index % 200}`, region: `r${index % 9}` });
      tally.add(subject, observe(subject, judging));
    }
    expect(sumBy(tally.cells(), () => ["all"]).get("all")?.total).toBeGreaterThan(500_000);
    expect(spentMs()).toBeLessThan(10_000);
  });
});
