import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toAccount } from "../../src/chat/who.ts";
import { Refused, RetryLater } from "../../src/core/errors.ts";
import { testNow } from "../helpers/people.ts";
import {
  aCard,
  anIdentity,
  createPlatform,
  type Fate,
  hourMs,
  openSenderWorld,
  type SenderWorld,
  until,
} from "./sender-world.ts";

let world: SenderWorld;

beforeEach(async () => {
  world = await openSenderWorld();
});
afterEach(() => world.close());

describe("sending", () => {
  it("brings each person their messages in order", async () => {
    await world.post("ana 1", "bo 1", "ana 2", "ana 3", "bo 2");
    await world.drain();
    const of = (who: string) => world.platform.titles().filter((title) => title.startsWith(who));
    expect(of("ana")).toEqual(["ana 1", "ana 2", "ana 3"]);
    expect(of("bo")).toEqual(["bo 1", "bo 2"]);
  });

  it("lets a slow person hold up nobody else", async () => {
    world.platform.fate("ana", "hang");
    await world.post("ana 1", "ana 2", "bo 1", "bo 2");
    const drained = world.drain();
    await until(() => world.platform.titles().length === 2);
    expect(world.platform.titles()).toEqual(["bo 1", "bo 2"]);
    await world.post("cy 1");
    world.wake();
    await until(() => world.platform.titles().length === 3);
    world.platform.release();
    await drained;
    expect(world.platform.titles()).toEqual(["bo 1", "bo 2", "cy 1", "ana 1", "ana 2"]);
  });

  it("sends a card that changed while it waited once, as it is now", async () => {
    await world.post("ana lead open");
    await world.post("ana lead accepted");
    await world.drain();
    expect(world.platform.titles()).toEqual(["ana accepted"]);
  });

  it("edits the same message when a card that was sent changes", async () => {
    await world.post("ana lead open");
    await world.drain();
    await world.post("ana lead accepted");
    await world.drain();
    expect(world.platform.titles()).toEqual(["ana open"]);
    expect(world.platform.edits).toEqual(["per_ana accepted"]);
  });

  it("sends an edit as a new message when the original failed", async () => {
    world.platform.fate("ana", new Refused("blocked", "no"));
    await world.post("ana lead open");
    await world.drain();
    await world.post("ana lead accepted");
    await world.drain();
    expect(world.platform.titles()).toEqual(["ana accepted"]);
  });

  it("counts what became of each", async () => {
    world.platform.fate("bo", new Refused("blocked", "no"));
    await world.post("ana 1", "bo 1");
    await world.drain();
    expect(world.results.sort()).toEqual(["failed", "sent"]);
  });
});

describe("where a person is reached", () => {
  it("is the account they used last", async () => {
    const lark = createPlatform({ surface: "lark" });
    await world.start({ slack: world.platform.adapter, lark: lark.adapter });
    const set = { id: "idn_lark", surface: "lark", lastSeenAt: world.now } as const;
    await world.records.write((unit) => unit.identities.put(anIdentity("per_ana", set)));
    await world.post("ana 1");
    await world.drain();
    expect([world.platform.titles(), lark.titles()]).toEqual([[], ["ana 1"]]);
  });

  it("stays the message's own place for an edit", async () => {
    await world.post("ana lead open");
    await world.drain();
    const lark = createPlatform({ surface: "lark" });
    await world.start({ slack: world.platform.adapter, lark: lark.adapter });
    const set = { id: "idn_lark", surface: "lark", lastSeenAt: world.now } as const;
    await world.records.write((unit) => unit.identities.put(anIdentity("per_ana", set)));
    await world.post("ana lead accepted");
    await world.drain();
    expect([world.platform.edits, lark.titles()]).toEqual([["per_ana accepted"], []]);
  });

  it("is the local chat for somebody without an account", async () => {
    const local = createPlatform({ surface: "local" });
    await world.start({ local: local.adapter });
    await world.post("ana 1");
    await world.drain();
    expect(local.titles()).toEqual(["ana 1"]);
  });

  it("is nowhere without account and local chat: the message is dropped, the next tried", async () => {
    await world.post("nobody 1", "ana 1");
    await world.drain();
    expect(await world.stateOf("1")).toBe("dropped");
    expect(world.platform.titles()).toEqual(["ana 1"]);
  });

  it("is the account itself for a stranger", async () => {
    const from = { surface: "slack", connection: "T1", externalId: "mallory" } as const;
    const event = { ...from, kind: "opened", key: "k", at: world.now } as const;
    await world.records.write(async (unit) =>
      unit.post({ to: toAccount(event), card: aCard("hello") }),
    );
    await world.drain();
    expect(world.platform.titles()).toEqual(["mallory hello"]);
  });
});

