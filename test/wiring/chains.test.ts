import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Change } from "../../src/core/gate/gate.ts";
import { createChainFollower } from "../../src/core/journey/live/chain-follower.ts";
import { publishRule } from "../../src/core/journey/rules-in-force.ts";
import type { Touch } from "../../src/core/model.ts";
import { operator } from "../../src/core/people/actor.ts";
import { createLog } from "../../src/log.ts";
import { openRingside, type Ringside } from "../../src/main.ts";
import { testNow } from "../helpers/people.ts";
import { newDataFolder } from "../helpers/records.ts";
import { sharedTraining } from "../helpers/training.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let now: number;
let dataDir: string;
let ringside: Ringside;

const open = () =>
  openRingside({
    ...{ dataDir, log: createLog({ level: "silent" }), clock: () => now },
    training: sharedTraining(),
  });

async function restart({ forgets = false } = {}): Promise<void> {
  await ringside.close();
  if (forgets) rmSync(join(dataDir, "chains.state"), { force: true });
  ringside = await open();
}

beforeEach(async () => {
  now = testNow;
  dataDir = await newDataFolder();
  ringside = await open();
  const create = (kind: "person" | "account" | "contact", id: string, set: object) =>
    ({ kind, id, create: true, set }) as Change;
  await ringside.records.write(async (unit) => {
    const changes = [
      create("person", "per_mia", { name: "Mia", role: "manager" }),
      create("person", "per_ana", { name: "Ana", managerId: "per_mia" }),
      create("account", "acc_acme", { name: "Acme", ownerId: "per_ana", domain: "acme.example" }),
      create("contact", "con_a", { name: "A", accountId: "acc_acme", email: "a@acme.example" }),
      create("contact", "con_b", { name: "B", accountId: "acc_acme" }),
    ];
    const order = { by: operator, via: "import", source: "test", changes } as const;
    expect(await ringside.gate.apply(unit, order)).toEqual([]);
  });
});
afterEach(() => ringside.close());

const rule = (id: string, set: object = {}) => ({
  ...{ id, within: "3d", match: "sequence" },
  steps: [{ touch: "page.view" }, { touch: "file.download" }, { touch: "page.leave" }],
  ...set,
});

const publish = (source: { id: string }, activatedAt?: number) =>
  ringside.records.write((unit) =>
    publishRule(unit, {
      ...{ ruleId: source.id, source, authorId: null, reason: null },
      ...(activatedAt === undefined ? {} : { activatedAt }),
    }),
  );

let number = 0;

function aTouch(type: string, set: Partial<Touch> = {}): Touch {
  number += 1;
  const at = set.at ?? now;
  return {
    ...{ id: `tch_${number}`, contactId: "con_a", anonymousId: null, accountId: null },
    ...{ type, at, receivedAt: at, props: {}, source: "web", ...set },
  };
}

async function arrive(...touches: Touch[]): Promise<void> {
  await ringside.events.append(touches);
  await ringside.drain();
}

async function pass(ms: number): Promise<void> {
  now += ms;
  await ringside.drain();
}

const matches = async () =>
  (await ringside.records.read.matches.find({}, { order: { by: "at" } })).map(
    ({ ruleId, customer, at, touches }) => ({ ruleId, customer, at, touches }),
  );

