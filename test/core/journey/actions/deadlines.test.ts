import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { dayMs } from "../../../../src/core/durations.ts";
import { scheduleDeadline } from "../../../../src/core/journey/actions/deadlines.ts";
import type { NextAction } from "../../../../src/core/journey/actions/next-action.ts";
import { scheduleWake } from "../../../../src/core/journey/actions/snooze-action.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** An action of Ana's that is due within the day. */
async function begin(): Promise<NextAction> {
  const now = world.ringside.clock();
  const action: NextAction = {
    ...{ id: "nxt_1", matchId: null, personId: "per_ana", state: "open", action: "call" },
    ...{ contactId: null, accountId: "acc_acme", dealId: null, talkTrack: null },
    reasons: {
      ...{ ruleId: "a-rule", ruleName: { en: "A rule", zh: "规则" }, customer: "Acme", value: 0.5 },
      ...{ evidence: [], lines: [], language: "en", contactName: null, round: 0 },
    },
    ...{ dueAt: now + dayMs / 4, snoozedTo: null, createdAt: now, closedAt: null },
  };
  await world.ringside.records.write(async (unit) => {
    await unit.nextActions.put(action);
    scheduleDeadline(unit, action);
  });
  return action;
}

async function putOff(action: NextAction, byMs: number): Promise<void> {
  await world.ringside.records.write(async (unit) => {
    const snoozed: NextAction = { ...action, state: "snoozed", snoozedTo: unit.now + byMs };
    await unit.nextActions.put(snoozed);
    scheduleWake(unit, snoozed);
  });
}

const stateNow = async () => (await world.ringside.records.read.nextActions.get("nxt_1"))?.state;
const passes = async (days: number) => {
  for (let day = 0; day < days; day += 1) await world.passes(dayMs);
};

describe("an overdue action", () => {
  it("is over a week later", async () => {
    await begin();
    await passes(7);
    expect(await stateNow()).toBe("open");
    await passes(1);
    expect(await stateNow()).toBe("expired");
  });

  it("comes back at the hour its person put it off to, and has a week from its new deadline", async () => {
    const action = await begin();
    await passes(1);
    await putOff(action, 10 * dayMs);
    await passes(9);
    expect(await stateNow()).toBe("snoozed");
    await passes(3);
    expect(await stateNow()).toBe("open");
    await passes(6);
    expect(await stateNow()).toBe("expired");
  });
});
