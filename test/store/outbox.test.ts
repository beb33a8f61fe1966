import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Card } from "../../src/core/card.ts";
import type { Outbox, Outgoing, Post } from "../../src/core/ports.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { createOutbox } from "../../src/store/outbox.ts";
import { openRecords, type Records } from "../../src/store/records/records.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { newFolder } from "../helpers/records.ts";

let now: number;
let file: string;
let records: Records;
let outbox: Outbox;

const newId = createNewId();
const clock = () => now;
const aCard = (key: string, title = key): Card => ({
  key,
  title,
  tone: "info",
  summary: key,
  blocks: [],
});

async function open(): Promise<void> {
  records = await openRecords({ file, clock, newId });
  outbox = createOutbox(records, { clock, newId });
}

/** Posts cards in one transaction, written as "person card" or "person card title". */
function post(...lines: string[]): Promise<void> {
  const posts = lines.map((line): Post => {
    const [to = "", key = "", title] = line.split(" ");
    return { to, card: aCard(key, title) };
  });
  return records.write(async (unit) => {
    for (const one of posts) unit.post(one);
  });
}

async function take(limit = 20): Promise<Outgoing[]> {
  return outbox.take(limit);
}

const titles = (taken: Outgoing[]) => taken.map((one) => `${one.target} ${one.card.title}`);
const sent = { state: "sent", ref: { ts: "1" }, surface: "slack" } as const;
const states = async () =>
  (await records.client.outboxMessage.findMany({ orderBy: { sequence: "asc" } })).map(
    (row) => `${row.cardKey} ${row.state}`,
  );

beforeEach(async () => {
  now = testNow;
  file = join(newFolder(), "records.db");
  await open();
});
afterEach(() => records.close());

describe("taking messages", () => {
  it("takes the first of each target, and its next once that is settled", async () => {
    await post("ana 1", "bo 1", "ana 2");
    const first = await take();
    expect(titles(first)).toEqual(["ana 1", "bo 1"]);
    expect(await take()).toEqual([]);
    for (const message of first) await outbox.settle(message, sent);
    expect(titles(await take())).toEqual(["ana 2"]);
  });

  it("takes the oldest first when there are more than asked for", async () => {
    await post("ana 1", "bo 1", "cy 1");
    expect(titles(await take(2))).toEqual(["ana 1", "bo 1"]);
  });

  it("makes a whole target wait for its first message, and no other", async () => {
    await post("ana 1", "ana 2", "bo 1");
    const [ana] = await take(1);
    await outbox.settle(ana as Outgoing, {
      state: "queued",
      nextAt: now + 30_000,
      error: "rate limited",
      ambiguous: false,
    });
    expect(titles(await take())).toEqual(["bo 1"]);
    now += 30_000;
    expect(titles(await take())).toEqual(["ana 1"]);
  });

  it("counts attempts and remembers the time of the first", async () => {
    await post("ana 1");
    const later = { state: "queued", nextAt: now, error: "busy", ambiguous: false } as const;
    const [first] = await take();
    expect(first).toMatchObject({ attempts: 1, triedAt: null, ambiguous: false });
    await outbox.settle(first as Outgoing, later);
    now += 60_000;
    const [second] = await take();
    expect(second).toMatchObject({ attempts: 2, triedAt: testNow, ambiguous: false });
    expect(second?.key).toBe(first?.key);
  });

  it("copes with a crowd of targets", async () => {
    await post(...Array.from({ length: 1_200 }, (_, index) => `p${index} 1`));
    expect((await take(20)).length).toBe(20);
    expect(await outbox.nextAt()).toBe(now);
  });
});

describe("a message that was on its way when its process died", () => {
  it("is taken again as one that may have arrived, before its target's next", async () => {
    await post("ana 1", "ana 2");
    const [before] = await take();
    await records.close();
    await open();
    const [after] = await take();
    expect(after).toMatchObject({ key: before?.key, ambiguous: true, attempts: 2 });
    expect(after?.triedAt).toBe(testNow);
  });

  it("is due at once", async () => {
    await post("ana 1");
    await take();
    await records.close();
    await open();
    expect(await outbox.nextAt()).toBe(testNow);
  });
});

