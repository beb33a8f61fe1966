import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Change, createGate } from "../../../src/core/gate/gate.ts";
import { type Actor, operator, ringside } from "../../../src/core/people/actor.ts";
import { createContractFiles } from "../../../src/sources/contracts/contract-files.ts";
import type { Records } from "../../../src/store/records/records.ts";
import { aLead, aPerson, testNow } from "../../helpers/people.ts";
import { openTestRecords } from "../../helpers/records.ts";

const day = 86_400_000;
const ana = aPerson("per_ana", { teamId: "tea_a" });
const mia = aPerson("per_mia", { teamId: "tea_a", role: "manager" });
const bob = aPerson("per_bob", { teamId: "tea_a", role: "contributor" });
const as = (person: typeof ana): Actor => ({ kind: "person", person });

let now = testNow;
let records: Records;
beforeEach(async () => {
  now = testNow;
  records = await openTestRecords(() => now);
  await records.write(async (unit) => {
    await unit.putRecords("team", [{ id: "tea_a", name: "A", parentId: null, createdAt: 0 }]);
    await unit.putRecords("person", [ana, mia, bob]);
    await unit.putRecords("lead", [aLead("led_1", { ownerId: "per_ana" })]);
  });
  await from("import:crm", [
    { ...deal({ name: "Acme", ownerId: "per_ana", stage: "contacted" }), create: true },
  ]);
});
afterEach(() => records.close());

const files = createContractFiles({ own: "/nowhere", clock: () => 0 });
const gate = createGate({ contractFiles: files });
const deal = (set: object, more: object = {}) =>
  ({ kind: "deal", id: "dea_1", set, ...more }) as Change;
const budget = (amount: number) =>
  ({ kind: "lead", id: "led_1", set: { budget: amount } }) as Change;

/** Somebody says it in chat, a minute later. */
const says = (by: Actor, changes: Change[], more: object = {}) => {
  now += 60_000;
  return records.write((unit) =>
    gate.apply(unit, { by, via: "chat", source: "chat", changes, ...more }),
  );
};
/** A system writes it in bulk, a minute later. */
const from = (source: string, changes: Change[]) => {
  now += 60_000;
  return records.write((unit) =>
    gate.apply(unit, { by: operator, via: "import", source, changes, batchId: `bat_${now}` }),
  );
};
const inForce = () => records.read.deals.get("dea_1");
const drifts = () => records.read.drifts.find({});

