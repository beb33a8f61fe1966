import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkContract } from "../../../../src/core/pipeline/contracts/check-contract.ts";
import type { Order } from "../../../../src/core/pipeline/contracts/contract.ts";
import {
  findCycle,
  outranks,
  parseOrders,
  writeOrders,
} from "../../../../src/core/pipeline/contracts/precedence.ts";
import { contractSchema } from "../../../../src/core/pipeline/contracts/schema.ts";
import { aContract, amountSource } from "./contracts.ts";

const findings = (set: object) =>
  checkContract(aContract(set)).map(({ path, message }) => `${path.join(".")}: ${message}`);

/** Without what names sources. */
const bare = { precedence: [], counts: {} };

describe("a contract that contradicts itself", () => {
  const wrong: [name: string, set: object, finding: RegExp][] = [
    ["a cycle", { precedence: ["rep > crm", "crm > import > rep"] }, /^precedence: .*circle/],
    ["an unlisted source", { precedence: ["rep > api"] }, /^precedence: .*"api", which sources/],
    [
      "a source nobody knows",
      { ...bare, sources: ["rep", "manager", "crn"] },
      /no source is called "crn"/,
    ],
    ["an owner without a say", { mayOverride: ["manager"] }, /^mayOverride: the owner, rep/],
    [
      "an owner who is no source",
      { ...bare, mayOverride: ["rep"], sources: ["manager"] },
      /no source of its own/,
    ],
    [
      "evidence before it must be known",
      { evidence: { proposal: ["file"] } },
      /^evidence.proposal: .*may be unknown until negotiation/,
    ],
    [
      "unknown only before it is asked for",
      { unknown: { until: "contacted", atMost: "5d" } },
      /^unknown.until: it is asked for from proposal on/,
    ],
    ["unknown, though nobody asks", { required: undefined }, /^unknown: nothing asks/],
    [
      "estimated and verified at once",
      { counts: { estimated: ["crm"], verified: ["crm", "rep"] } },
      /"crm" counts as estimated and as verified/,
    ],
    [
      "an estimate above what is verified",
      { precedence: ["crm > rep"], counts: { estimated: ["crm"], verified: ["rep"] } },
      /the estimate of "crm" wins over what "rep" verified/,
    ],
    ["an empty range", { valid: { least: 5, most: 1 } }, /^valid.most: no value is at least 5/],
    [
      "a demand of another type",
      { valid: { notPast: true } },
      /notPast is for date, not for money/,
    ],
    ["another type", { type: "text", valid: {} }, /^type: deal.amount is of type money/],
    ["a field nobody has", { id: "deal.amuont" }, /^id: a deal has no field "amuont"/],
  ];
  it.each(wrong)("is refused for %s", (_name, set, finding) => {
    expect(findings(set)).toEqual([expect.stringMatching(finding)]);
  });

  it("is refused for stages where there are none", () => {
    const lead = { id: "lead.budget", evidence: { won: ["file"] } };
    expect(findings(lead).map((one) => one.split(":")[0])).toEqual([
      "required",
      "unknown",
      "evidence",
    ]);
  });

  it.each(["0d", "0", 0, "-3d", "soon", "400d"])("is refused for the freshness %s", (fresh) => {
    expect(contractSchema.safeParse({ ...amountSource, fresh }).success).toBe(false);
  });

  it("is refused for an unknown key, an unknown stage and a broken pattern", () => {
    for (const set of [{ colour: "red" }, { required: "closing" }, { valid: { pattern: "(" } }]) {
      expect(contractSchema.safeParse({ ...amountSource, ...set }).success).toBe(false);
    }
  });
});

const source = fc.constantFrom("rep", "manager", "contributor", "crm", "import", "api");
const orders = fc
  .array(fc.tuple(source, source), { maxLength: 8 })
  .map((pairs) => pairs.map(([over, under]) => ({ over, under })));

describe("precedence", () => {
  it("is the same once written and read again", () => {
    fc.assert(
      fc.property(orders, (given) => {
        const again = writeOrders(given).flatMap((text) => parseOrders(text) ?? []);
        const sorted = (list: readonly Order[]) =>
          list.map(({ over, under }) => `${over} ${under}`).sort();
        expect(sorted(again)).toEqual(sorted(given));
      }),
    );
  });

  it("is transitive, and without a circle nobody wins over somebody who wins over them", () => {
    fc.assert(
      fc.property(orders, source, source, source, (precedence, a, b, c) => {
        const wins = (one: string, other: string) => outranks({ precedence }, one, other);
        if (wins(a, b) && wins(b, c)) expect(wins(a, c)).toBe(true);
        if (findCycle(precedence) === undefined) expect(wins(a, b) && wins(b, a)).toBe(false);
      }),
    );
  });
});
