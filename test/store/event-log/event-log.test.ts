import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Touch } from "../../../src/core/model.ts";
import { connect } from "../../../src/store/event-log/db.ts";
import { type OpenEventLog, openEventLog } from "../../../src/store/event-log/event-log.ts";

const start = Date.UTC(2026, 10, 22, 9);
const newFile = () => join(mkdtempSync(join(tmpdir(), "ringside-")), "events.db");

function touch(id: string, set: Partial<Touch> = {}): Touch {
  return {
    id,
    contactId: "con_1",
    anonymousId: null,
    accountId: null,
    type: "page_view",
    at: start,
    receivedAt: start,
    props: {},
    source: "web",
    ...set,
  };
}

const inlineTypeScript = ["--import", "tsx", "--input-type=module", "--eval"];

/** Appends touches without end, eight at a time, and prints the id of each that is acknowledged. */
const writerScript = `
  import { openEventLog } from "${new URL("../../../src/store/event-log/event-log.ts", import.meta.url).href}";
  const log = await openEventLog(process.argv[1]);
  const rest = { contactId: "con_1", anonymousId: null, accountId: null, type: "page_view" };
  const more = { at: 1, receivedAt: 1, props: {}, source: "web" };
  const appendForever = async (writer) => {
    for (let number = 0; ; number++) {
      const id = "tch_" + writer + "_" + number;
      await log.append([{ id, ...rest, ...more }]);
      process.stdout.write(id + "\\n");
    }
  };
  await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(appendForever));
`;

