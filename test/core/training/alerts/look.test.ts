import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import type { Card } from "../../../../src/core/card.ts";
import type { Change } from "../../../../src/core/gate/gate.ts";
import { createGate } from "../../../../src/core/gate/gate.ts";
import type { Person } from "../../../../src/core/model.ts";
import { operator } from "../../../../src/core/people/actor.ts";
import type { Unit } from "../../../../src/core/ports.ts";
import {
  acknowledgeAlert,
  muteAlert,
  resolveAlert,
} from "../../../../src/core/training/alerts/answer-alert.ts";
import { showAlerts } from "../../../../src/core/training/alerts/list-alerts.ts";
import { lookForAlerts } from "../../../../src/core/training/alerts/look.ts";
import type { Analysis, Call } from "../../../../src/core/training/calls/call.ts";
import type { Records } from "../../../../src/store/records/records.ts";
import { aPerson, testNow } from "../../../helpers/people.ts";
import { openTestRecords } from "../../../helpers/records.ts";

const day = 86_400_000;
const ana = aPerson("per_ana", { managerId: "per_mia" });
const mia = aPerson("per_mia", { role: "manager" });
const zoe = aPerson("per_zoe", { role: "manager" });

let now = testNow;
let records: Records;
let calls = 0;

beforeEach(async () => {
  now = testNow;
  calls = 0;
  records = await openTestRecords(() => now);
  const changes = [ana, mia, zoe].map(
    (set) => ({ kind: "person", id: set.id, create: true, set }) as unknown as Change,
  );
  await records.write(async (unit) => {
    await createGate().apply(unit, { by: operator, via: "import", source: "test", changes });
    await unit.consents.put({
      ...{ id: "cns_1", personId: ana.id, purpose: "calls", wording: "test" },
      ...{ grantedAt: now, withdrawnAt: null },
    });
    // With a morning brief an alert waits for it; here it comes as a message of its own.
    const noBrief = { kind: "morning_brief", delivery: "mute", decidedBy: "person" } as const;
    await unit.preferences.put(
      ...[mia, zoe].map(({ id }) => ({ id, personId: id, ...noBrief, updatedAt: now })),
    );
  });
});
afterEach(() => records.close());

const services = () => ({ store: records, clock: () => now, workdays: createCalendar() });

/** A call in which competitors came up, on a day of its own. */
async function calledWith(mood: number, isShared = true): Promise<void> {
  calls += 1;
  now += day;
  const id = `cal_${calls}`;
  const analysis = { score: { customerSentiment: [mood, mood] } } as unknown as Analysis;
  const call = {
    ...{ id, personId: ana.id, contactId: null, dealId: null, source: "transcript" },
    ...{ toldHow: "announced", analysis, heldUntil: now, at: now },
    transcript: { state: "read", name: "", assetId: null, heard: [], lines: [] },
    consentedAt: isShared ? now : null,
  } as Call;
  await records.write(async (unit) => {
    await unit.calls.put(call);
    await unit.skillEvidence.put({
      ...{ id: `ske_${calls}`, personId: ana.id, skill: "competitor_comparison" },
      ...{ source: "call", sourceId: id, passed: 1, checks: 4, at: now },
      quotes: [{ check: "compares", passed: false, quote: `words of ${id}` }],
    });
  });
}

/** What a look, or an answer, made people see. */
async function seenBy(effect: (unit: Unit) => Promise<unknown>): Promise<Record<string, Card[]>> {
  const seen: Record<string, Card[]> = {};
  await records.write((unit) =>
    effect({
      ...unit,
      post: ({ to, card }) => {
        seen[to] = [...(seen[to] ?? []), card];
      },
    }),
  );
  return seen;
}
const look = async () => seenBy(await lookForAlerts({}, services()));
const alert = async () => (await records.read.alerts.find({}))[0];
const ask = (person: Person, alertId = "") => ({ person, params: { alertId } });

async function fiveCold(isShared = true): Promise<void> {
  await calledWith(0.8);
  now += 30 * day;
  for (let at = 0; at < 5; at += 1) await calledWith(0.2, isShared);
}