describe("chains that are followed", () => {
  it.each([false, true])(
    "neither lose nor repeat a match when the bot restarts (without what it saved: %s)",
    async (forgets) => {
      await publish(rule("r"));
      const touches = ["page.view", "file.download", "page.leave"].map((type, index) =>
        aTouch(type, { at: now + index * minuteMs }),
      );
      for (const touch of touches) {
        await arrive(touch);
        await restart({ forgets });
        await pass(minuteMs);
      }
      await restart({ forgets });
      await pass(minuteMs);
      const [first, , last] = touches;
      expect(await matches()).toEqual([
        {
          ...{ ruleId: "r", customer: "con_a", at: last?.at },
          touches: touches.map(({ id }) => id),
        },
      ]);
      expect(first?.id).toBeDefined();
      expect(await ringside.records.read.nextActions.count({})).toBe(1);
    },
  );

  it("keep what is half finished of a rule that stays while another is switched on", async () => {
    await publish(rule("stays"));
    await arrive(aTouch("page.view"), aTouch("file.download", { at: now + 1 }));
    await publish(rule("new", { steps: [{ touch: "meeting.held" }] }));
    await pass(minuteMs);
    await arrive(aTouch("page.leave"));
    expect((await matches()).map(({ ruleId }) => ruleId)).toEqual(["stays"]);
  });

  it("start no action for what happened before a rule was switched on", async () => {
    const past = now - 24 * hourMs;
    await arrive(
      aTouch("page.view", { at: past }),
      aTouch("file.download", { at: past + 1 }),
      aTouch("page.leave", { at: past + 2 }),
    );
    await publish(rule("r"));
    await restart({ forgets: true });
    await pass(minuteMs);
    expect(await matches()).toEqual([]);
  });

  it("match an absence once the clock has passed it, and not when it was no absence", async () => {
    const demo = {
      id: "demo",
      steps: [{ touch: "video.progress" }, { absent: "meeting.booked", for: "48h" }],
    };
    await publish(demo);
    await arrive(aTouch("video.progress"), aTouch("video.progress", { contactId: "con_b" }));
    await pass(24 * hourMs);
    await arrive(aTouch("meeting.booked", { contactId: "con_b" }));
    expect(await matches()).toEqual([]);
    await pass(24 * hourMs);
    expect((await matches()).map(({ customer }) => customer)).toEqual(["con_a"]);
    await restart();
    await pass(24 * hourMs);
    expect(await matches()).toHaveLength(1);
  });

  it("count what a visitor did once the visitor is known", async () => {
    await publish(rule("r"));
    const visitor = { contactId: null, anonymousId: "cookie-1" };
    await arrive(aTouch("page.view", { ...visitor, at: now - 3 }));
    await arrive(aTouch("file.download", { ...visitor, at: now - 2 }));
    const who = { anonymousId: "cookie-1", email: "a@acme.example" };
    await arrive(
      aTouch("form.submit", { ...visitor, at: now - 1, props: { who } }),
      aTouch("page.leave", { ...visitor, at: now }),
    );
    await pass(minuteMs);
    const [match, ...rest] = await matches();
    expect(match).toMatchObject({ customer: "con_a", at: testNow });
    expect(match?.touches).toHaveLength(3);
    expect(rest).toEqual([]);
    const [action] = await ringside.records.read.nextActions.find({});
    expect(action).toMatchObject({ personId: "per_ana", contactId: "con_a" });
  });

  it("wait until it is known who is who, rather than take a customer for a stranger", async () => {
    await publish(rule("r", { steps: [{ touch: "page.view" }] }));
    const who = { email: "a@acme.example" };
    const visitor = { contactId: null, anonymousId: "email:a@acme.example", props: { who } };
    await ringside.events.append([aTouch("page.view", visitor)]);
    const found: string[] = [];
    let known = 0;
    const follower = createChainFollower({
      ...{ read: ringside.records.read, events: ringside.events, clock: () => now },
      memory: { load: async () => undefined, save: async () => {} },
      knownTo: async () => known,
      async onFound({ matches: all }) {
        found.push(...all.map(({ match }) => match.customer));
        return undefined;
      },
    });
    const follow = async () => follower.handle(await follower.read(0, 10));
    await follow();
    expect(found).toEqual([]);
    await ringside.drain();
    known = Number.POSITIVE_INFINITY;
    await follow();
    expect(found).toEqual(["con_a"]);
  });

  it("keep matches of visitors nobody knows, and tell nobody", async () => {
    await publish(rule("r", { steps: [{ touch: "page.view" }] }));
    await arrive(aTouch("page.view", { contactId: null, anonymousId: "cookie-2" }));
    expect((await matches()).map(({ customer }) => customer)).toEqual(["cookie-2"]);
    expect(await ringside.records.read.nextActions.count({})).toBe(0);
  });

  it("look at an account's people together where the rule says so", async () => {
    await publish(rule("acc", { scope: "account" }));
    await arrive(
      aTouch("page.view"),
      aTouch("file.download", { contactId: "con_b", at: now + 1 }),
      aTouch("page.leave", { at: now + 2 }),
    );
    await pass(minuteMs);
    expect(await matches()).toMatchObject([{ ruleId: "acc", customer: "acc_acme" }]);
  });

  it("leave out what machines did", async () => {
    await publish(rule("r", { steps: [{ touch: "email.open" }] }));
    await arrive(aTouch("email.open", { props: { automated: true } }));
    expect(await matches()).toEqual([]);
  });

  it("make no more actions for a rule that fires 5,000 times, count it, and tell a manager", async () => {
    await publish(rule("noise", { steps: [{ touch: "page.view" }] }));
    const people = Array.from({ length: 5_000 }, (_, index) => ({
      ...{ kind: "contact" as const, id: `con_${index}`, create: true as const },
      set: { name: `C${index}`, accountId: "acc_acme" },
    }));
    await ringside.records.write((unit) =>
      ringside.gate.apply(unit, {
        ...{ by: operator, via: "import", source: "test", changes: people as Change[] },
      }),
    );
    await pass(hourMs);
    const views = people.map(({ id }, index) =>
      aTouch("page.view", { contactId: id, at: now - index }),
    );
    await arrive(...views);
    expect(await ringside.records.read.matches.count({ ruleId: "noise" })).toBe(5_000);
    expect(await ringside.records.read.nextActions.count({})).toBeLessThanOrEqual(50);
    const told = await ringside.records.read.nudges.find({ personId: "per_mia" });
    expect(told.filter(({ cardKey }) => cardKey.startsWith("flood:noise"))).toHaveLength(1);
    const sent = await ringside.records.read.nudges.find({ personId: "per_ana", state: "sent" });
    expect(sent.length).toBeLessThanOrEqual(5);
  });

  it("hold out the share a rule says, and nobody with a deal beyond its limit", async () => {
    await publish(rule("held", { steps: [{ touch: "page.view" }] }));
    await ringside.records.write((unit) =>
      unit.rules.update("held", { holdOut: 1, holdOutUpTo: 1_000, holdOutCurrency: "EUR" }),
    );
    const ids = Array.from({ length: 60 }, (_, index) => `con_h${index}`);
    await ringside.records.write((unit) =>
      ringside.gate.apply(unit, {
        ...{ by: operator, via: "import", source: "test" },
        changes: ids.map(
          (id) => ({ kind: "contact", id, create: true, set: { name: id } }) as Change,
        ),
      }),
    );
    await arrive(...ids.map((id) => aTouch("page.view", { contactId: id })));
    const all = await ringside.records.read.matches.find({ ruleId: "held" });
    const held = all.filter(({ heldOut }) => heldOut);
    expect(all).toHaveLength(60);
    expect(held.length).toBeGreaterThan(2);
    expect(held.length).toBeLessThan(30);
    const acted = await ringside.records.read.nextActions.find({});
    const heldIds = new Set(held.map(({ id }) => id));
    expect(acted.some(({ matchId }) => heldIds.has(matchId ?? ""))).toBe(false);
  });
});
