import { afterEach, beforeEach, expect, it } from "vitest";
import { type Change, createGate } from "../../../../src/core/gate/gate.ts";
import { ruleSchema } from "../../../../src/core/journey/rules/schema.ts";
import { liftOf } from "../../../../src/core/journey/rules-in-chat/rule-use.ts";
import { operator } from "../../../../src/core/people/actor.ts";
import { type OpenEventLog, openEventLog } from "../../../../src/store/event-log/event-log.ts";
import type { Records } from "../../../../src/store/records/records.ts";
import { testNow } from "../../../helpers/people.ts";
import { newFolder, openTestRecords } from "../../../helpers/records.ts";

const day = 86_400_000;
const at = testNow - 60 * day;
const rule = ruleSchema.parse({ id: "held", steps: [{ touch: "page.view" }] });
const stored = { holdOutUpTo: 1_000, holdOutCurrency: "EUR" };
let records: Records;
let events: OpenEventLog;

beforeEach(async () => {
  records = await openTestRecords();
  events = await openEventLog(`${newFolder()}/events.db`);
});
afterEach(async () => {
  await events.close();
  await records.close();
});

const lift = (now = testNow) => liftOf({ read: records.read, events }, { rule, stored, now });

type Group = { count: number; won: number; amount?: number; heldOut: boolean };

/** Customers who matched, with a deal each; `won` of them were won ten days later. */
async function matched(name: string, { count, won, amount = 500, heldOut }: Group): Promise<void> {
  const ids = Array.from({ length: count }, (_, index) => `${name}${index}`);
  const changes = ids.flatMap((id, index) => {
    const outcome = index < won ? { status: "won", closedAt: at + 10 * day } : { status: "open" };
    const deal = { name: id, accountId: `acc_${id}`, amount, currency: "EUR", openedAt: at - day };
    return [
      { kind: "account", id: `acc_${id}`, create: true, set: { name: id } },
      { kind: "contact", id: `con_${id}`, create: true, set: { name: id, accountId: `acc_${id}` } },
      { kind: "deal", id: `dea_${id}`, create: true, set: { ...deal, ...outcome } },
    ];
  }) as Change[];
  await records.write(async (unit) => {
    const batch = { by: operator, via: "import", source: "test", changes } as const;
    expect(await createGate().apply(unit, batch)).toEqual([]);
    await unit.matches.put(
      ...ids.map((id) => ({
        ...{ id: `mch_${id}`, key: id, ruleId: "held", ruleVersionId: "v", customer: `con_${id}` },
        ...{ at, touches: [], heldOut, createdAt: at },
      })),
    );
  });
}

it("says nothing of an effect where nobody was held out", async () => {
  await matched("told", { count: 40, won: 20, heldOut: false });
  expect(await lift()).toBeUndefined();
});

it("waits for enough customers of both kinds", async () => {
  await matched("told", { count: 40, won: 20, heldOut: false });
  await matched("held", { count: 29, won: 5, heldOut: true });
  expect(await lift()).toEqual({ acted: 40, held: 29, difference: null });
});

it("compares only customers whose deals let them be drawn, with an interval", async () => {
  await matched("told", { count: 40, won: 20, heldOut: false });
  await matched("held", { count: 30, won: 6, heldOut: true });
  await matched("large", { count: 20, won: 20, amount: 90_000, heldOut: false });
  const found = await lift();
  expect(found).toMatchObject({ acted: 40, held: 30 });
  expect(found?.difference?.value).toBeCloseTo(0.3, 10);
  expect(found?.difference?.low).toBeGreaterThan(0);
});

it("counts nobody before their thirty days have passed", async () => {
  await matched("held", { count: 30, won: 6, heldOut: true });
  expect(await lift(at + 29 * day)).toBeUndefined();
});
