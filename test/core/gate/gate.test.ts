import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Change, createGate } from "../../../src/core/gate/gate.ts";
import { type Actor, operator, ringside } from "../../../src/core/people/actor.ts";
import type { Records } from "../../../src/store/records/records.ts";
import { aLead, aPerson, testNow } from "../../helpers/people.ts";
import { openTestRecords } from "../../helpers/records.ts";

const ana = aPerson("per_ana", { teamId: "tea_a" });
const bo = aPerson("per_bo", { teamId: "tea_a" });
const mia = aPerson("per_mia", { teamId: "tea_a", role: "manager" });
const as = (person: typeof ana): Actor => ({ kind: "person", person });

let records: Records;
beforeEach(async () => {
  records = await openTestRecords();
  await records.write(async (unit) => {
    await unit.putRecords("team", [{ id: "tea_a", name: "A", parentId: null, createdAt: 0 }]);
    await unit.putRecords("person", [ana, bo, mia]);
    await unit.putRecords("lead", [aLead("led_1", { ownerId: "per_ana", need: "a press" })]);
  });
});
afterEach(() => records.close());

const gate = createGate();
const apply = (by: Actor, changes: Change[], more: object = {}, through = gate) =>
  records.write((unit) =>
    through.apply(unit, { by, via: "chat", source: "chat", changes, ...more }),
  );

describe("the gate", () => {
  it("stores a change with its provenance and an audit line without content", async () => {
    const change: Change = { kind: "lead", id: "led_1", set: { need: "two presses" } };
    expect(await apply(as(ana), [change])).toEqual([]);
    expect((await records.read.leads.get("led_1"))?.need).toBe("two presses");
    const [value] = await records.read.fieldValues.find({ recordId: "led_1" });
    expect(value).toMatchObject({ field: "need", value: "two presses", actorId: "per_ana" });
    const [audit] = await records.read.audits.find({});
    expect(audit).toMatchObject({ action: "change", recordId: "led_1", actorId: "per_ana" });
    expect(JSON.stringify(audit)).not.toContain("presses");
  });

  it("fills a new record with defaults and folds its name", async () => {
    const change: Change = {
      kind: "account",
      id: "acc_1",
      create: true,
      set: { name: "Acme,  ＬＴＤ" },
    };
    expect(await apply(operator, [change])).toEqual([]);
    expect(await records.read.accounts.get("acc_1")).toMatchObject({
      nameKey: "acme ltd",
      ownerId: null,
      createdAt: testNow,
    });
  });

  it("refuses one change with its field and makes the others", async () => {
    const refusals = await apply(operator, [
      { kind: "deal", id: "dea_1", create: true, set: { name: "A", amount: -5 } },
      { kind: "deal", id: "dea_2", create: true, set: { name: "B", amount: 5 } },
    ]);
    expect(refusals).toMatchObject([{ index: 0, code: "invalid", field: "amount" }]);
    expect(await records.read.deals.count({})).toBe(1);
  });

  it("refuses a rep the lead of another, and giving away their own", async () => {
    const take: Change = { kind: "lead", id: "led_1", set: { need: "x" } };
    expect(await apply(as(bo), [take])).toMatchObject([{ code: "forbidden" }]);
    const give: Change = { kind: "lead", id: "led_1", set: { ownerId: "per_bo" } };
    expect(await apply(as(ana), [give])).toMatchObject([{ code: "forbidden" }]);
  });

  it("lets a manager give a lead, with author and reason", async () => {
    const give: Change = { kind: "lead", id: "led_1", set: { ownerId: "per_bo" } };
    expect(await apply(as(mia), [give], { reason: "Bo knows them" })).toEqual([]);
    expect(await records.read.ownerChanges.find({})).toMatchObject([
      { fromId: "per_ana", toId: "per_bo", authorId: "per_mia", reason: "Bo knows them" },
    ]);
  });

  it("lets people set their own language but not their own capacity", async () => {
    expect(
      await apply(as(ana), [{ kind: "person", id: "per_ana", set: { language: "zh" } }]),
    ).toEqual([]);
    const more: Change = { kind: "person", id: "per_ana", set: { capacity: 99 } };
    expect(await apply(as(ana), [more])).toMatchObject([{ code: "forbidden" }]);
  });

  it("asks the data contracts", async () => {
    const strict = createGate({
      contracts: [
        ({ after }) =>
          after.need === "TBD"
            ? { code: "contract", field: "need", message: "a placeholder is not a need" }
            : undefined,
      ],
    });
    const change: Change = { kind: "lead", id: "led_1", set: { need: "TBD" } };
    expect(await apply(ringside, [change], {}, strict)).toMatchObject([{ code: "contract" }]);
    expect((await records.read.leads.get("led_1"))?.need).toBe("a press");
  });

  it("keeps what a source wrote where it could not be resolved", async () => {
    const change: Change = {
      kind: "deal",
      id: "dea_1",
      create: true,
      set: { name: "A", productId: null },
      original: { productId: "GTXPro" },
    };
    await apply(operator, [change]);
    const [value] = await records.read.fieldValues.find({ field: "productId" });
    expect(value).toMatchObject({ value: null, original: "GTXPro", status: "unresolved" });
  });

  it("says when a record does not exist, and builds a later change on an earlier one", async () => {
    const refusals = await apply(operator, [
      { kind: "lead", id: "led_none", set: { need: "x" } },
      { kind: "team", id: "tea_b", create: true, set: { name: "B" } },
      { kind: "team", id: "tea_b", set: { parentId: "tea_a" } },
    ]);
    expect(refusals).toMatchObject([{ index: 0, code: "missing" }]);
    expect(await records.read.teams.get("tea_b")).toMatchObject({ name: "B", parentId: "tea_a" });
  });

  it("records each move of a deal's stage", async () => {
    await apply(operator, [{ kind: "deal", id: "dea_1", create: true, set: { name: "A" } }]);
    await apply(operator, [{ kind: "deal", id: "dea_1", set: { stage: "proposal" } }]);
    expect(await records.read.stageChanges.find({ dealId: "dea_1" })).toMatchObject([
      { from: null, to: "new" },
      { from: "new", to: "proposal" },
    ]);
  });
});
