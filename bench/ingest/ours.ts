// Ringside's public listener with the tracking API on, over a real event log: as `npm start` opens it.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createCalendar } from "../../src/calendar.ts";
import { createIntake } from "../../src/commands/start/touch-intake.ts";
import { createGate } from "../../src/core/gate/gate.ts";
import { nameReaders } from "../../src/sources/touches/name-readers.ts";
import { openEventLog } from "../../src/store/event-log/event-log.ts";
import { createNewId } from "../../src/store/new-id.ts";
import { openRecords } from "../../src/store/records/records.ts";
import { createSecrets } from "../../src/store/secrets.ts";
import { listen } from "../../src/web/listen.ts";
import { createMetrics } from "../../src/web/metrics.ts";
import { createPublicApp } from "../../src/web/public-app.ts";
import { writeKey } from "./requests.ts";

export async function serve(folder: string): Promise<{ port: string; close(): Promise<void> }> {
  await mkdir(folder, { recursive: true });
  const clock = Date.now;
  const store = await openRecords({
    file: join(folder, "records.db"),
    clock,
    newId: createNewId(),
  });
  const events = await openEventLog(join(folder, "events.db"));
  const metrics = createMetrics();
  const sources = { origins: [], secrets: { segment: writeKey } };
  const app = createPublicApp({
    ...{ store, events, metrics, clock, version: "bench", openMetrics: true },
    ...{ gate: createGate(), workdays: createCalendar(), names: nameReaders },
    secrets: createSecrets(folder),
    ready: async () => ({ ok: true, parts: {} }),
    log: { debug: () => {}, error: () => {} },
    touches: createIntake({ events, metrics, clock }, sources),
  });
  const at = { host: "127.0.0.1", port: 0, variable: "HTTP_PORT" };
  const listener = await listen({ fetch: app.fetch, ...at });
  return {
    port: new URL(listener.url).port,
    async close() {
      await listener.close();
      await events.close();
      await store.close();
    },
  };
}
