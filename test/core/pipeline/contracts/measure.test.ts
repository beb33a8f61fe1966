import { describe, expect, it } from "vitest";
import { measureContract } from "../../../../src/core/pipeline/contracts/measure.ts";
import type { Standing } from "../../../../src/core/pipeline/contracts/standing.ts";
import { toStandings } from "../../../../src/core/pipeline/contracts/standing.ts";
import type { Drift } from "../../../../src/core/pipeline/contracts/stored.ts";
import { sumUpDrift } from "../../../../src/core/pipeline/contracts/sum-up-drift.ts";
import { personWriter } from "../../../../src/core/pipeline/contracts/writer.ts";
import { testNow as now } from "../../../helpers/people.ts";
import { aContract } from "./contracts.ts";

const day = 86_400_000;
const said = (at: number, set: Partial<Standing> = {}): Standing => ({
  ...{ writer: personWriter("rep"), source: "chat", status: "verified", at, evidence: [] },
  ...{ unknownUntil: null, ...set },
});
const deal = (id: string, stage: string, amount: number | null, standing?: Standing) => ({
  ...{ record: { id, stage, amount, updatedAt: now - 90 * day }, standing },
});
const drift = (set: Partial<Drift>): Drift => ({
  ...{ id: "x", kind: "deal", recordId: "d3", field: "amount", code: "outranked", value: 1 },
  ...{ contract: "deal.amount", standing: 2, source: "crm:x", standingSource: "chat" },
  ...{ batchId: null, at: now, ...set },
});

describe("what a contract means today", () => {
  const deals = [
    deal("d1", "qualified", null),
    deal("d2", "proposal", 0),
    deal("d3", "proposal", 5, said(now - day)),
    deal("d4", "negotiation", 5, said(now - 40 * day)),
    deal("d5", "proposal", null, said(now, { unknownUntil: now + day })),
    deal("d6", "proposal", 5),
  ];

  it("is counted: who is asked, what is old, whose word stands against another", () => {
    const about = { drifts: [drift({}), drift({ code: "replaced" })], now };
    expect(measureContract(aContract(), deals, about)).toEqual({
      ...{ records: 6, asked: 1, stale: 2, overruled: 1 },
    });
    const earlier = aContract({ required: "qualified", fresh: "60d" });
    expect(measureContract(earlier, deals, about)).toMatchObject({ asked: 2, stale: 1 });
    const crmFirst = aContract({ precedence: ["crm > rep"], counts: {} });
    expect(measureContract(crmFirst, deals, about)).toMatchObject({ overruled: 0 });
  });
});

describe("where a value stands", () => {
  const value = (id: string, set: object) => ({
    ...{ id, kind: "deal", recordId: "d1", field: "amount", value: 1, original: null },
    ...{ status: "stated" as const, source: "chat", actorId: null, evidence: null, at: 1 },
    ...{ batchId: null, ...set },
  });

  it("is what was said last, whatever the order of the rows, with the role of who said it", () => {
    const rows = [
      value("fld_3", { status: "unresolved", source: "import:a" }),
      value("fld_2", { actorId: "per_ana", at: 2, evidence: { kind: "link", ref: "x" } }),
      value("fld_1", { source: "import:a", batchId: "b", actorId: "per_ana" }),
    ];
    const roles = new Map([["per_ana", "rep" as const]]);
    expect(toStandings(rows, roles).get("amount")).toMatchObject({
      ...{ writer: { role: "rep" }, at: 2, evidence: ["link"] },
    });
    expect(toStandings(rows.slice(2), roles).get("amount")?.writer).toEqual({
      ...{ names: ["import:a", "import"], role: null },
    });
  });
});

describe("drift", () => {
  it("is summed up by contract, source and kind, the most frequent first", () => {
    const all = [drift({ source: "import:a" }), drift({}), drift({ at: now + 5 })];
    expect(sumUpDrift(all)).toMatchObject([
      { source: "crm:x", count: 2, lastAt: now + 5 },
      { source: "import:a", count: 1 },
    ]);
  });
});
