import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RetryLater } from "../../src/core/errors.ts";
import { en } from "../../src/core/text/en.ts";
import {
  type Fate,
  hourMs,
  newId,
  openSenderWorld,
  type SenderWorld,
  until,
} from "./sender-world.ts";

let world: SenderWorld;

beforeEach(async () => {
  world = await openSenderWorld();
});
afterEach(() => world.close());

describe("after a failure that left a message's fate unknown", () => {
  const retry = async () => {
    await world.drain();
    world.now += 10_000;
    await world.drain();
  };

  it("a message the platform finds is not sent again", async () => {
    await world.use({ lookUp: true });
    world.platform.fate("ana", "lost");
    await world.post("ana 1", "ana 2");
    await retry();
    expect(world.platform.calls).toEqual(["per_ana 1", "per_ana 2"]);
    expect(world.platform.titles()).toEqual(["ana 1", "ana 2"]);
  });

  it("a message found is edited like any other", async () => {
    await world.use({ lookUp: true });
    world.platform.fate("ana", "lost");
    await world.post("ana lead open");
    await retry();
    await world.post("ana lead accepted");
    await world.drain();
    expect(world.platform.edits).toEqual(["per_ana accepted"]);
  });

  it("a message the platform does not find is sent again under the same key", async () => {
    await world.use({ lookUp: true });
    world.platform.fate("ana", "cut");
    await world.post("ana 1", "ana 2");
    await retry();
    expect(world.platform.calls).toEqual(["per_ana 1", "per_ana 1", "per_ana 2"]);
    expect(world.platform.titles()).toEqual(["ana 1", "ana 2"]);
    const [row] = await world.records.client.outboxMessage.findMany({ where: { cardKey: "1" } });
    expect(world.platform.accepted[0]?.key).toBe(row?.key);
  });

  it("looks again after the platform was busy in between", async () => {
    await world.use({ lookUp: true });
    const busy = new RetryLater("rate limited", { afterMs: 1_000 });
    world.platform.fate("ana", "lost", busy);
    await world.post("ana 1");
    await retry();
    await retry();
    expect(world.platform.titles()).toEqual(["ana 1"]);
  });

  it("the same key is sent again while the platform takes it only once", async () => {
    await world.use({ idempotent: true, idempotentForMs: hourMs });
    world.platform.fate("ana", "lost");
    await world.post("ana 1");
    await retry();
    expect(world.platform.calls).toEqual(["per_ana 1", "per_ana 1"]);
    expect(world.platform.titles()).toEqual(["ana 1"]);
    expect(await world.stateOf("1")).toBe("sent");
  });

  it("past that time it is marked, its person told, and it is not sent again", async () => {
    await world.use({ idempotent: true, idempotentForMs: hourMs });
    world.platform.fate("ana", "lost");
    await world.post("ana 1", "ana 2");
    await world.drain();
    world.now += hourMs + 1;
    await world.drain();
    expect(await world.stateOf("1")).toBe("maybe");
    expect(world.platform.titles()).toEqual(["ana 1", "ana 2", `ana ${en.chat.notSure.title}`]);
  });

  it("nothing is sent again where the platform offers neither", async () => {
    world.platform.fate("ana", "cut");
    await world.post("ana 1");
    await retry();
    expect(await world.stateOf("1")).toBe("maybe");
    expect(world.platform.titles()).toEqual([`ana ${en.chat.notSure.title}`]);
  });

  it("a notice of that kind is not followed by another", async () => {
    world.platform.fate("ana", "cut", "cut");
    await world.post("ana 1");
    await retry();
    await retry();
    await retry();
    expect(world.platform.calls).toEqual(["per_ana 1", `per_ana ${en.chat.notSure.title}`]);
  });

  it("an edit is simply made again", async () => {
    await world.post("ana lead open");
    await world.drain();
    world.platform.fate("ana", "lost");
    await world.post("ana lead accepted");
    await retry();
    expect(world.platform.edits).toEqual(["per_ana accepted", "per_ana accepted"]);
  });
});