describe("settling a message", () => {
  const attempt = async () => (await take())[0] as Outgoing;

  it("sent, remembers where its card stands", async () => {
    await post("ana 1");
    await outbox.settle(await attempt(), sent);
    expect(await outbox.whereIs("1", "ana")).toEqual({ surface: "slack", ref: { ts: "1" } });
    expect(await states()).toEqual(["1 sent"]);
  });

  it.each(["maybe", "failed", "dropped"] as const)("%s, lets the next go", async (state) => {
    await post("ana 1", "ana 2");
    await outbox.settle(await attempt(), { state, error: "why" });
    expect(await outbox.whereIs("1", "ana")).toBeUndefined();
    expect(titles(await take())).toEqual(["ana 2"]);
  });

  it("without an answer, is ambiguous until it is settled for good", async () => {
    await post("ana 1");
    const unsure = { state: "queued", nextAt: now, error: "timeout", ambiguous: true } as const;
    await outbox.settle(await attempt(), unsure);
    const second = await attempt();
    expect(second.ambiguous).toBe(true);
  });

  it("given back untried, is as it was", async () => {
    await post("ana 1 old");
    const untried = { state: "queued", nextAt: now + 500, error: "", ambiguous: false } as const;
    await outbox.settle(await attempt(), untried);
    await post("ana 1 new");
    now += 500;
    expect(await take()).toMatchObject([
      { attempts: 1, triedAt: null, ambiguous: false, card: { title: "new" } },
    ]);
  });

  it("sends the notice that comes with it, in the same transaction", async () => {
    await post("per_ana 1");
    const person = aPerson("per_ana");
    const notice = { person, title: "Not sure", body: "It was 1." };
    await outbox.settle(await attempt(), { state: "maybe", error: "no answer" }, notice);
    expect(titles(await take())).toEqual(["per_ana Not sure"]);
  });

  it("settles many at once, each in its own way", async () => {
    await post("ana 1", "bo 2", "cy 3");
    const [ana, bo, cy] = (await take()) as [Outgoing, Outgoing, Outgoing];
    await Promise.all([
      outbox.settle(ana, sent),
      outbox.settle(bo, { state: "failed", error: "no" }),
      outbox.settle(cy, { state: "queued", nextAt: now, error: "busy", ambiguous: false }),
    ]);
    expect(await states()).toEqual(["1 sent", "2 failed", "3 queued"]);
  });

  it("that cannot be written down lets its target go, as one that may have arrived", async () => {
    await post("ana 1");
    const message = await attempt();
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const ref = circular as Record<string, string>;
    await expect(outbox.settle(message, { ...sent, ref })).rejects.toThrow();
    expect(await attempt()).toMatchObject({ key: message.key, ambiguous: true });
  });
});

describe("posting a card again", () => {
  it("replaces it in its place while it waits", async () => {
    await post("ana 1 old", "ana 2");
    await post("ana 1 new");
    const [first] = (await take()) as [Outgoing];
    expect(first.card.title).toBe("new");
    await outbox.settle(first, sent);
    expect(titles(await take())).toEqual(["ana 2"]);
  });

  it("sends only its last state of one transaction", async () => {
    await post("ana 1 old", "ana 1 new");
    expect(titles(await take())).toEqual(["ana new"]);
    expect(await states()).toEqual(["1 sending"]);
  });

  it("is a message of its own once the first was tried", async () => {
    await post("ana 1 old");
    const [first] = (await take()) as [Outgoing];
    await post("ana 1 new");
    await outbox.settle(first, sent);
    const [edit] = (await take()) as [Outgoing];
    expect(edit.card.title).toBe("new");
    expect(edit.key).not.toBe(first.key);
    const rows = await records.client.outboxMessage.findMany({ orderBy: { sequence: "asc" } });
    expect(rows.map((row) => row.operation)).toEqual(["send", "update"]);
  });

  it("to somebody else is theirs", async () => {
    await post("ana 1 old");
    await post("bo 1 new");
    expect(titles(await take())).toEqual(["ana old", "bo new"]);
  });
});

describe("when the next message is due", () => {
  it("is unknown with none waiting", async () => {
    expect(await outbox.nextAt()).toBeUndefined();
  });

  it("is the time of a target's first, not of those behind it", async () => {
    await post("ana 1", "ana 2");
    const [first] = (await take()) as [Outgoing];
    const nextAt = now + 30_000;
    await outbox.settle(first, { state: "queued", nextAt, error: "busy", ambiguous: false });
    expect(await outbox.nextAt()).toBe(nextAt);
  });

  it("leaves out targets that are being written to", async () => {
    await post("ana 1", "ana 2");
    await take();
    expect(await outbox.nextAt()).toBeUndefined();
  });
});
