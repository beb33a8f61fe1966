import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createCalendar } from "../../../../src/calendar.ts";
import type { NudgeKind } from "../../../../src/core/attention/nudge.ts";
import { offerNudge } from "../../../../src/core/attention/offer-nudge.ts";
import type { Card } from "../../../../src/core/card.ts";
import type { NextAction } from "../../../../src/core/journey/actions/next-action.ts";
import type { Deal, Stage } from "../../../../src/core/model.ts";
import type { Unit } from "../../../../src/core/ports.ts";
import { createWorld, type World } from "../../../helpers/world.ts";

const [hourMs, dayMs] = [3_600_000, 86_400_000];
const workdays = createCalendar();

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const write = <Result>(work: (unit: Unit) => Promise<Result>) =>
  world.ringside.records.write((unit) => work(unit));
const say = async (words: string, personId = "per_mia") => {
  await world.ringside.localChat.say(personId, words, randomUUID());
  await world.passes(1_000);
};
const shown = async (personId = "per_mia"): Promise<Card[]> => {
  const messages = await world.ringside.localChat.transcript(personId, { limit: 100 });
  return messages.filter(({ author }) => author === "ringside").map(({ body }) => body as Card);
};
const briefs = async () =>
  (await shown()).filter(({ title }) => title.startsWith("Morning brief, "));
const last = async () => JSON.stringify((await shown()).at(-1) ?? {});

const aDeal = (id: string, set: Partial<Deal> = {}) =>
  world.add("deal", id, {
    ...{ name: id, accountId: "acc_acme", ownerId: "per_ana", stage: "proposal" },
    ...set,
  });

/** A deal's moves, so many days ago each. */
const moved = (dealId: string, moves: [Stage | null, Stage, number][]) =>
  write(async (unit) => {
    const old = await unit.stageChanges.find({ dealId });
    await unit.stageChanges.remove(...old.map(({ id }) => id));
    await unit.stageChanges.put(
      ...moves.map(([from, to, days]) => ({
        ...{ id: unit.newId("stageChange"), dealId, from, to, at: unit.now - days * dayMs },
        ...{ actorId: null, source: "test", evidence: null },
      })),
    );
  });

const anAction = (id: string, personId: string, set: Partial<NextAction> = {}): NextAction => ({
  ...{ id, matchId: null, personId, contactId: null, accountId: null, dealId: null },
  ...{ action: "call", talkTrack: null, state: "open", dueAt: world.ringside.clock() - hourMs },
  reasons: {
    ...{ ruleId: "r", ruleName: { en: "Rule" }, customer: "Acme", value: 0.5, evidence: [] },
    ...{ lines: [], language: "en", contactName: null, round: 0 },
    escalatedAt: world.ringside.clock(),
  },
  ...{ snoozedTo: null, createdAt: 0, closedAt: null },
  ...set,
});

const offer = (kind: NudgeKind, value: number, title: string = kind) =>
  write(async (unit) => {
    const person = await unit.people.get("per_mia");
    if (!person) throw new Error("no manager");
    const card: Card = { key: title, title, tone: "info", summary: title, blocks: [] };
    return offerNudge(unit, workdays, { person, kind, value, card });
  });

describe("what a brief says", () => {
  it("is that nothing needs its manager, where nothing does", async () => {
    await say("morning brief");
    expect(await last()).toContain("Nothing needs you.");
  });

  it("is each exception of their own people, and nobody else's", async () => {
    await world.add("person", "per_zoe", { name: "Zoe Elsewhere" });
    const { clock } = world.ringside;
    for (let at = 0; at < 12; at += 1) {
      await aDeal(`won_${at}`, { status: "won", stage: "won", ownerId: "per_zoe" });
      await moved(`won_${at}`, [
        [null, "proposal", 60],
        ["proposal", "won", 60 - at],
      ]);
    }
    await aDeal("stuck", { closeDate: clock() + dayMs });
    await moved("stuck", [["new", "proposal", 40]]);
    await aDeal("elsewhere", { closeDate: clock() + dayMs, ownerId: "per_zoe" });
    await moved("elsewhere", [["new", "proposal", 40]]);
    await write((unit) =>
      unit.nextActions.put(
        anAction("nxt_1", "per_ana"),
        anAction("nxt_2", "per_zoe"),
        anAction("nxt_3", "per_lei", { state: "done" }),
      ),
    );
    await say("morning brief");
    const card = await last();
    expect(card).toContain("1 overdue action");
    expect(card).toContain("Call Acme: Ana Silva, due 23 Nov 2026 08:00");
    expect(card).toContain("1 deal longer in its stage than nine of ten won deals");
    expect(card).toContain(
      "stuck · Acme Medical: Ana Silva, 40 days in proposal; nine of ten won deals took at most 10",
    );
    expect(card).toContain("1 deal closing this month breaks its data contract");
    expect(card).toContain(
      "stuck · Acme Medical: Ana Silva, closes 24 Nov 2026; Amount is missing",
    );
    expect(card).not.toContain("elsewhere");
    expect((await shown()).at(-1)).toMatchObject({
      ...{ tone: "warn", summary: "Morning brief: 3 things need you" },
    });
  });

  it("counts deals once, and not those that were put back", async () => {
    await aDeal("there");
    await moved("there", [
      ["proposal", "won", 0.1],
      ["won", "proposal", 0.05],
    ]);
    await aDeal("moved");
    await moved("moved", [
      ["new", "contacted", 0.2],
      ["contacted", "proposal", 0.1],
    ]);
    await aDeal("lost", { status: "lost", stage: "lost" });
    await moved("lost", [["proposal", "lost", 0.1]]);
    await say("morning brief");
    expect(await last()).toContain("Since 20 Nov 2026: new leads 0, deals moved 1, won 0, lost 1");
  });

  it("names failed imports to managers, and CRMs to those who keep them", async () => {
    await write(async (unit) => {
      await unit.importBatches.put({
        ...{ id: "bat_1", kind: "leads", source: "csv", actorId: null, state: "failed" },
        ...{ mapping: {}, counts: {}, warnings: [], startedAt: unit.now, finishedAt: unit.now },
      });
      await unit.crmLines.put({
        ...{ id: "hubspot", state: "auth", since: unit.now, error: null, toldAt: null },
      });
    });
    await say("morning brief");
    expect(await last()).toContain("2 systems need a look");
    expect(await last()).toContain("hubspot refuses Ringside's keys");
    await world.add("person", "per_opa", { name: "Opa", role: "operator" });
    await say("morning brief");
    expect(await last()).toContain("1 system needs a look");
  });
});

