import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Deal, Touch } from "../../../../src/core/model.ts";
import { operator } from "../../../../src/core/people/actor.ts";
import { readChangeEvent } from "../../../../src/sources/touches/salesforce/change-event.ts";
import { testNow } from "../../../helpers/people.ts";
import { createWorld, type World } from "../../../helpers/world.ts";
import { aVisit, visits } from "../../identity/world.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let world: World;
beforeEach(async () => {
  world = await createWorld();
  const acme = { accountId: "acc_acme", ownerId: "per_ana", stage: "qualified" } as const;
  await world.add("deal", "dea_1", { ...acme, name: "Seats" });
  await world.add("account", "acc_hua", { name: "华星精密" });
  await world.add("deal", "dea_hua", {
    ...{ name: "华星产线", accountId: "acc_hua", ownerId: "per_lei", stage: "proposal" },
  } as Partial<Deal>);
  await write("person", "per_mia", { email: "mia@ours.example" });
  await write("person", "per_ana", { email: "ana@ours.example" });
});
afterEach(() => world.close());

const write = (kind: "person" | "deal", id: string, set: object) =>
  world.ringside.records.write((unit) =>
    world.ringside.gate.apply(unit, {
      ...{ by: operator, via: "cli", source: "test" },
      changes: [{ kind, id, set } as never],
    }),
  );

const told = (id: string, props: Record<string, unknown>, set: Partial<Touch> = {}) =>
  visits(
    world,
    aVisit(
      { email: "mia@ours.example" },
      {
        ...{ id, type: "meeting.booked", source: "calendly" },
        ...{ at: world.ringside.clock(), receivedAt: world.ringside.clock(), ...set, props },
      },
    ),
  );
const at = (hours: number) => new Date(testNow + hours * hourMs).toISOString();
const until = (hours: number) => world.passes(testNow + hours * hourMs - world.ringside.clock());
/** When reviews were sent to somebody, in hours from the beginning. */
const sent = async (personId = "per_ana") => {
  const { nudges } = world.ringside.records.read;
  const all = await nudges.find({ kind: "deal_review", personId });
  return all.map(({ sentAt }) => ((sentAt ?? 0) - testNow) / hourMs);
};