describe("an alert", () => {
  it("comes to the rep first, with a practice, once", async () => {
    await fiveCold();
    const seen = await look();
    expect(Object.keys(seen)).toEqual([ana.id]);
    const card = JSON.stringify(seen[ana.id]);
    expect(card).toContain("Customers cool down when competitors come up");
    expect(card).toContain("Practise it now");
    expect(card).toContain("You are told first. mia gets one card");
    expect(await look()).toEqual({ [ana.id]: [expect.anything()] });
    expect(await records.read.nudges.count({ kind: "alert" })).toBe(1);
  });

  it.each([
    ["what is not shared", async () => fiveCold(false)],
    [
      "the first 30 days",
      async () => {
        for (let at = 0; at < 5; at += 1) await calledWith(0.2);
      },
    ],
    [
      "what was consented to once",
      async () => {
        await fiveCold();
        await records.write((unit) => unit.consents.update("cns_1", { withdrawnAt: now }));
      },
    ],
  ])("does not go by %s", async (_, prepare) => {
    await prepare();
    expect(await look()).toEqual({});
    expect(await records.read.alerts.count({})).toBe(0);
  });

  it("comes to the manager when it lasts, once, with evidence, and the look is the rep's to see", async () => {
    await fiveCold();
    await look();
    now += 7 * day;
    const seen = await look();
    const [card] = seen[mia.id] ?? [];
    expect(card?.title).toBe("ana: customers cool down when competitors come up");
    expect(JSON.stringify(card)).toContain("words of cal_6");
    expect(JSON.stringify(card)).toContain("nine times out of ten");
    expect(await records.read.looks.find({})).toMatchObject([
      { viewerId: mia.id, subjectId: ana.id, resource: "skill:competitor_comparison" },
    ]);
    expect((await look())[mia.id]).toHaveLength(1);
    expect(await records.read.nudges.count({ personId: mia.id })).toBe(1);
  });

  it("is over with one better talk, and keeps no sentence", async () => {
    await fiveCold();
    await look();
    await calledWith(0.7);
    const seen = await look();
    expect(JSON.stringify(seen[ana.id])).not.toContain("words of");
    expect(await alert()).toMatchObject({ state: "resolved", resolvedAt: now });
    expect(JSON.stringify(await alert())).not.toContain("words of");
    now += 9 * day;
    expect(await look()).toEqual({});
  });

  it("is acknowledged, resolved or muted by those it was shown to, and nobody else", async () => {
    await fiveCold();
    await look();
    const { id = "" } = (await alert()) ?? {};
    expect((await records.write(acknowledgeAlert(ask(mia, id)))).card).toBeUndefined();
    now += 7 * day;
    await look();
    expect((await records.write(resolveAlert(ask(zoe, id)))).card).toBeUndefined();
    expect((await records.write(resolveAlert(ask(ana, id)))).card).toBeUndefined();
    await records.write(acknowledgeAlert(ask(mia, id)));
    expect((await alert())?.state).toBe("acknowledged");
    await records.write(resolveAlert(ask(mia, id)));
    expect((await alert())?.state).toBe("resolved");
    expect(await look()).toEqual({});
    await calledWith(0.1);
    expect(Object.keys(await look())).toEqual([ana.id]);
    await records.write(muteAlert(ask(ana, id)));
    now += 8 * day;
    expect((await look())[mia.id]).toBeUndefined();
  });

  it("is no longer listed for a manager once what it goes by is not shared", async () => {
    await fiveCold();
    await look();
    now += 7 * day;
    await look();
    const listed = async () => JSON.stringify(await seenBy(await showAlerts(services(), mia)));
    expect(await listed()).toContain("words of cal_6");
    await records.write((unit) => unit.calls.update("cal_6", { consentedAt: null }));
    expect(await listed()).toContain("No alert stands");
  });

  it("goes with a rep who changes team: the old manager's card closes, the new one is told", async () => {
    await fiveCold();
    await look();
    now += 7 * day;
    await look();
    const moves: Change = { kind: "person", id: ana.id, set: { managerId: zoe.id } };
    await records.write((unit) =>
      createGate().apply(unit, { by: operator, via: "cli", source: "test", changes: [moves] }),
    );
    const seen = await look();
    const old = JSON.stringify(seen[mia.id]);
    expect(old).toContain("ana is no longer in your team");
    expect(old).not.toContain("words of");
    expect(seen[zoe.id]).toHaveLength(1);
    expect(JSON.stringify(seen[zoe.id])).toContain("words of cal_6");
    expect(await alert()).toMatchObject({ state: "manager", managerId: zoe.id });
    const { id = "" } = (await alert()) ?? {};
    expect((await records.write(resolveAlert(ask(mia, id)))).card).toBeUndefined();
    expect((await look())[mia.id]).toBeUndefined();
  });

  it("closes for both without a sentence once a consent it goes by is withdrawn", async () => {
    await fiveCold();
    await look();
    now += 7 * day;
    await look();
    await records.write((unit) => unit.consents.update("cns_1", { withdrawnAt: now }));
    const seen = await look();
    expect(Object.keys(seen).sort()).toEqual([ana.id, mia.id]);
    expect(JSON.stringify(seen)).not.toContain("words of");
    expect(await alert()).toMatchObject({ state: "resolved" });
  });

  it("waits in the digest of a manager who was told enough for the day", async () => {
    await fiveCold();
    await look();
    now += 7 * day;
    const sent = { kind: "alert" as const, value: 1, card: {} as Card, state: "sent" as const };
    const times = { createdAt: now, sentAt: now, actedAt: null };
    await records.write((unit) =>
      unit.nudges.put(
        ...["a", "b"].map((id) => ({ id, personId: mia.id, cardKey: id, ...sent, ...times })),
      ),
    );
    expect((await look())[mia.id]).toBeUndefined();
    const told = await records.read.nudges.find({ personId: mia.id, state: "digest" });
    expect(told).toMatchObject([{ kind: "alert" }]);
  });
});
