import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toAccount } from "../../src/chat/who.ts";
import { NotFound, Refused, RetryLater } from "../../src/core/errors.ts";
import { en } from "../../src/core/text/en.ts";
import { aPerson } from "../helpers/people.ts";
import {
  aCard,
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

describe("an event that cannot be done", () => {
  const failing: [string, () => Error, { told: string[]; result: string; state: string }][] = [
    [
      "refused for a reason that has words",
      () => new Refused("tooLong", "too long", { max: 10 }),
      { told: [en.chat.tooLong({ max: 10 })], result: "refused", state: "done" },
    ],
    [
      "refused for a reason without words",
      () => new Refused("toString", "no"),
      { told: [en.chat.forbidden], result: "refused", state: "done" },
    ],
    [
      "about something that is gone",
      () => new NotFound("lead", "no lead 7"),
      { told: [en.chat.gone], result: "refused", state: "done" },
    ],
    [
      "stopped by a bug",
      () => new TypeError("x is undefined"),
      { told: [en.chat.failed.title], result: "failed", state: "failed" },
    ],
    [
      "waiting for something outside",
      () => new RetryLater("CRM is down", { afterMs: 5_000 }),
      { told: [], result: "postponed", state: "new" },
    ],
  ];

  it.each(failing)("%s: its person hears of it, and later events work", async (_name, make, is) => {
    world.router = async (event) => {
      if (wordsOf(event) === "bad") throw make();
      return note("later");
    };
    await world.host.accept(says("bad"));
    await world.host.accept(says("good"));
    await world.drain();
    expect(await world.posted()).toEqual(is.told.map((title) => `per_ana: ${title}`));
    expect(world.results).toEqual([`message ${is.result}`, "message done"]);
    expect((await world.rowOf("said bad")).state).toBe(is.state);
    expect(await world.noted()).toEqual(["later"]);
  });

  it.each(failing)("%s: a press is told at once", async (_name, make, is) => {
    world.router = async () => {
      throw make();
    };
    const { toast } = await world.host.interact(presses("bad"));
    const said = {
      refused: is.told[0],
      failed: en.chat.failed.toast,
      postponed: en.chat.later,
    }[is.result];
    expect(toast).toBe(said);
    expect(await world.posted()).toEqual([]);
    expect((await world.rowOf("pressed bad")).state).toBe(is.state);
  });

  it("is undone whole when it fails half-way, and says sorry with the event's number", async () => {
    world.router = async (_event, person) => async (unit) => {
      await note("half")(unit);
      unit.post({ to: person.id, card: aCard("never") });
      throw new TypeError("x is undefined");
    };
    await world.host.accept(says("bad"));
    await world.drain();
    expect(await world.noted()).toEqual([]);
    expect(await world.posted()).toEqual([`per_ana: ${en.chat.failed.title}`]);
    const sorry = await world.records.client.outboxMessage.findFirstOrThrow();
    expect(JSON.stringify(sorry.body)).toContain("(said bad)");
    expect(world.errors).toEqual(["x is undefined"]);
  });

  it("fails like any bug when finding the person does", async () => {
    await world.open({
      findPerson: async () => {
        throw new TypeError("no index");
      },
    });
    await world.host.accept(says("bad"));
    await world.drain();
    expect(world.results).toEqual(["message failed"]);
    expect((await world.rowOf("said bad")).state).toBe("failed");
  });

  it("holds up nobody when not even its failure can be written down", async () => {
    const unlessFull = <Result>(key: string, work: () => Promise<Result>) => {
      if (key === "said bad") throw new Error("disk full");
      return work();
    };
    world.router = async () => note("later");
    await world.open({
      inbox: {
        ...world.inbox(),
        keep: (...kept) => world.inbox().keep(...kept),
        due: (limit) => world.inbox().due(limit),
        nextAt: () => world.inbox().nextAt(),
        settle: async (key, effect) => unlessFull(key, () => world.inbox().settle(key, effect)),
        fail: async (key, how) => unlessFull(key, () => world.inbox().fail(key, how)),
      },
    });
    await world.host.accept(says("bad"));
    await world.host.accept(says("good"));
    await world.host.accept(says("other", { externalId: "bo" }));
    await world.drain();
    expect(await world.noted()).toEqual(["later", "later"]);
    expect((await world.rowOf("said bad")).state).toBe("new");
    expect(world.errors).toContain("disk full");
  });
});

describe("an event put off", () => {
  it("comes back when the clock says so", async () => {
    let isDown = true;
    world.router = async () => {
      if (isDown) throw new RetryLater("CRM is down", { afterMs: 5_000 });
      return note("worked");
    };
    await world.host.accept(says("hello"));
    await world.drain();
    isDown = false;
    world.now += 4_999;
    await world.drain();
    expect(await world.noted()).toEqual([]);
    world.now += 1;
    await world.drain();
    expect(await world.noted()).toEqual(["worked"]);
  });

  it("is given up with an apology after its attempts", async () => {
    world.router = async () => {
      throw new RetryLater("CRM is down", { afterMs: 1_000 });
    };
    await world.host.accept(says("hello"));
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await world.drain();
      world.now += 1_000;
    }
    expect(world.results).toEqual([...Array(4).fill("message postponed"), "message failed"]);
    expect(await world.posted()).toEqual([`per_ana: ${en.chat.failed.title}`]);
  });
});

describe("a stranger", () => {
  const stranger = { externalId: "mallory" };
  const account = toAccount({ ...says("x"), ...stranger });

  it("gets one sentence and nothing else, at the account they write from", async () => {
    world.router = async () => note("worked");
    await world.host.accept(says("hello", stranger));
    await world.host.accept(says("let me in", stranger));
    await world.drain();
    expect(await world.posted()).toEqual([`${account}: ${en.chat.stranger}`]);
    expect(await world.noted()).toEqual([]);
  });

  it("who presses is told the same, and nothing is sent", async () => {
    expect(await world.host.interact(presses("accept", stranger))).toEqual({
      toast: en.chat.stranger,
    });
    expect(await world.posted()).toEqual([]);
  });

  it("who only opens the conversation gets nothing", async () => {
    await world.host.accept(says("", { ...stranger, kind: "opened" }));
    await world.drain();
    expect(await world.posted()).toEqual([]);
  });

  it("is also who has left", async () => {
    await world.records.write((unit) =>
      unit.putRecords("person", [aPerson("per_bo", { active: false })]),
    );
    expect(await world.host.interact(presses("accept", { externalId: "bo" }))).toEqual({
      toast: en.chat.stranger,
    });
  });
});