describe("a review of the calendar", () => {
  it("comes half an hour before to the deal's owner and the manager who is invited, once", async () => {
    await told("tch_1", { title: "Deal review: Acme", startsAt: at(3), meeting: "m" });
    await told("tch_1", { title: "Deal review: Acme", startsAt: at(3), meeting: "m" });
    await until(2.4);
    expect(await sent()).toEqual([]);
    await until(2.5);
    await until(4);
    expect([await sent(), await sent("per_mia")]).toEqual([[2.5], [2.5]]);
    expect(await world.ringside.records.read.calendarReviews.count({})).toBe(0);
  });

  it("finds a Chinese deal by a Chinese title, and nobody else's", async () => {
    await told("tch_1", { title: "商机评审 华星", startsAt: at(3), meeting: "m" });
    await until(2.5);
    expect([await sent(), await sent("per_lei")]).toEqual([[], [2.5]]);
  });

  it("moves with its meeting, is dropped with it, and a late word of the old time changes nothing", async () => {
    const title = "Deal review: Acme";
    await told("tch_1", { title, startsAt: at(2), meeting: "m" });
    await world.passes(minuteMs);
    await told("tch_2", { startsAt: at(4), meeting: "m" }, { type: "meeting.moved" });
    await told("tch_0", { title, startsAt: at(2.2), meeting: "m" }, { at: testNow - hourMs });
    await until(2.5);
    expect(await sent()).toEqual([]);
    await until(3.5);
    expect(await sent()).toEqual([3.5]);
    await told("tch_3", { title, startsAt: at(6), meeting: "n" });
    await world.passes(minuteMs);
    await told("tch_4", { meeting: "n" }, { type: "meeting.cancelled" });
    await until(7);
    expect(await sent()).toEqual([3.5]);
  });

  it("is dropped by a cancellation without the calendar's id, by who it was with and when", async () => {
    await told("tch_1", { title: "Deal review: Acme", startsAt: at(2) });
    await world.passes(minuteMs);
    await told("tch_2", { startsAt: at(2) }, { type: "meeting.cancelled" });
    await until(1.75);
    expect(await sent()).toEqual([]);
  });

  it("comes for nobody when no deal is named, the deal is closed, or the title is another", async () => {
    await told("tch_1", { title: "Pipeline review", startsAt: at(2), meeting: "a" });
    await told("tch_2", { title: "Coffee with Acme", startsAt: at(2), meeting: "b" });
    await told("tch_3", { title: "Deal review: Acme", startsAt: at(2), meeting: "c" });
    await write("deal", "dea_1", { stage: "lost", status: "lost", lossReason: "price" });
    await until(1.5);
    expect(await sent()).toEqual([]);
  });

  it("goes to whom the deal belongs to by then; who is invited and may not see it gets none", async () => {
    const attendees = ["ana@ours.example", "stranger@else.example"];
    await told("tch_1", { title: "华星商机评审", startsAt: at(2), meeting: "m", attendees });
    await until(1.5);
    expect([await sent(), await sent("per_lei"), await sent("per_mia")]).toEqual([
      [],
      [1.5],
      [1.5],
    ]);
  });

  it("is not sent twice to who booked the same review in chat", async () => {
    await world.ringside.localChat.say("per_ana", "review Acme at 12:00", randomUUID());
    await world.ringside.drain();
    await told("tch_1", { title: "Deal review: Acme", startsAt: at(3), meeting: "m" });
    await until(2.5);
    expect([await sent(), await sent("per_mia")]).toEqual([[], [2.5]]);
  });

  it("keeps quiet hours, and comes at their end where the review is later", async () => {
    await told("tch_1", { title: "Deal review: Acme", startsAt: at(14), meeting: "night" });
    await told("tch_2", { title: "Deal review: Acme", startsAt: at(23.25), meeting: "early" });
    await until(22.9);
    expect(await sent()).toEqual([]);
    await until(23);
    expect(await sent()).toEqual([23]);
  });

  it("never comes to who muted such reviews", async () => {
    const muted = { kind: "deal_review", delivery: "mute", decidedBy: "person" } as const;
    await world.ringside.records.write((unit) =>
      unit.preferences.put({ id: "p", personId: "per_ana", ...muted, updatedAt: unit.now }),
    );
    await told("tch_1", { title: "Deal review: Acme", startsAt: at(2), meeting: "m" });
    await until(1.5);
    const [nudge] = await world.ringside.records.read.nudges.find({ personId: "per_ana" });
    expect(nudge?.state).toBe("muted");
  });

  it("is not moved to the digest for being read and not pressed, where it would come too late", async () => {
    const card = {
      key: "k",
      title: "Review",
      tone: "info",
      summary: "Review",
      blocks: [],
    } as const;
    const lying = Array.from({ length: 16 }, (_, index) => ({
      ...{ id: `nud_${index}`, personId: "per_ana", kind: "deal_review", value: 1, card },
      ...{ cardKey: `review:${index}`, state: "sent", actedAt: null },
      ...{ createdAt: testNow - (index + 1) * 24 * hourMs },
      sentAt: testNow - (index + 1) * 24 * hourMs,
    }));
    await world.ringside.records.write((unit) =>
      unit.nudges.put(...(lying as unknown as Parameters<typeof unit.nudges.put>)),
    );
    await told("tch_1", { title: "Deal review: Acme", startsAt: at(2), meeting: "m" });
    await until(1.5);
    expect(await sent()).toContain(1.5);
    expect(await world.ringside.records.read.preferences.count({})).toBe(0);
  });

  it("is read from a Salesforce event: created, moved without its subject, deleted", () => {
    const event = (changeType: string, fields: object) =>
      readChangeEvent({
        payload: {
          ChangeEventHeader: {
            ...{ entityName: "Event", recordIds: ["00U1"], changeType, commitTimestamp: testNow },
            ...{ transactionKey: changeType, sequenceNumber: 1 },
          },
          ...fields,
        },
      });
    const made = event("CREATE", {
      ...{ Subject: "Deal review Acme", WhatId: "006A", StartDateTime: testNow + hourMs },
    });
    expect(made.type).toBe("meeting.booked");
    expect(made.props).toMatchObject({
      title: "Deal review Acme",
      dealId: "006A",
      meeting: "00U1",
    });
    expect(made.props?.startsAt).toBe(at(1));
    const moved = event("UPDATE", { StartDateTime: at(2) });
    expect([moved.type, moved.props?.meeting]).toEqual(["meeting.moved", "00U1"]);
    expect(event("UPDATE", { Location: "Room 4" }).type).toBe("record.changed");
    expect(event("DELETE", {}).type).toBe("meeting.cancelled");
  });
});
