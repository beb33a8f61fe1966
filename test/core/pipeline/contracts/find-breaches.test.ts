import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stages } from "../../../../src/core/model.ts";
import type { Contract } from "../../../../src/core/pipeline/contracts/contract.ts";
import {
  findBreaches,
  type Proposal,
} from "../../../../src/core/pipeline/contracts/find-breaches.ts";
import { sayBreach } from "../../../../src/core/pipeline/contracts/say-breach.ts";
import type { Standing } from "../../../../src/core/pipeline/contracts/standing.ts";
import { personWriter, systemWriter } from "../../../../src/core/pipeline/contracts/writer.ts";
import { readingOf } from "../../../../src/core/text/format.ts";
import { testNow as now } from "../../../helpers/people.ts";
import { aContract } from "./contracts.ts";

const day = 86_400_000;
const rep = personWriter("rep");
const standing = (set: Partial<Standing>): Standing => ({
  ...{ writer: rep, source: "chat", status: "verified", at: now - day },
  ...{ evidence: [], unknownUntil: null, ...set },
});
const proposal = (set: Partial<Proposal>): Proposal => ({
  ...{ before: { stage: "contacted", amount: 500 }, after: { stage: "contacted", amount: 900 } },
  ...{ fields: ["amount"], writer: rep, evidence: [], unknownUntil: {} },
  ...{ standings: new Map(), now, ...set },
});
const breaches = (set: Partial<Proposal>, contract: Contract = aContract()) =>
  findBreaches([contract], proposal(set)).map(({ code, params }) => ({ code, ...params }));
const holds = (set: Partial<Standing>) => new Map([["amount", standing(set)]]);

describe("a value", () => {
  it("is refused outside its range, and taken at its edge", () => {
    const to = (amount: number) => breaches({ after: { stage: "contacted", amount } });
    expect(to(1e12)).toEqual([{ code: "invalid", rule: "most", limit: 1_000_000 }]);
    expect(to(-5)).toMatchObject([{ code: "invalid", rule: "least" }]);
    expect([...to(0), ...to(1_000_000)]).toEqual([]);
  });

  it("in the past is refused to people, and taken from systems, which tell history", () => {
    const closing = { id: "deal.closeDate", type: "date", valid: { notPast: true } };
    const given = { before: {}, after: { closeDate: now - 2 * day }, fields: ["closeDate"] };
    expect(breaches(given, aContract(closing))).toMatchObject([{ rule: "notPast" }]);
    const crm = { ...given, writer: systemWriter("crm:salesforce") };
    expect(breaches(crm, aContract(closing))).toEqual([]);
  });

  it("is refused to whom the contract does not list", () => {
    expect(breaches({ writer: systemWriter("api:portal") })).toEqual([
      { code: "not_listed", owner: "rep" },
    ]);
  });
});

describe("precedence", () => {
  const crm = systemWriter("crm:salesforce");
  const marketing = personWriter("contributor");

  it("keeps a rep's verified value against a CRM and against marketing's estimate", () => {
    const held = holds({});
    expect(breaches({ writer: crm, standings: held })).toMatchObject([
      { code: "outranked", source: "rep", status: "verified" },
    ]);
    expect(breaches({ writer: marketing, standings: held })).toMatchObject([{ code: "outranked" }]);
  });

  it("lets a rep's word replace marketing's estimate, and a manager override either", () => {
    const estimated = holds({ writer: marketing, status: "estimated" });
    expect(breaches({ standings: estimated })).toEqual([]);
    expect(breaches({ writer: personWriter("manager"), standings: holds({}) })).toEqual([]);
  });

  it("lets the newest count between equals, and anything replace what is not known", () => {
    expect(breaches({ writer: crm, standings: holds({ writer: crm, status: "stated" }) })).toEqual(
      [],
    );
    const empty = { stage: "contacted", amount: null };
    expect(breaches({ writer: crm, standings: holds({}), before: empty })).toEqual([]);
  });

  it("of a named system counts before that of its kind", () => {
    const contract = aContract({
      sources: ["rep", "manager", "crm", "crm:old", "import"],
      precedence: ["rep > crm > crm:old"],
      counts: {},
    });
    const held = holds({ writer: crm, status: "stated" });
    const old = systemWriter("crm:old");
    expect(breaches({ writer: old, standings: held }, contract)).toMatchObject([
      { code: "outranked", source: "crm" },
    ]);
  });
});