describe("after a crash while sending", () => {
  it("a message that arrived is found and not sent again", async () => {
    await world.use({ lookUp: true });
    world.platform.fate("ana", "hang");
    await world.post("ana 1", "ana 2");
    world.wake();
    await until(() => world.platform.calls.length === 1);
    world.platform.release();
    await world.crash();
    await world.drain();
    expect(world.platform.titles()).toEqual(["ana 1", "ana 2"]);
  });

  it("a message that did not arrive is sent", async () => {
    await world.use({ lookUp: true });
    world.platform.fate("ana", "hang");
    await world.post("ana 1", "ana 2");
    world.wake();
    await until(() => world.platform.calls.length === 1);
    await world.crash();
    await world.drain();
    expect(world.platform.titles()).toEqual(["ana 1", "ana 2"]);
  });
});

describe("whatever happens", () => {
  const people = ["ana", "bo", "cy"];
  type Step =
    | { do: "post"; who: string }
    | { do: "fail"; who: string; fates: Fate[] }
    | { do: "work"; ms: number }
    | { do: "crash"; arrives: boolean };

  const who = fc.constantFrom(...people);
  const fate = fc.constantFrom<Fate>(
    "taken",
    "lost",
    "cut",
    new RetryLater("rate limited", { afterMs: 5_000 }),
    new RetryLater("timeout", { afterMs: 1_000, ambiguous: true }),
  );
  const fates = fc.array(fate, { minLength: 1, maxLength: 4 });
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant("post"), who }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("fail"), who, fates }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("work"), ms: fc.nat(9_000) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("crash"), arrives: fc.boolean() }) },
  );

  const play = async (one: Step): Promise<void> => {
    switch (one.do) {
      case "post":
        return world.post(`${one.who} ${newId("message")}`);
      case "fail":
        return void world.platform.fate(one.who, ...one.fates);
      case "work":
        await world.drain();
        world.now += one.ms;
        return;
      case "crash":
        return crashWhileSending(one.arrives);
    }
  };

  async function crashWhileSending(arrives: boolean): Promise<void> {
    for (const name of people) world.platform.fate(name, "hang");
    const before = world.platform.calls.length;
    await world.post(`ana ${newId("message")}`);
    world.now += hourMs;
    world.wake();
    // A message whose fate is unknown is looked for first, so there may be nothing new to call for.
    await Promise.race([until(() => world.platform.calls.length > before), world.drain()]);
    if (arrives) world.platform.release();
    await world.crash();
    for (const name of people) world.platform.fate(name);
  }

  /** Everything goes well at last; what each person was owed, and what they got. */
  async function finish(): Promise<{ owed: string[][]; got: string[][] }> {
    for (const name of people) world.platform.fate(name);
    world.now += 2 * hourMs;
    await world.drain();
    const { client } = world.records;
    const rows = await client.outboxMessage.findMany({ orderBy: { sequence: "asc" } });
    const { accepted } = world.platform;
    const keysOf = (all: { key: string }[]) => all.map(({ key }) => key);
    return {
      owed: people.map((name) => keysOf(rows.filter((row) => row.target === `per_${name}`))),
      got: people.map((name) => keysOf(accepted.filter((one) => one.to === `per_${name}`))),
    };
  }

  const kinds = [
    ["looks messages up", { lookUp: true }],
    ["takes a key once", { idempotent: true, idempotentForMs: 30 * 24 * hourMs }],
  ] as const;

  it.each(kinds)("a platform that %s gets everything, in order and once", async (_name, kind) => {
    const run = fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      await world.records.transaction(({ prisma }) => prisma.outboxMessage.deleteMany());
      await world.use(kind);
      for (const one of steps) await play(one);
      const { owed, got } = await finish();
      expect(got).toEqual(owed);
    });
    await fc.assert(run, { numRuns: 50 });
  });
});
