// Practice on a real store: what must hold whatever the platform, with a customer who can be made slow.
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createCalendar } from "../../src/calendar.ts";
import { offerNudge } from "../../src/core/attention/offer-nudge.ts";
import type { Card } from "../../src/core/card.ts";
import {
  type CustomerMaker,
  embeddedMaker,
  type MadeReply,
} from "../../src/core/training/customer/maker.ts";
import { findPractice } from "../../src/core/training/practice/practice-row.ts";
import { newDataFolder } from "../helpers/records.ts";
import { sharedTraining } from "../helpers/training.ts";
import { createWorld, type World } from "../helpers/world.ts";

beforeAll(() => sharedTraining().reload());

const ana = "per_ana";
let world: World;
/** Answers that are held until the test lets them go. */
let held: (() => void)[] | undefined;
let asked: string[] = [];

const customer: CustomerMaker = {
  open: embeddedMaker.open,
  async reply(request): Promise<MadeReply> {
    asked.push(request.heard);
    if (held) await new Promise<void>((resolve) => held?.push(resolve));
    return embeddedMaker.reply(request);
  },
};

async function begin(dataDir?: string): Promise<void> {
  world = await createWorld([], { customer, ...(dataDir ? { dataDir } : {}) });
  await say("practice");
  await tap("Start");
}

beforeEach(() => {
  held = undefined;
  asked = [];
  return () => world.close();
});

const chat = () => world.ringside.localChat;
const cards = async () =>
  (await chat().transcript(ana, { limit: 200 }))
    .filter(({ author }) => author === "ringside")
    .map(({ body }) => body as Card);

async function say(text: string): Promise<void> {
  await chat().say(ana, text);
  await world.ringside.drain();
}

async function tap(label: string): Promise<void> {
  const actions = (await cards()).flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.t === "actions" ? block.actions : [])),
  );
  const action = actions.findLast((one) => one.label === label);
  if (!action || !("ref" in action)) throw new Error(`no button ${label}`);
  await chat().tap(ana, action.ref);
  await world.ringside.drain();
}

async function session() {
  const [row] = await world.ringside.records.read.practiceSessions.find({ personId: ana });
  const found = await findPractice(world.ringside.records.read, { id: row?.id ?? "" });
  if (!found) throw new Error("no session");
  return found.session;
}
const speakers = async () => (await session()).turns.map(({ who }) => who);
const shown = async () => JSON.stringify(await cards());
/** Lets whatever is under way get as far as it can without the held answer. */
const meanwhile = async (isThere: () => boolean | Promise<boolean>) => {
  while (!(await isThere())) await new Promise((resolve) => setImmediate(resolve));
};

describe("a customer who takes their time", () => {
  it("hears what is added meanwhile as one turn, and answers it once", async () => {
    await begin();
    held = [];
    await chat().say(ana, "What happened at the last rollout?");
    const drained = world.ringside.drain();
    await meanwhile(() => asked.length === 1);
    await chat().say(ana, "And who paid for it?");
    world.ringside.start();
    await meanwhile(() => asked.length === 2);
    for (const go of held.splice(0)) go();
    held = undefined;
    await drained;
    await world.ringside.drain();
    expect(await speakers()).toEqual(["customer", "rep", "customer"]);
    expect((await session()).turns[1]?.text).toBe(
      "What happened at the last rollout?\nAnd who paid for it?",
    );
  });

  it("is not heard any more after the end", async () => {
    await begin();
    held = [];
    await chat().say(ana, "What happened at the last rollout?");
    const drained = world.ringside.drain();
    await meanwhile(() => asked.length === 1);
    await chat().say(ana, "stop");
    world.ringside.start();
    await meanwhile(async () => (await shown()).includes("You ended it."));
    for (const go of held.splice(0)) go();
    await drained;
    await world.ringside.drain();
    expect(await world.ringside.records.read.practiceTurns.count({ speaker: "customer" })).toBe(0);
  });
});

describe("a session", () => {
  it("goes on after the process died, with the scenario as it was at its brief", async () => {
    const dataDir = await newDataFolder();
    await begin(dataDir);
    await say("What happened at the last rollout?");
    const before = await session();
    // Kept, and not worked on yet.
    await chat().say(ana, "Who decides on this?");
    await world.ringside.close();
    world = await createWorld([], { customer, dataDir });
    await world.ringside.drain();
    const after = await session();
    expect(after.turns.slice(0, 3)).toEqual(before.turns);
    expect(after.turns).toHaveLength(5);
    expect(after.plan).toEqual(before.plan);
  });

  it("shows its clock, asks a silent rep once, and ends without a word from anybody", async () => {
    await begin();
    await world.passes(30_000);
    expect(await shown()).toContain("4:30 left");
    await world.passes(30_000);
    expect(await speakers()).toEqual(["customer", "rep", "customer"]);
    expect((await session()).turns[1]?.text).toBe("");
    for (let half = 2; half < 10; half += 1) await world.passes(30_000);
    expect(await shown()).toContain("Time is up.");
    expect(await shown()).toContain("You said nothing");
    expect(await world.ringside.records.read.practiceSessions.count({})).toBe(0);
  });

  it("does not count a pause, and one of an hour ends it", async () => {
    await begin();
    await world.passes(60_000);
    await tap("Pause");
    await world.passes(30 * 60_000);
    expect((await session()).state).toBe("paused");
    await tap("Go on");
    await world.passes(30_000);
    expect(await shown()).toContain("3:30 left");
    await say("Shall we look at the numbers?");
    await tap("Pause");
    await world.passes(60 * 60_000);
    expect(await shown()).toContain("You ended it.");
  });

  it("that is not started is taken away after a day", async () => {
    world = await createWorld([], { customer });
    await say("practice");
    await world.passes(25 * 60 * 60_000);
    expect(await world.ringside.records.read.practiceSessions.count({})).toBe(0);
    await tap("Start");
    expect(await world.ringside.records.read.practiceSessions.count({})).toBe(0);
  });
});

it("keeps unasked messages back while it plays, and lets them go at its end", async () => {
  await begin();
  const { records } = world.ringside;
  const nudge = await records.write(async (unit) => {
    const person = await unit.people.get(ana);
    if (!person) throw new Error(ana);
    const card: Card = { key: "n", title: "N", tone: "info", summary: "N", blocks: [] };
    return offerNudge(unit, createCalendar(), { person, kind: "insight", value: 1, card });
  });
  expect(nudge.state).toBe("held");
  await say("Give me a moment to check the numbers with you.");
  await say("stop");
  expect((await records.read.nudges.get(nudge.id))?.state).toBe("sent");
});

it("leaves none of its words in what came in and went out, without consent", async () => {
  await begin();
  await say("Our device costs 4,211 a month all in.");
  await say("stop");
  const { client } = world.ringside.records;
  const traces = async () =>
    JSON.stringify([
      (await client.inboxEvent.findMany({})).map(({ payload }) => payload),
      (await client.outboxMessage.findMany({})).map(({ body }) => body),
      await client.turn.findMany({}),
    ]);
  expect(await traces()).toContain("4,211");
  const opening = (await cards()).find(({ key }) => /^turn:.*:1$/.test(key));
  const [said] = opening?.blocks ?? [];
  const words = said?.t === "text" ? JSON.stringify(said.text) : "?";
  expect(await traces()).toContain(words);
  await world.passes(60_000);
  expect(await traces()).not.toContain("4,211");
  expect(await traces()).not.toContain(words);
});