describe("event log", () => {
  let file: string;
  let log: OpenEventLog;

  beforeEach(async () => {
    file = newFile();
    log = await openEventLog(file);
  });

  afterEach(() => log.close());

  it("gives a touch back as it was appended", async () => {
    const full = touch("tch_1", {
      anonymousId: "visitor-7",
      accountId: "acc_1",
      type: "试驾",
      props: {
        text: 'quote" slash\\ nul\u0000 half\ud800 😀',
        deep: { list: [1, null, 2.5, false] },
      },
    });
    await log.append([full]);
    expect(await log.ofContacts(["con_1"])).toEqual([full]);
  });

  it("stores properties nested deeper than SQLite's JSON allows", async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(3_000)}1${"}".repeat(3_000)}`);
    await log.append([touch("tch_1", { props: deep })]);
    const [stored] = await log.ofContacts(["con_1"]);
    expect(JSON.stringify(stored?.props)).toBe(JSON.stringify(deep));
  });

  it("counts a known touch as a duplicate and keeps the first", async () => {
    await log.append([touch("tch_1", { type: "first" })]);
    const counts = await log.append([touch("tch_1", { type: "second" }), touch("tch_2")]);
    expect(counts).toEqual({ stored: 1, duplicates: 1 });
    expect((await log.ofContacts(["con_1"])).map(({ type }) => type)).toEqual([
      "first",
      "page_view",
    ]);
  });

  it("counts a touch that two callers append at once as stored by one of them", async () => {
    const counts = await Promise.all([
      log.append([touch("tch_1"), touch("tch_2")]),
      log.append([touch("tch_2"), touch("tch_3"), touch("tch_3")]),
    ]);
    expect(counts).toEqual([
      { stored: 2, duplicates: 0 },
      { stored: 1, duplicates: 2 },
    ]);
  });

  it("accepts an empty append", async () => {
    expect(await log.append([])).toEqual({ stored: 0, duplicates: 0 });
  });

  it("gives the touches of several contacts in one order, within a range that includes its ends", async () => {
    await log.append([
      touch("tch_d", { at: start + 3, contactId: "con_2" }),
      touch("tch_c", { at: start + 2 }),
      touch("tch_b", { at: start + 2, contactId: "con_2" }),
      touch("tch_a", { at: start + 1 }),
      touch("tch_e", { at: start + 4 }),
      touch("tch_x", { at: start + 2, contactId: "con_3" }),
      touch("tch_y", { at: start + 2, contactId: null, anonymousId: "con_1" }),
    ]);
    const found = await log.ofContacts(["con_1", "con_2"], { from: start + 2, to: start + 3 });
    expect(found.map(({ id }) => id)).toEqual(["tch_b", "tch_c", "tch_d"]);
    expect(await log.ofContacts([])).toEqual([]);
  });

  it("gives touches in order of arrival after a position", async () => {
    await log.append([touch("tch_b"), touch("tch_a", { at: start - 5 })]);
    await log.append([touch("tch_c")]);
    const [first, second] = await log.after(0, 2);
    expect([first?.touch.id, second?.touch.id]).toEqual(["tch_b", "tch_a"]);
    const rest = await log.after(second?.position ?? 0, 10);
    expect(rest.map(({ touch: { id } }) => id)).toEqual(["tch_c"]);
  });

  it("refuses a touch without a usable id or time, and not those appended beside it", async () => {
    const outcomes = await Promise.allSettled([
      log.append([touch("tch_1")]),
      log.append([touch("tch_2", { at: Number.NaN })]),
      log.append([touch("tch_3", { receivedAt: 1.5 })]),
      log.append([touch("tch_\ud800")]),
      log.append([touch("tch_5")]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    expect(outcomes[1]).toMatchObject({ reason: { name: "Refused", code: "touch_unusable" } });
  });

  it("rejects an append that cannot be written now, and works when it can", async () => {
    const other = await connect(file, "write", (error) => error);
    await other.exec("BEGIN IMMEDIATE");
    const blocked = [log.append([touch("tch_1")]), log.append([touch("tch_2")])];
    for (const append of blocked)
      await expect(append).rejects.toMatchObject({ name: "RetryLater" });
    await other.exec("ROLLBACK");
    await other.close();
    expect(await log.append([touch("tch_1")])).toEqual({ stored: 1, duplicates: 0 });
  });

  it("is append-only: no touch can be changed", async () => {
    await log.append([touch("tch_1")]);
    const other = await connect(file, "write", (error) => error);
    await expect(other.exec("UPDATE touches SET type = 'other'")).rejects.toThrow("append-only");
    await other.close();
  });

  it("stores what was appended before it is closed, and refuses what comes later", async () => {
    const slow = await openEventLog(newFile(), { collectMs: 60_000 });
    const pending = slow.append([touch("tch_1")]);
    const closing = slow.close();
    await expect(slow.append([touch("tch_2")])).rejects.toMatchObject({ name: "RetryLater" });
    expect(await pending).toEqual({ stored: 1, duplicates: 0 });
    await closing;
    await slow.close();
  });

  it("writes a large batch at once, without waiting for more", async () => {
    const slow = await openEventLog(newFile(), { collectMs: 60_000, maxRows: 3 });
    const first = slow.append([touch("tch_1")]);
    const second = slow.append([touch("tch_2"), touch("tch_3")]);
    expect(await first).toEqual({ stored: 1, duplicates: 0 });
    expect(await second).toEqual({ stored: 2, duplicates: 0 });
    await slow.close();
  });

  it("takes the next large batch in the moment the one before is settled", async () => {
    const ids = Array.from({ length: 9 }, (_, index) => `tch_${index}`);
    const small = await openEventLog(newFile(), { collectMs: 60_000, maxRows: 2 });
    for (const id of ids) {
      const pair = [touch(id), touch(`${id}b`)];
      expect(await small.append(pair)).toEqual({ stored: 2, duplicates: 0 });
    }
    await small.close();
  });

  it("has every acknowledged touch after kill -9", async () => {
    const killed = newFile();
    const child = spawn(process.execPath, [...inlineTypeScript, writerScript, killed], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const acknowledged: string[] = [];
    for await (const id of createInterface({ input: child.stdout })) {
      acknowledged.push(id);
      if (acknowledged.length === 200) child.kill("SIGKILL");
    }
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");

    const again = await openEventLog(killed);
    const kept = new Set((await again.after(0, 1_000_000)).map(({ touch: { id } }) => id));
    await again.close();
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  it("stores each id once, whatever the interleaving, and orders a customer by time, then id", async () => {
    const appended = fc.record({ id: fc.integer({ min: 0, max: 15 }), at: fc.nat({ max: 4 }) });
    const calls = fc.array(
      fc.record({ touches: fc.array(appended, { maxLength: 6 }), pause: fc.nat({ max: 3 }) }),
      { maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(calls, async (plan) => {
        const own = await openEventLog(newFile(), { maxRows: 8 });
        const answers = await Promise.all(
          plan.map(async ({ touches, pause }) => {
            for (let tick = 0; tick < pause; tick++) await own.after(0, 1);
            const list = touches.map(({ id, at }) => touch(`tch_${id}`, { at: start + at }));
            return { sent: list.length, ...(await own.append(list)) };
          }),
        );
        const kept = await own.ofContacts(["con_1"]);
        await own.close();

        const ids = new Set(plan.flatMap(({ touches }) => touches.map(({ id }) => `tch_${id}`)));
        expect(new Set(kept.map(({ id }) => id))).toEqual(ids);
        expect(kept).toHaveLength(ids.size);
        expect(answers.reduce((sum, { stored }) => sum + stored, 0)).toBe(ids.size);
        for (const { sent, stored, duplicates } of answers) expect(stored + duplicates).toBe(sent);
        expect(kept).toEqual([...kept].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)));
      }),
      { numRuns: 60 },
    );
  });
});
