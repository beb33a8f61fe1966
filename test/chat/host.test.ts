import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RetryLater } from "../../src/core/errors.ts";
import { en } from "../../src/core/text/en.ts";
import { sayOnly } from "../../src/core/use-case.ts";
import {
  aCard,
  gate,
  type HostWorld,
  note,
  openHostWorld,
  presses,
  says,
  wordsOf,
} from "./host-world.ts";

let world: HostWorld;

beforeEach(async () => {
  world = await openHostWorld();
});
afterEach(() => world.close());

describe("an event", () => {
  it("is worked on once, however often it is delivered and under whichever key", async () => {
    world.router = async () => note("worked");
    await world.host.accept(says("hello", { aliases: ["client 1"] }));
    await world.host.accept(says("hello"));
    await world.drain();
    await world.host.accept(says("hello again", { key: "client 1" }));
    await world.drain();
    expect(await world.noted()).toEqual(["worked"]);
    expect(world.results).toEqual(["message done"]);
  });

  it("is answered by the card of its outcome", async () => {
    world.router = async () => async () => ({ card: aCard("lead 1") });
    await world.host.accept(says("hello"));
    await world.drain();
    expect(await world.posted()).toEqual(["per_ana: lead 1"]);
  });

  it("is answered by a message when all its outcome has is a sentence", async () => {
    world.router = async () => sayOnly("no such lead");
    await world.host.accept(says("hello"));
    await world.drain();
    expect(await world.posted()).toEqual(["per_ana: no such lead"]);
  });

  it("is answered once when it posts a card and also has a sentence for a press", async () => {
    world.router = async (_event, person) => async (unit) => {
      unit.post({ to: person.id, card: aCard("help") });
      return { toast: "here you are" };
    };
    await world.host.accept(says("hello"));
    await world.drain();
    expect(await world.posted()).toEqual(["per_ana: help"]);
  });

  it("is worked on once after a crash between keeping and settling it", async () => {
    world.router = async () => note("worked");
    await world.inbox().keep(says("hello"));
    await world.open();
    await world.drain();
    await world.open();
    await world.drain();
    expect(await world.noted()).toEqual(["worked"]);
  });
});

describe("events of people", () => {
  it("run in order for one person, however long each takes", async () => {
    const seen: string[] = [];
    const first = gate();
    world.router = async (event) => {
      const words = wordsOf(event);
      if (words === "one") await first.opened;
      seen.push(words);
      return note(words);
    };
    await world.host.accept(says("one"));
    await world.host.accept(says("two", { key: "a" }));
    const drained = world.drain();
    await world.host.accept(says("three", { key: "0" }));
    first.open();
    await drained;
    expect(seen).toEqual(["one", "two", "three"]);
  });

  it("run side by side for different people, also those that come later", async () => {
    const [slow, ana, bo] = [gate(), gate(), gate()];
    world.router = async (event) => {
      (event.externalId === "ana" ? ana : bo).open();
      if (event.externalId === "ana") await slow.opened;
      return note(event.externalId);
    };
    await world.host.accept(says("one"));
    const drained = world.drain();
    await ana.opened;
    await world.host.accept(says("two", { externalId: "bo" }));
    await bo.opened;
    slow.open();
    await drained;
    expect((await world.noted()).sort()).toEqual(["ana", "bo"]);
  });

  it("run all, also when more are waiting than are looked at together", async () => {
    world.router = async (event) => note(wordsOf(event));
    const texts = Array.from({ length: 450 }, (_, index) => String(index));
    await Promise.all(texts.map((text) => world.host.accept(says(text))));
    await world.drain();
    expect((await world.noted()).length).toBe(450);
  });

  it("are acknowledged while a crowd of others is being worked on", async () => {
    world.router = async (event) => note(wordsOf(event));
    const crowd = Array.from({ length: 300 }, (_, index) => says(String(index)));
    await Promise.all(crowd.map((one) => world.host.accept(one)));
    await world.host.accept(says("one more", { externalId: "bo" }));
    const { inboxEvent } = world.records.client;
    expect(await inboxEvent.count({ where: { state: "new" } })).toBeGreaterThan(100);
    await world.drain();
  });

  it("run with no more looks at what is being worked on than need be", async () => {
    let routed = 0;
    const slow = gate();
    world.router = async () => {
      routed += 1;
      await slow.opened;
      return note("worked");
    };
    await world.host.accept(says("one"));
    await world.host.accept(says("two", { externalId: "bo" }));
    const drained = world.drain();
    for (let wake = 0; wake < 5; wake += 1) world.host.loop.wake();
    slow.open();
    await drained;
    expect(routed).toBe(2);
  });
});

