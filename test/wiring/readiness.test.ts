import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createReadiness } from "../../src/wiring/readiness.ts";
import { readVitals, type VitalParts } from "../../src/wiring/vitals.ts";
import { createWorld, type World } from "../helpers/world.ts";
import { aTouch } from "../store/backup/installation.ts";

const minuteMs = 60_000;
let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

/** Time as it is seen by who asks; the world's own stands still. */
const later = (ms: number): VitalParts => ({
  ...world.ringside,
  clock: () => world.ringside.clock() + ms,
});

describe("readers of the log", () => {
  it("are not stalled once they have taken everything, however long ago", async () => {
    await world.ringside.events.append([aTouch("tch_1")]);
    await world.ringside.drain();
    const { stalledMs } = await readVitals(later(60 * minuteMs));
    expect(stalledMs).toEqual({ identity: 0, talks: 0, meetings: 0, chains: 0 });
  });

  it("are stalled for as long as a touch waits for them", async () => {
    await world.ringside.events.append([aTouch("tch_1")]);
    const { stalledMs } = await readVitals(later(60 * minuteMs));
    expect(stalledMs).toMatchObject({ identity: 60 * minuteMs, chains: 60 * minuteMs });
  });
});

describe("readiness", () => {
  const ready = (ms = 0, surfaces = world.ringside.surfaces) =>
    createReadiness({ ...world.ringside, ...later(ms), records: world.ringside.records, surfaces });

  it("is there when every part works", async () => {
    const parts = { records: "ok", events: "ok", schema: "ok", log: "ok", disk: "ok" };
    expect(await ready()()).toEqual({ ok: true, parts });
  });

  it("ends when a reader of the log is stuck, and names it", async () => {
    await world.ringside.events.append([aTouch("tch_1")]);
    const { ok, parts } = await ready(16 * minuteMs)();
    expect([ok, parts.log]).toEqual([false, "identity has been stuck for 16 min"]);
  });

  it("ends when the records cannot be written", async () => {
    await world.ringside.records.transaction(async ({ sql }) =>
      sql.run(`CREATE TRIGGER full BEFORE INSERT ON "Checkpoint" BEGIN
        SELECT RAISE(ABORT, 'disk is full'); END`),
    );
    expect((await ready()()).parts.records).toBe("broken");
  });

  it("ends when the code has migrations that only a restart applies", async () => {
    await world.ringside.records.transaction(async ({ sql }) =>
      sql.run(`DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_foundation'`),
    );
    expect((await ready()()).parts.schema).toBe("migrations waiting for a restart: 1");
  });

  it("names a platform that is not connected", async () => {
    const slack = { adapter: { surface: "slack" }, state: () => ({ ok: false, why: "" }) };
    const { ok, parts } = await ready(0, [slack as (typeof world.ringside.surfaces)[number]])();
    expect([ok, parts.slack]).toEqual([false, "broken"]);
  });

  it("asks the disk once for many questions at a time", async () => {
    const ask = ready();
    expect(ask()).toBe(ask());
  });
});

describe("the gauges", () => {
  it("show sizes, free space, stalls and the last backup at every scrape", async () => {
    const text = await world.ringside.metrics.render();
    expect(text).toMatch(/^ringside_log_stalled_seconds\{consumer="chains"\} 0$/m);
    expect(text).toMatch(/^ringside_data_bytes\{database="records"\} [1-9]/m);
    expect(text).toMatch(/^ringside_disk_free_bytes [1-9]/m);
    expect(text).toMatch(/^ringside_last_backup_timestamp_seconds 0$/m);
  });
});