describe("a brief and the digest", () => {
  it("takes the place of what could wait, and leaves what cannot to a message of its own", async () => {
    expect((await offer("escalation", 0.5)).state).toBe("digest");
    expect((await offer("slipping", 0.7)).state).toBe("digest");
    expect((await offer("escalation", 1, "flood")).state).toBe("sent");
    await offer("insight", 0.05, "first");
    expect((await offer("insight", 0.01, "small")).state).toBe("digest");
    await world.passes(dayMs);
    const [brief, ...more] = await briefs();
    expect(more).toEqual([]);
    const words = JSON.stringify(brief);
    expect(words).toContain("What could wait");
    expect(words).toContain("small");
    expect(words).not.toContain("slipping");
    expect((await shown()).filter(({ key }) => key.startsWith("digest:"))).toEqual([]);
    expect(await world.ringside.records.read.nudges.count({ state: "digest" })).toBe(0);
  });

  it("is the digest again for who muted the brief", async () => {
    await say("mute morning brief");
    expect((await offer("escalation", 0.5)).state).toBe("sent");
    await offer("insight", 0.01, "small");
    await offer("insight", 0.01, "smaller");
    await world.passes(dayMs);
    expect(await briefs()).toEqual([]);
    expect((await shown()).some(({ key }) => key.startsWith("digest:"))).toBe(true);
  });
});

describe("when a brief comes", () => {
  const something = () => world.add("lead", "led_x", { title: "Somebody", ownerId: "per_ana" });

  it("is once on a working day at nine, and not on a weekend", async () => {
    for (let at = 0; at < 7; at += 1) {
      await world.add("lead", `led_${at}`, { title: "Somebody", ownerId: "per_ana" });
      await world.passes(dayMs);
    }
    const days = (await briefs()).map(({ title }) => title.slice("Morning brief, ".length));
    expect(days).toEqual([24, 25, 26, 27, 30].map((day) => `${day} Nov 2026`));
  });

  it("is never with nothing in it", async () => {
    await world.passes(dayMs);
    expect(await briefs()).toEqual([]);
  });

  it("is at the hour its manager says, and once that day", async () => {
    await something();
    await say("morning brief at 8:30");
    expect(await last()).toContain("on working days at 8:30");
    await world.passes(23.7 * hourMs);
    expect(await briefs()).toHaveLength(1);
    await say("morning brief at 10:00");
    await world.passes(3 * hourMs);
    expect(await briefs()).toHaveLength(1);
    await say("morning brief at 3pm");
    expect(await last()).toContain("between 5:00 and 13:00");
    await say("morning brief soonish");
    expect(await last()).toContain("I know no time called “soonish”");
    await say("morning brief off");
    await something2();
    await world.passes(dayMs);
    expect(await briefs()).toHaveLength(1);
  });
  const something2 = () => world.add("lead", "led_y", { title: "Other", ownerId: "per_ana" });

  it("is not while its manager is away, and later while they practise", async () => {
    await something();
    await write(async (unit) => {
      const now = unit.now + dayMs;
      await unit.absences.put({
        ...{ id: "abs_1", personId: "per_mia", from: now - hourMs, to: now + hourMs },
        ...{ reason: null, createdAt: unit.now },
      });
    });
    await world.passes(dayMs);
    expect(await briefs()).toEqual([]);
    await world.add("lead", "led_z", { title: "Third", ownerId: "per_ana" });
    const session = { id: "prc_1", personId: "per_mia", playbook: "medical", scenario: "x" };
    const play = { persona: "y", language: "en", plan: {} as never, play: {} as never };
    const times = { startedAt: 0, closedAt: null };
    await write((unit) =>
      unit.practiceSessions.put({ ...session, ...play, ...times, state: "playing" } as never),
    );
    await world.passes(dayMs);
    expect(await briefs()).toEqual([]);
    await write((unit) => unit.practiceSessions.remove("prc_1"));
    await world.passes(hourMs / 2);
    expect(await briefs()).toHaveLength(1);
  });

  it("is still of the day for an installation that was off at nine", async () => {
    await something();
    await world.passes(dayMs + 5 * hourMs);
    expect(await briefs()).toHaveLength(1);
    await something2();
    await world.passes(dayMs + 8 * hourMs);
    expect(await briefs()).toHaveLength(1);
  });
});
