import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../src/core/card.ts";
import type { Inbox, Unit } from "../../src/core/ports.ts";
import { createInbox } from "../../src/store/inbox.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords, type Records } from "../../src/store/records/records.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { newFolder } from "../helpers/records.ts";

type Event = { key: string; aliases?: string[]; surface: string; kind: string; text: string };

let now: number;
let file: string;
let records: Records;
let inbox: Inbox<Event>;

const clock = () => now;
const event = (key: string, set: Partial<Event> = {}): Event => ({
  key,
  surface: "slack",
  kind: "message",
  text: "hello",
  ...set,
});
const dueKeys = async () => (await inbox.due(100)).map((due) => due.event.key);
const rowOf = (key: string) => records.client.inboxEvent.findUniqueOrThrow({ where: { key } });

async function open(): Promise<void> {
  records = await openRecords({ file, clock, newId: createNewId() });
  inbox = createInbox<Event>(records, clock);
}

beforeEach(async () => {
  now = testNow;
  file = join(newFolder(), "records.db");
  await open();
});
afterEach(() => records.close());

describe("keeping an event", () => {
  it("takes the same key once", async () => {
    expect(await inbox.keep(event("e1"))).toBe("new");
    expect(await inbox.keep(event("e1"))).toBe("known");
    expect(await dueKeys()).toEqual(["e1"]);
  });

  it("takes the same key once when both deliveries come together", async () => {
    const answers = await Promise.all([inbox.keep(event("e1")), inbox.keep(event("e1"))]);
    expect(answers).toEqual(["new", "known"]);
  });

  it("knows an event again under any of its keys", async () => {
    await inbox.keep(event("e1", { aliases: ["e1/client"] }));
    expect(await inbox.keep(event("e1/client"))).toBe("known");
    expect(await inbox.keep(event("e9", { aliases: ["e1/client"] }))).toBe("known");
    expect(await dueKeys()).toEqual(["e1"]);
  });

  it("remembers the keys that a redelivery adds", async () => {
    await inbox.keep(event("e1"));
    await inbox.keep(event("e2", { aliases: ["e1"] }));
    expect(await inbox.keep(event("e2"))).toBe("known");
  });

  it("is done when the answer comes: a new process finds it", async () => {
    await inbox.keep(event("e1"));
    await records.close();
    await open();
    expect(await dueKeys()).toEqual(["e1"]);
  });

  it("takes a crowd at once", async () => {
    const crowd = Array.from({ length: 1_200 }, (_, index) =>
      event(`e${index}`, { aliases: [`a${index}`, `b${index}`] }),
    );
    await Promise.all(crowd.map((one) => inbox.keep(one)));
    expect((await inbox.due(2_000)).length).toBe(1_200);
  });

  it("gives back whatever people type", async () => {
    const text = 'half a pair \ud83d, a zero \u0000, "quotes" \\ and 安娜 💼';
    await inbox.keep(event("e1", { text }));
    expect((await inbox.due(1))[0]?.event).toEqual(event("e1", { text }));
  });
});

describe("what is due", () => {
  it("comes in order of arrival, also within one millisecond", async () => {
    const keys = ["m", "z", "a", "k", "b"];
    for (const key of keys.slice(0, 2)) await inbox.keep(event(key));
    await Promise.all(keys.slice(2).map((key) => inbox.keep(event(key))));
    expect(await dueKeys()).toEqual(keys);
  });

  it("is no more than asked for", async () => {
    for (const key of ["e1", "e2", "e3"]) await inbox.keep(event(key));
    expect((await inbox.due(2)).map((due) => due.event.key)).toEqual(["e1", "e2"]);
  });

  it("leaves an interaction to who keeps it until its time is over", async () => {
    await inbox.keep(event("press"), { dueInMs: 30_000 });
    expect(await dueKeys()).toEqual([]);
    expect(await inbox.nextAt()).toBe(now + 30_000);
    now += 30_000;
    expect(await dueKeys()).toEqual(["press"]);
  });

  it("excludes what is settled", async () => {
    await inbox.keep(event("e1"));
    await inbox.settle("e1", async () => ({}));
    expect(await dueKeys()).toEqual([]);
    expect(await inbox.nextAt()).toBeUndefined();
  });
});

