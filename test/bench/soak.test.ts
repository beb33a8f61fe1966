import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { account } from "../../bench/soak/account.ts";
import { type Books, openBooks } from "../../bench/soak/books.ts";
import type { Doing, Kept, Ledger, Platform } from "../../bench/soak/wire.ts";
import type { Card } from "../../src/core/card.ts";
import { openEventLog } from "../../src/store/event-log/event-log.ts";
import { createInbox } from "../../src/store/inbox.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { createOutbox } from "../../src/store/outbox.ts";
import { openRecords, type Records } from "../../src/store/records/records.ts";
import { aPerson, testNow } from "../helpers/people.ts";
import { newDataFolder } from "../helpers/records.ts";

const clock = () => testNow;
const newId = createNewId();
const platform: Platform = {
  ...{ name: "slack http", connection: "T1", users: ["U1"] },
  app: { surface: "slack", keys: { botToken: "xoxb", signingSecret: "s" } },
};
const said: Doing = {
  ...{ kind: "say", platform: "slack http", user: "U1", personId: "per_1" },
  ...{ eventId: "Ev1", what: "help" },
};
const card: Card = { key: "help:1", title: "Help", tone: "info", summary: "Help", blocks: [] };

let records: Records;
let books: Books;

beforeEach(async () => {
  const folder = await newDataFolder();
  records = await openRecords({ file: join(folder, "records.db"), clock, newId });
  await (await openEventLog(join(folder, "events.db"))).close();
  books = openBooks(folder);
});
afterEach(async () => {
  books.close();
  await records.close();
});

/** What the account says of so much having been acknowledged, and so much being on the platform. */
function judge(ledger: Partial<Ledger>, kept: Kept[] = []) {
  const told = { touchIds: [], chains: {}, leads: [] };
  const whole = { doings: [], acks: [], sourceAcks: [], gaveUp: {}, told, ...ledger };
  const { lost, twice, stuck } = account({
    ...{ books, kept, ledger: whole, platforms: [platform], now: testNow },
  });
  return { lost: lost.length, twice: twice.length, stuck: stuck.length };
}

const keep = () => {
  const inbox = createInbox<{ key: string; surface: string; kind: string }>(records, clock);
  return { inbox, kept: inbox.keep({ key: "slack:T1:Ev1", surface: "slack", kind: "message" }) };
};

/** A card that left, as the outbox has it; its idempotency key. */
async function sendCard(): Promise<string> {
  const outbox = createOutbox(records, { clock, newId });
  await records.write(async (unit) => {
    await unit.putRecords("person", [aPerson("per_1")]);
    unit.post({ to: "per_1", card });
  });
  const [message] = await outbox.take(1);
  if (!message) throw new Error("nothing was queued");
  await outbox.settle(message, { state: "sent", surface: "slack", ref: { ts: "1" } });
  return message.key;
}

const onPlatform = (key: string, title = "Help"): Kept => ({
  ...{ platform: "slack http", user: "U1", key },
  content: JSON.stringify({ title }),
});

describe("the account of a soak", () => {
  it("finds nothing wrong where nothing is", async () => {
    const { inbox, kept } = keep();
    await kept;
    await inbox.settle("slack:T1:Ev1", async () => ({}));
    const key = await sendCard();
    expect(judge({ doings: [said] }, [onPlatform(key)])).toEqual({ lost: 0, twice: 0, stuck: 0 });
  });

  it("tells of an acknowledged event that is not there", () => {
    expect(judge({ doings: [said] })).toEqual({ lost: 1, twice: 0, stuck: 0 });
  });

  it("tells of one that nobody worked on", async () => {
    await keep().kept;
    expect(judge({ doings: [said] })).toEqual({ lost: 1, twice: 0, stuck: 1 });
  });

  it("tells of a card that its person has twice, never, or as it was before", async () => {
    const key = await sendCard();
    expect(judge({}, [onPlatform(key), onPlatform(key)])).toMatchObject({ lost: 0, twice: 1 });
    expect(judge({})).toMatchObject({ lost: 2, twice: 0 });
    expect(judge({}, [onPlatform(key, "Old")])).toMatchObject({ lost: 1, twice: 0 });
  });

  it("tells of touches, chains and leads that were answered with 2xx and are not there", () => {
    const told = { touchIds: ["a/1"], chains: { "a@b.example": 2 }, leads: ["lead-1"] };
    // The lead and its assignment are counted each.
    expect(judge({ told })).toEqual({ lost: 4, twice: 0, stuck: 0 });
  });
});
