import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { offerNudge } from "../../../../src/core/attention/offer-nudge.ts";
import type { Deal, Person } from "../../../../src/core/model.ts";
import { operator } from "../../../../src/core/people/actor.ts";
import { testNow } from "../../../helpers/people.ts";
import { aTouch } from "../../../helpers/touches.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

let world: World;
beforeEach(async () => {
  world = await createWorld();
  const lead = { title: "Acme", contactId: "con_wang", accountId: "acc_acme" } as const;
  await world.add("lead", "led_1", { ...lead, ownerId: "per_ana", status: "converted" });
  const deal = { name: "Seats", accountId: "acc_acme", leadId: "led_1", ownerId: "per_ana" };
  await world.add("deal", "dea_1", { ...deal, stage: "qualified" } as Partial<Deal>);
});
afterEach(() => world.close());

const say = (words: string, personId = "per_ana") =>
  world.ringside.localChat.say(personId, words, randomUUID()).then(() => world.passes(1_000));
const tell = async (id: string, startsAt: number, props: Record<string, unknown> = {}) => {
  const touch = aTouch(id, world.ringside.clock(), {
    ...{ type: "meeting.booked", source: "calendly" },
    props: { startsAt: new Date(startsAt).toISOString(), meeting: `m_${id}`, ...props },
  });
  await world.ringside.events.append([touch]);
  await world.ringside.drain();
};
const until = (at: number) => world.passes(at - world.ringside.clock());
/** When each brief was sent to somebody, in hours from the beginning. */
const briefs = async (personId = "per_ana") => {
  const nudges = await world.ringside.records.read.nudges.find({ kind: "meeting_brief", personId });
  return nudges.map(({ sentAt }) => ((sentAt ?? 0) - testNow) / hourMs);
};

describe("briefs before meetings", () => {
  it("are sent to nobody who did not ask for them", async () => {
    await tell("tch_1", testNow + 2 * hourMs);
    await until(testNow + 1.75 * hourMs);
    expect(await briefs()).toEqual([]);
  });

  it("come once for a meeting that is told of twice, and at once when it is booked within the half hour", async () => {
    await say("brief me before meetings");
    await tell("tch_1", testNow + 2 * hourMs);
    await tell("tch_1", testNow + 2 * hourMs);
    await until(testNow + 1.5 * hourMs);
    expect(await briefs()).toEqual([1.5]);
    await tell("tch_2", testNow + 1.75 * hourMs);
    expect(await briefs()).toEqual([1.5, 1.5]);
  });

  it("do not come when the meeting has begun", async () => {
    await say("brief me before meetings");
    await tell("tch_1", testNow + 2 * hourMs);
    await until(testNow + 2 * hourMs);
    expect(await briefs()).toEqual([]);
  });

  it("wait for the end of the quiet hours, and are dropped where these end after the meeting", async () => {
    await say("brief me before meetings");
    // Tomorrow: before 08:00 nobody is disturbed.
    await tell("tch_early", testNow + 23.25 * hourMs);
    await tell("tch_night", testNow + 14 * hourMs);
    await until(testNow + 22.75 * hourMs);
    expect(await briefs()).toEqual([]);
    await until(testNow + 23 * hourMs);
    expect(await briefs()).toEqual([23]);
  });

  it("leave meetings among ourselves alone", async () => {
    await say("brief me before meetings");
    await tell("tch_1", testNow + 2 * hourMs, { internal: true });
    await until(testNow + 1.75 * hourMs);
    expect(await briefs()).toEqual([]);
  });

  it("go to whom the customer belongs to by then", async () => {
    await say("brief me before meetings");
    await say("会前给我简报", "per_lei");
    await tell("tch_1", testNow + 3 * hourMs);
    const { ringside } = world;
    const change = { kind: "deal", id: "dea_1", set: { ownerId: "per_lei" } } as const;
    await ringside.records.write((unit) =>
      ringside.gate.apply(unit, { by: operator, via: "cli", source: "test", changes: [change] }),
    );
    await until(testNow + 2.75 * hourMs);
    expect(await briefs()).toEqual([]);
    expect(await briefs("per_lei")).toHaveLength(1);
  });

  it("are not moved to the digest for being read and not pressed: they were asked for", async () => {
    const { ringside } = world;
    const person = (await ringside.records.read.people.get("per_ana")) as Person;
    const card = { key: "brief:new", title: "Brief", tone: "info", summary: "Brief", blocks: [] };
    const sent = (index: number) => ({
      ...{ id: `nud_${index}`, personId: person.id, kind: "meeting_brief", value: 1, card },
      ...{ cardKey: `brief:${index}`, state: "sent", actedAt: null },
      ...{ createdAt: testNow - index * dayMs, sentAt: testNow - index * dayMs },
    });
    const nudge = await ringside.records.write(async (unit) => {
      const chosen = { kind: "meeting_brief", delivery: "push", decidedBy: "person" } as const;
      const updatedAt = testNow - 30 * dayMs;
      await unit.preferences.put({ id: "pre_1", personId: person.id, ...chosen, updatedAt });
      const lying = Array.from({ length: 16 }, (_, index) => sent(index + 1));
      await unit.nudges.put(...(lying as Parameters<typeof unit.nudges.put>));
      const offer = { person, kind: "meeting_brief", value: 1, card } as const;
      return offerNudge(unit, { isWorkday: () => true }, offer as Parameters<typeof offerNudge>[2]);
    });
    expect(nudge.state).toBe("sent");
  });
});
