import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Touch } from "../../src/core/model.ts";
import type { Unit } from "../../src/core/ports.ts";
import { type OpenEventLog, openEventLog } from "../../src/store/event-log/event-log.ts";
import { createConsumerLoop, defineConsumer } from "../../src/store/log-consumer.ts";
import type { Records } from "../../src/store/records/records.ts";
import { testNow } from "../helpers/people.ts";
import { newFolder, openTestRecords } from "../helpers/records.ts";

let records: Records;
let events: OpenEventLog;
let errors: unknown[];
beforeEach(async () => {
  records = await openTestRecords();
  events = await openEventLog(join(newFolder(), "events.db"));
  errors = [];
});
afterEach(async () => {
  await records.close();
  await events.close();
});

function aTouch(id: string): Touch {
  return {
    ...{ id, contactId: "con_1", anonymousId: null, accountId: null, type: "page.view" },
    ...{ at: testNow, receivedAt: testNow, props: {}, source: "web" },
  };
}

const append = (count: number, name = "t") =>
  events.append(Array.from({ length: count }, (_, index) => aTouch(`${name}${index}`)));

/** Writes an audit line per touch; `dies` says whether it fails after so many lines, half way through a batch. */
function follow(name: string, dies: (written: number) => boolean = () => false) {
  let written = 0;
  const consumer = defineConsumer({
    ...{ name, batchSize: 10, read: events.after },
    handle: async (entries: { position: number; touch: Touch }[]) => async (unit: Unit) => {
      for (const { touch } of entries) {
        await unit.audits.put({
          ...{ id: unit.newId("audit"), at: unit.now, actorId: null, via: "job", action: name },
          ...{ kind: "touch", recordId: touch.id, detail: {} },
        });
        written += 1;
        if (dies(written)) throw new Error("died");
      }
    },
  });
  return consumer;
}

const loopOf = (...consumers: ReturnType<typeof follow>[]) =>
  createConsumerLoop({
    ...{ records, clock: () => testNow, consumers },
    onError: (error) => errors.push(error),
  });

/** What a consumer wrote, by touch. */
async function seen(name: string): Promise<string[]> {
  const lines = await records.read.audits.find({ action: name });
  return lines.map(({ recordId }) => recordId).sort();
}

const ids = (count: number, name = "t") =>
  Array.from({ length: count }, (_, index) => `${name}${index}`).sort();

describe("a consumer of the log", () => {
  it("sees every touch once, and goes on after those it has seen when it starts again", async () => {
    await append(25);
    const first = loopOf(follow("one"));
    await first.drain();
    await first.stop();
    await append(7, "later");
    const second = loopOf(follow("one"));
    await second.drain();
    await second.stop();
    expect(await seen("one")).toEqual([...ids(25), ...ids(7, "later")].sort());
  });

  it("writes nothing twice, wherever in a batch it dies", async () => {
    await append(30);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), async (deathAt) => {
        run += 1;
        const name = `run${run}`;
        const dying = loopOf(follow(name, (written) => written === deathAt));
        await dying.drain();
        await dying.stop();
        expect(await seen(name)).toHaveLength(Math.floor((deathAt - 1) / 10) * 10);
        const next = loopOf(follow(name));
        await next.drain();
        await next.stop();
        expect(await seen(name)).toEqual(ids(30));
      }),
      { numRuns: 10 },
    );
    expect(errors).toHaveLength(10);
  });

  it("that fails holds up no other", async () => {
    await append(12);
    const loop = loopOf(
      follow("broken", () => true),
      follow("sound"),
    );
    await loop.drain();
    await loop.stop();
    expect(await seen("broken")).toEqual([]);
    expect(await seen("sound")).toEqual(ids(12));
    expect(errors).toHaveLength(1);
  });

  it("that has nothing to write moves on, and writes its position only when it moved", async () => {
    await append(3);
    const quiet = { name: "quiet", read: events.after, handle: async () => undefined };
    const loop = loopOf(defineConsumer(quiet));
    await loop.drain();
    await loop.stop();
    const [{ position: last = 0 } = {}] = (await events.after(0, 10)).slice(-1);
    const row = await records.client.checkpoint.findUnique({ where: { consumer: "quiet" } });
    expect(Number(row?.position)).toBe(last);
  });
});