describe("a platform that says later", () => {
  it("is asked again when it said, and keeps the order", async () => {
    world.platform.fate("ana", new RetryLater("rate limited", { afterMs: 30_000 }));
    await world.post("ana 1", "ana 2");
    await world.drain();
    world.now += 29_999;
    await world.drain();
    expect(world.platform.titles()).toEqual([]);
    world.now += 1;
    await world.drain();
    expect(world.platform.titles()).toEqual(["ana 1", "ana 2"]);
  });

  it("for hours loses nothing", async () => {
    const down = new RetryLater("rate limited", { afterMs: 60_000 });
    world.platform.fate("ana", ...Array<Fate>(100).fill(down));
    await world.post("ana 1");
    for (let minute = 0; minute <= 100; minute += 1) {
      await world.drain();
      world.now += 60_000;
    }
    expect(world.platform.titles()).toEqual(["ana 1"]);
  });

  it("for more than a day is given up", async () => {
    const down = new RetryLater("rate limited", { afterMs: hourMs });
    world.platform.fate("ana", ...Array<Fate>(100).fill(down));
    await world.post("ana 1");
    for (let hour = 0; hour < 48; hour += 1) {
      await world.drain();
      world.now += hourMs;
    }
    expect(await world.stateOf("1")).toBe("failed");
  });
});

describe("a platform that refuses", () => {
  it("fails that message for good, and the next ones leave", async () => {
    world.platform.fate("ana", new Refused("too_long", "msg_too_long"));
    await world.post("ana 1", "ana 2");
    await world.drain();
    expect(await world.stateOf("1")).toBe("failed");
    expect(world.platform.titles()).toEqual(["ana 2"]);
  });
});

describe("the pace a platform bears", () => {
  /** When each message was accepted, in milliseconds since the start, with the clock going by `stepMs`. */
  async function timesOf(stepMs: number, steps: number): Promise<[string, number][]> {
    const times: [string, number][] = [];
    for (let step = 0; step < steps; step += 1) {
      await world.drain();
      for (const title of world.platform.titles().slice(times.length))
        times.push([title, world.now - testNow]);
      world.now += stepMs;
    }
    return times;
  }

  it("leaves a pause between two messages to one person, and none between people", async () => {
    await world.use({ pace: { perTargetMs: 1_000, perSecond: 50 } });
    await world.post("ana 1", "ana 2", "bo 1", "ana 3");
    expect(await timesOf(250, 12)).toEqual([
      ["ana 1", 0],
      ["bo 1", 0],
      ["ana 2", 1_000],
      ["ana 3", 2_000],
    ]);
  });

  it("counts edits too", async () => {
    await world.use({ pace: { perTargetMs: 1_000, perSecond: 50 } });
    await world.post("ana lead open");
    await world.drain();
    await world.post("ana lead accepted");
    await world.drain();
    expect(world.platform.edits).toEqual([]);
    world.now += 1_000;
    await world.drain();
    expect(world.platform.edits).toEqual(["per_ana accepted"]);
  });

  it("sends no more in any second than all together may get", async () => {
    await world.use({ pace: { perTargetMs: 0, perSecond: 3 } });
    await world.post("ana 1", "bo 2", "cy 3", "ana 4", "bo 5", "cy 6", "ana 7");
    const times = (await timesOf(100, 30)).map(([, at]) => at);
    expect(times).toEqual([0, 0, 0, 1_000, 1_000, 1_000, 2_000]);
  });

  it("does not count waiting as an attempt: a card that waits is still replaced", async () => {
    await world.use({ pace: { perTargetMs: 1_000, perSecond: 50 } });
    await world.post("ana 1", "ana lead open");
    await world.drain();
    await world.post("ana lead accepted");
    world.now += 1_000;
    await world.drain();
    expect(world.platform.titles()).toEqual(["ana 1", "ana accepted"]);
    expect(world.results).toEqual(["sent", "sent"]);
  });
});