describe("settling an event", () => {
  const card: Card = { key: "c", title: "c", tone: "info", summary: "c", blocks: [] };
  const putAna = (unit: Unit) => unit.putRecords("person", [aPerson("per_ana")]);

  it("answers with the outcome, and the same way ever after without the effect", async () => {
    await inbox.keep(event("e1", { aliases: ["other"] }));
    expect(await inbox.settle("e1", async () => ({ toast: "done" }))).toEqual({ toast: "done" });
    const again = await inbox.settle("other", async (unit) => {
      await putAna(unit);
      return { toast: "twice" };
    });
    expect(again).toEqual({ toast: "done" });
    expect(await records.read.people.count({})).toBe(0);
  });

  it("works under any of the event's keys", async () => {
    await inbox.keep(event("e1", { aliases: ["other"] }));
    await inbox.settle("other", async () => ({ toast: "done" }));
    expect((await rowOf("e1")).state).toBe("done");
  });

  it("runs the effect once when two settle at once", async () => {
    await inbox.keep(event("e1"));
    let runs = 0;
    const effect = async () => {
      runs += 1;
      return { toast: String(runs) };
    };
    const outcomes = await Promise.all([inbox.settle("e1", effect), inbox.settle("e1", effect)]);
    expect(outcomes).toEqual([{ toast: "1" }, { toast: "1" }]);
    expect(runs).toBe(1);
  });

  it("undoes everything together with the done mark when the effect fails", async () => {
    await inbox.keep(event("e1"));
    const failing = inbox.settle("e1", async (unit) => {
      await putAna(unit);
      unit.post({ to: "per_ana", card });
      unit.schedule({ kind: "test", key: "once", payload: {} });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect((await rowOf("e1")).state).toBe("new");
    expect(await records.read.people.count({})).toBe(0);
    expect(await records.client.outboxMessage.count()).toBe(0);
    expect(await records.client.job.count()).toBe(0);
  });

  it("says so when there is no such event", async () => {
    await expect(inbox.settle("e1", async () => ({}))).rejects.toThrow("no event under the key e1");
  });
});

describe("the answer to an event", () => {
  it("is unknown while it is worked on, then the same under every key", async () => {
    await inbox.keep(event("e1", { aliases: ["other"] }));
    expect(await inbox.outcomeOf("e1")).toBeUndefined();
    await inbox.settle("e1", async () => ({ toast: "done" }));
    expect(await inbox.outcomeOf("e1")).toEqual({ toast: "done" });
    expect(await inbox.outcomeOf("other")).toEqual({ toast: "done" });
  });

  it("of an event nobody knows is unknown", async () => {
    expect(await inbox.outcomeOf("e1")).toBeUndefined();
  });
});

describe("an event put off", () => {
  it("comes back when the clock says so, with its attempts counted", async () => {
    await inbox.keep(event("e1"));
    await inbox.postpone("e1", { error: "busy", delayMs: 5_000 });
    expect(await dueKeys()).toEqual([]);
    expect(await inbox.nextAt()).toBe(now + 5_000);
    now += 5_000;
    expect((await inbox.due(1))[0]).toMatchObject({ attempts: 1, event: { key: "e1" } });
  });

  it("stays settled when it was settled meanwhile", async () => {
    await inbox.keep(event("e1"));
    await inbox.settle("e1", async () => ({ toast: "done" }));
    await inbox.postpone("e1", { error: "busy", delayMs: 5_000 });
    expect(await rowOf("e1")).toMatchObject({ state: "done", attempts: 0, error: null });
  });
});

describe("an event given up", () => {
  it("keeps the reason and what its person was told", async () => {
    await inbox.keep(event("e1"));
    const outcome = await inbox.fail("e1", {
      error: "TypeError",
      effect: async () => ({ toast: "sorry" }),
    });
    expect(outcome).toEqual({ toast: "sorry" });
    expect(await rowOf("e1")).toMatchObject({ state: "failed", error: "TypeError" });
    expect(await inbox.outcomeOf("e1")).toEqual({ toast: "sorry" });
    expect(await dueKeys()).toEqual([]);
  });

  it("keeps its answer when it was settled meanwhile", async () => {
    await inbox.keep(event("e1"));
    await inbox.settle("e1", async () => ({ toast: "done" }));
    const outcome = await inbox.fail("e1", { error: "late", effect: async () => ({}) });
    expect(outcome).toEqual({ toast: "done" });
    expect((await rowOf("e1")).state).toBe("done");
  });
});