describe("a press", () => {
  it("is answered with its outcome, and the card also leaves by the outbox", async () => {
    world.router = async () => note("accepted", { toast: "yours", card: aCard("lead 1") });
    expect(await world.host.interact(presses("accept"))).toMatchObject({ toast: "yours" });
    expect(await world.posted()).toEqual(["per_ana: lead 1"]);
  });

  it("gets the same answer when it is delivered again", async () => {
    world.router = async () => note("accepted", { toast: "yours" });
    await world.host.interact(presses("accept", { aliases: ["trigger 1"] }));
    expect(await world.host.interact(presses("accept"))).toEqual({ toast: "yours" });
    expect(await world.host.interact(presses("accept", { key: "trigger 1" }))).toEqual({
      toast: "yours",
    });
    expect(await world.noted()).toEqual(["accepted"]);
  });

  it("gets the same answer when it is delivered again while the first is worked on", async () => {
    const slow = gate();
    world.router = async () => {
      await slow.opened;
      return note("accepted", { toast: "yours" });
    };
    await world.open({ redeliveryWaitMs: 5_000 });
    const first = world.host.interact(presses("accept", { aliases: ["trigger 1"] }));
    const again = world.host.interact(presses("accept", { key: "trigger 1" }));
    slow.open();
    expect(await Promise.all([first, again])).toEqual([{ toast: "yours" }, { toast: "yours" }]);
    expect(await world.noted()).toEqual(["accepted"]);
  });

  it("is told that it is being worked on when that takes longer than a platform waits", async () => {
    const slow = gate();
    world.router = async () => {
      await slow.opened;
      return note("accepted", { toast: "yours" });
    };
    const first = world.host.interact(presses("accept"));
    expect(await world.host.interact(presses("accept"))).toEqual({ toast: en.chat.busy });
    slow.open();
    expect(await first).toEqual({ toast: "yours" });
  });

  it("kept by a process that died is worked on when it is delivered again", async () => {
    world.router = async () => note("accepted", { toast: "yours" });
    await world.inbox().keep(presses("accept"), { dueInMs: 30_000 });
    await world.open();
    expect(await world.host.interact(presses("accept"))).toEqual({ toast: "yours" });
    world.now += 30_000;
    await world.drain();
    expect(await world.noted()).toEqual(["accepted"]);
  });

  it("kept by a process that died is worked on after a while, and answered by a message", async () => {
    world.router = async () => note("accepted", { toast: "yours" });
    await world.inbox().keep(presses("accept"), { dueInMs: 30_000 });
    await world.open();
    await world.drain();
    expect(await world.noted()).toEqual([]);
    world.now += 30_000;
    await world.drain();
    expect(await world.noted()).toEqual(["accepted"]);
    expect(await world.posted()).toEqual(["per_ana: yours"]);
  });

  it("put off comes back by itself and is answered by a message", async () => {
    let isDown = true;
    const answered = gate();
    world.router = async () => {
      if (isDown) throw new RetryLater("CRM is down", { afterMs: 20 });
      answered.open();
      return note("accepted", { toast: "yours" });
    };
    await world.host.interact(presses("accept"));
    isDown = false;
    world.now += 20;
    await answered.opened;
    await world.drain();
    expect(await world.posted()).toEqual(["per_ana: yours"]);
  });
});
