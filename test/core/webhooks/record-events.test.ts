import { expect, it } from "vitest";
import type { ChangeBatch, Draft } from "../../../src/core/gate/gate.ts";
import { eventsOf } from "../../../src/core/webhooks/record-events.ts";

const batch = { via: "chat" } as ChangeBatch;
const moved = (from: string, to: string): Draft => ({
  ...{ index: 0, change: { kind: "lead", id: "led_1", set: {} }, fields: ["status"] },
  ...{ before: { status: from }, after: { status: to, ownerId: "per_ana" } },
});
const types = (from: string, to: string) =>
  eventsOf(batch, [moved(from, to)]).map(({ type, ownerIds }) => [type, ownerIds]);

it("a lead that becomes a deal is told, and one that is taken back was accepted long before", () => {
  expect(types("accepted", "converted")).toEqual([["lead.converted", ["per_ana"]]]);
  expect(types("converted", "accepted")).toEqual([]);
  expect(types("offered", "accepted")).toEqual([["lead.accepted", ["per_ana"]]]);
  expect(types("accepted", "lost")).toEqual([]);
});
