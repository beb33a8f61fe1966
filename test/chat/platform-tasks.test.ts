import { afterEach, beforeEach, expect, it } from "vitest";
import { offerOn } from "../../src/chat/offers.ts";
import { createPlatformTasks } from "../../src/chat/platform-tasks.ts";
import { createSwitchboard } from "../../src/chat/switchboard.ts";
import type { Block, Card } from "../../src/core/card.ts";
import type { Identity } from "../../src/core/facts.ts";
import type { PlatformTasks } from "../../src/core/journey/actions/tasks/platform-tasks.ts";
import type { Records } from "../../src/store/records/records.ts";
import { openTestRecords } from "../helpers/records.ts";
import { createLarkWorld, type LarkWorld } from "./lark/world.ts";

const content = {
  ...{ actionId: "nxt_1", title: "Call Wang Li", why: "A rule", dueAt: 1_000, isDone: false },
};

let tenants: LarkWorld[];
let records: Records;
let tasks: PlatformTasks;
beforeEach(async () => {
  tenants = [await createLarkWorld({ mode: "http" }), await createLarkWorld({ mode: "http" })];
  records = await openTestRecords();
  const board = createSwitchboard();
  for (const [index, { lark }] of tenants.entries()) board.plug(`cnx_${index}`, lark);
  tasks = createPlatformTasks({ read: records.read, surfaces: () => board.surfaces });
});
afterEach(async () => {
  for (const tenant of tenants) await tenant.close();
  await records.close();
});

const listOf = (tenant: LarkWorld | undefined) => [
  ...(tenant?.emulator.state.tasks.values() ?? []),
];

async function meets(set: Partial<Identity>): Promise<void> {
  const identity = {
    personId: "per_ana",
    verifiedBy: "email",
    createdAt: 1,
    lastSeenAt: 1,
  } as const;
  const account = { id: `idn_${set.surface}_${set.connection}`, ...identity, ...set };
  await records.write((unit) => unit.identities.put(account as Identity));
}

it("stand in the tenant somebody works in, and are found there again", async () => {
  const to = tenants[1]?.to;
  await meets({ surface: "slack", connection: "T1", externalId: "U1", lastSeenAt: 9 });
  await meets({ surface: "lark", ...to });
  const place = await tasks.add("per_ana", content, "task:nxt_1:1");
  expect(await tasks.add("per_ana", content, "task:nxt_1:1")).toEqual(place);
  expect(place).toMatchObject({ surface: "lark", connection: to?.connection });
  expect(tenants.map((tenant) => listOf(tenant).length)).toEqual([0, 1]);
  expect(await tasks.change(place, { ...content, dueAt: 2_000, isDone: true })).toBe(true);
  expect(await tasks.read(place)).toEqual({ actionId: "nxt_1", isDone: true });
  expect(listOf(tenants[1])).toMatchObject([{ due: { timestamp: "2000" } }]);
  // Nothing differs: Lark is not asked to complete what is complete.
  expect(await tasks.change(place, { ...content, dueAt: 2_000, isDone: true })).toBe(true);
  await tasks.remove(place);
  await tasks.remove(place);
  expect(await tasks.read(place)).toBeUndefined();
  expect(await tasks.change(place, content)).toBe(false);
});

it("are nowhere for whoever has no account with a list", async () => {
  await meets({ surface: "slack", connection: "T1", externalId: "U1" });
  const refused = { name: "Refused", code: "tasks.nowhere" };
  await expect(tasks.add("per_ana", content, "task:nxt_1:1")).rejects.toMatchObject(refused);
  const place = { surface: "slack", connection: "T1", taskId: "t" };
  await expect(tasks.change(place, content)).rejects.toMatchObject(refused);
});

it("are offered by a button that other platforms never see", () => {
  const add = { id: "action.task", label: "Add to my tasks", ref: "r1", needs: "tasks" } as const;
  const done = { id: "action.done", label: "Done", ref: "r2" };
  const blocks: Block[] = [
    { t: "actions", actions: [done, add] },
    { t: "more", title: "More", blocks: [{ t: "actions", actions: [add] }] },
  ];
  const card: Card = { key: "k", title: "t", tone: "info", summary: "s", blocks };
  const lark = tenants[0]?.lark.adapter;
  expect(offerOn(lark, card)).toBe(card);
  const expected = [{ t: "actions", actions: [done] }];
  for (const adapter of [{}, undefined]) expect(offerOn(adapter, card).blocks).toEqual(expected);
});
