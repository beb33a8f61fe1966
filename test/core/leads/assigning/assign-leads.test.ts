// Assignment as a job, on a real database: what it does when it is asked for more, or asked twice.
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createGate } from "../../../../src/core/gate/gate.ts";
import {
  assignLeads,
  type LeadServices,
} from "../../../../src/core/leads/assigning/assign-leads.ts";
import { usualTimes } from "../../../../src/core/leads/ownership/times.ts";
import { type OpenEventLog, openEventLog } from "../../../../src/store/event-log/event-log.ts";
import type { Records } from "../../../../src/store/records/records.ts";
import { aLead, aPerson, testNow } from "../../../helpers/people.ts";
import { newFolder, openTestRecords } from "../../../helpers/records.ts";

let records: Records;
let events: OpenEventLog;
let services: LeadServices;

beforeEach(async () => {
  records = await openTestRecords();
  events = await openEventLog(join(newFolder(), "events.db"));
  services = {
    ...{ store: records, events, gate: createGate(), clock: () => testNow },
    ...{ workdays: { isWorkday: () => true }, ownership: usualTimes },
  };
  await records.write(async (unit) => {
    await unit.putRecords("person", [aPerson("per_1"), aPerson("per_2")]);
    await unit.putRecords("lead", [aLead("led_1", { ownerId: null, status: "new" })]);
  });
});
afterEach(async () => {
  await events.close();
  await records.close();
});

describe("assignment", () => {
  it("of a lead that two jobs decide at the same time is made once", async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => assignLeads({ leadIds: ["led_1"] }, services)),
    );
    await records.write(async (unit) => first?.(unit));
    await records.write(async (unit) => second?.(unit));
    expect(await records.read.assignments.count({ leadId: "led_1" })).toBe(1);
  });

  it("of 10,000 leads at once is split into jobs of 500, each lead in one", async () => {
    const leadIds = Array.from({ length: 10_000 }, (_, index) => `led_${index}`);
    const split = await assignLeads({ leadIds }, services);
    await records.write(split);
    const jobs = await records.client.job.findMany({ where: { kind: "lead.assign" } });
    const given = jobs.map(({ payload }) => (payload as { leadIds: string[] }).leadIds);
    expect(given.map(({ length }) => length)).toEqual(Array(20).fill(500));
    expect(given.flat().sort()).toEqual(leadIds.sort());
  });

  it("where there is no rep at all tells a manager, and changes nothing", async () => {
    await records.write(async (unit) => {
      const nobody = { active: false };
      const manager = aPerson("per_3", { role: "manager" });
      await unit.putRecords("person", [
        aPerson("per_1", nobody),
        aPerson("per_2", nobody),
        manager,
      ]);
    });
    const effect = await assignLeads({ leadIds: ["led_1"] }, services);
    await records.write(effect);
    const sent = await records.client.outboxMessage.findMany({});
    expect(sent.map(({ target }) => target)).toEqual(["per_3"]);
    expect(JSON.stringify(sent)).toContain("There are no active reps yet. Add people first.");
    expect(await records.read.leads.get("led_1")).toMatchObject({ status: "new", ownerId: null });
  });
});