describe("a move of the stage", () => {
  const moved = (to: string, set: Partial<Proposal> & { amount?: number | null } = {}) => {
    const { amount = null, ...more } = set;
    const before = { stage: "contacted", amount };
    return breaches({ before, after: { stage: to, amount }, fields: ["stage"], ...more });
  };

  it("asks for what the stage needs, and nothing going back or standing still", () => {
    expect(moved("proposal")).toEqual([{ code: "missing", stage: "proposal", mayBeUnknown: 1 }]);
    expect(moved("qualified")).toEqual([]);
    expect(moved("new")).toEqual([]);
    expect(moved("proposal", { amount: 0 })).toHaveLength(1);
    expect(moved("proposal", { amount: 5 })).toEqual([]);
  });

  it("takes “not known until” before its stage, until that day, and no longer", () => {
    const unknownUntil = { amount: now + 5 * day };
    expect(moved("proposal", { unknownUntil })).toEqual([]);
    expect(moved("negotiation", { unknownUntil })).toMatchObject([
      { code: "unknown_refused", why: "stage" },
      { code: "missing", mayBeUnknown: 0 },
    ]);
    expect(moved("proposal", { standings: holds({ unknownUntil: now + day }) })).toEqual([]);
    expect(moved("proposal", { standings: holds({ unknownUntil: now - 1 }) })).toHaveLength(1);
  });

  it.each([
    [-1, "past"],
    [11 * day, "far"],
  ])("refuses an answer %i ms from now", (ms, why) => {
    const [first] = moved("proposal", { unknownUntil: { amount: now + ms } });
    expect(first).toMatchObject({ code: "unknown_refused", why });
  });

  it("needs evidence of one of the kinds, with the move or with the value", () => {
    const contract = aContract({ evidence: { won: ["file", "message"] } });
    const won = (set: Partial<Proposal>) =>
      breaches(
        {
          ...{ before: { stage: "negotiation", amount: 5 }, after: { stage: "won", amount: 5 } },
          ...{ fields: ["stage"], ...set },
        },
        contract,
      );
    expect(won({ evidence: ["meeting"] })).toEqual([
      { code: "no_evidence", stage: "won", kinds: "file,message" },
    ]);
    expect(won({ evidence: ["file"] })).toEqual([]);
    expect(won({ standings: holds({ evidence: ["message"] }) })).toEqual([]);
  });

  it("to lost asks for what lost deals need, and for nothing else", () => {
    const reason = aContract({
      id: "deal.lossReason",
      type: "text",
      valid: {},
      required: "lost",
      unknown: undefined,
    });
    const lost = proposal({ after: { stage: "lost", amount: null }, fields: ["stage"] });
    expect(findBreaches([aContract(), reason], lost)).toMatchObject([
      { contract: { id: "deal.lossReason" }, code: "missing" },
    ]);
  });
});

describe("breaches", () => {
  it("never arise where nothing golden changes, whatever stands", () => {
    const anyStage = fc.constantFrom(...stages);
    fc.assert(
      fc.property(anyStage, fc.double(), fc.boolean(), (stage, amount, isSystem) => {
        const record = { stage, amount };
        const writer = isSystem ? systemWriter("crm:x") : rep;
        const same = { before: record, after: record, fields: [], writer, standings: holds({}) };
        expect(breaches(same)).toEqual([]);
      }),
    );
  });

  it("are said in both languages, with the contract and what to do", () => {
    const [missing] = findBreaches(
      [aContract({ name: { en: "Amount", zh: "金额" } })],
      proposal({ after: { stage: "proposal", amount: null }, fields: ["stage"] }),
    );
    if (!missing) throw new Error("nothing is missing");
    const say = (language: "en" | "zh") =>
      sayBreach(missing, readingOf({ language, timeZone: "UTC" }));
    expect(say("en")).toBe(
      "Amount is needed from proposal on: say it, or “not known until <day>”. (Contract “deal.amount”)",
    );
    expect(say("zh")).toBe(
      "从报价阶段起需要金额，请填写，或说明“某日之前还不清楚”。（合约“deal.amount”）",
    );
  });
});