describe("contracts at the gate", () => {
  it("refuse a move without what the stage asks for, all of it at once, naming each contract", async () => {
    const [refusal] = await says(as(ana), [deal({ stage: "proposal" })]);
    expect(refusal).toMatchObject({ code: "contract", field: "stage" });
    expect(refusal?.breaches?.map(({ contract, code }) => `${contract.field} ${code}`)).toEqual([
      ...["stage no_evidence", "amount missing", "closeDate missing", "nextStep missing"],
      ...["nextStepDate missing", "decisionMaker missing", "budgetStatus missing"],
    ]);
    expect(refusal?.message).toContain(
      'Contract deal.amount: proposal asks for it; give it, or say "not',
    );
    expect((await inForce())?.stage).toBe("contacted");
  });

  it("take the move with evidence and answers, honest ones too, and keep them", async () => {
    const set = { stage: "proposal", amount: 50_000, nextStep: "demo", budgetStatus: "estimated" };
    const unknownUntil = {
      ...{ closeDate: now + 10 * day, nextStepDate: now + 5 * day, decisionMaker: now + 9 * day },
    };
    const evidence = { kind: "file", ref: "ast_quote" };
    expect(await says(as(ana), [deal(set, { unknownUntil, evidence })])).toEqual([]);
    const values = await records.read.fieldValues.find({ recordId: "dea_1", actorId: "per_ana" });
    const of = (field: string) => values.find((value) => value.field === field);
    expect(of("amount")).toMatchObject({ value: 50_000, status: "verified", evidence });
    expect(of("closeDate")).toMatchObject({ status: "unknown", until: unknownUntil.closeDate });
    // It ages: once the day has passed it answers nothing any more.
    now += 11 * day;
    const next = deal({ stage: "negotiation" }, { evidence });
    const [refusal] = await says(as(ana), [next]);
    expect(refusal?.breaches?.map(({ contract }) => contract.field)).toContain("closeDate");
  });

  it("let contributors write the fields they own, as estimates, until a rep confirms one", async () => {
    expect(await says(as(bob), [budget(30_000)])).toEqual([]);
    expect(await says(as(bob), [deal({ amount: 1 })])).toMatchObject([{ code: "forbidden" }]);
    const statuses = async () =>
      (await records.read.fieldValues.find({ field: "budget" })).map(({ status }) => status);
    expect(await statuses()).toEqual(["estimated"]);
    expect(await says(as(ana), [budget(30_000)])).toEqual([]);
    expect(await statuses()).toEqual(["estimated", "verified"]);
    // Said again by marketing, it stays what the rep made of it.
    expect(await says(as(bob), [budget(30_000)])).toEqual([]);
    expect(await statuses()).toEqual(["estimated", "verified"]);
  });

  it("keep a verified value against a file, as drift that is told once per source", async () => {
    await says(as(ana), [budget(30_000)]);
    expect(await from("import:marketing", [budget(10_000)])).toEqual([]);
    expect(await from("import:marketing", [budget(12_000)])).toEqual([]);
    expect((await records.read.leads.get("led_1"))?.budget).toBe(30_000);
    expect(await drifts()).toMatchObject([
      {
        ...{ code: "outranked", contract: "lead.budget", value: 12_000, standing: 30_000 },
        ...{ source: "import:marketing", standingSource: "chat" },
      },
    ]);
  });

  it("keep out what goes with a value that is kept out, and let the rest of the row in", async () => {
    const evidence = { kind: "message", ref: "note_1" };
    const known = { nextStep: "call", closeDate: now + 9 * day, nextStepDate: now + day };
    expect(await says(as(ana), [deal({ stage: "qualified", ...known }, { evidence })])).toEqual([]);
    const won = { stage: "won", status: "won", closedAt: now, competitor: "Zeta" };
    expect(await from("crm:salesforce", [deal(won)])).toEqual([]);
    expect(await inForce()).toMatchObject({
      ...{ stage: "qualified", status: "open", closedAt: null, competitor: "Zeta" },
    });
    expect(await drifts()).toMatchObject([{ field: "stage", code: "outranked", value: "won" }]);
  });

  it("let a move made elsewhere in, and tell what it left out", async () => {
    expect(await from("crm:salesforce", [deal({ stage: "proposal" })])).toEqual([]);
    expect((await inForce())?.stage).toBe("proposal");
    const told = (await drifts()).map(({ field, code, value }) => `${field} ${code} ${value}`);
    expect(told).toContain("stage no_evidence proposal");
    expect(told).toContain("amount missing proposal");
  });

  it("ask nothing of history that comes in whole, nor of what Ringside itself decided", async () => {
    const won = { name: "Old", stage: "won", status: "won", closeDate: testNow - 400 * day };
    await from("import:crm", [{ kind: "deal", id: "dea_2", create: true, set: won } as Change]);
    expect(await drifts()).toEqual([]);
    expect(await says(ringside, [deal({ stage: "negotiation" })])).toEqual([]);
  });

  it("let a manager override, and store nothing of a whole batch that is refused", async () => {
    await says(as(ana), [deal({ amount: 10 })]);
    expect(await says(as(mia), [deal({ amount: 20 })])).toEqual([]);
    const both = [deal({ amount: 30 }), deal({ stage: "won" })];
    expect(await says(as(ana), both, { whole: true })).toMatchObject([{ index: 1 }]);
    expect((await inForce())?.amount).toBe(20);
  });
});
