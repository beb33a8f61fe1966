// A public listener's app over a real event log, for deliveries of sources.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Hono } from "hono";
import type { Touch } from "../../../src/core/model.ts";
import type { EventLog } from "../../../src/core/ports.ts";
import { createSources } from "../../../src/sources/touches/sources.ts";
import { createTakeIn } from "../../../src/sources/touches/take-in.ts";
import { openEventLog } from "../../../src/store/event-log/event-log.ts";
import { onProblem } from "../../../src/web/problem.ts";
import { createTouchRoutes } from "../../../src/web/touches/touch-routes.ts";

export const start = Date.UTC(2026, 5, 25, 9);
export const origin = "https://www.example.com";
export const publicUrl = "https://ringside.example";

const secrets: Record<string, string> = {
  web: "web-key-of-the-test",
  segment: "old-write-key,write-key-of-the-test",
  webhook: `whsec_${Buffer.from("a secret of the test").toString("base64")}`,
};
export const secretOf = (id: string) => secrets[id] ?? `${id}-secret-of-the-test`;

export type Intake = Awaited<ReturnType<typeof openIntake>>;

export type IntakeOptions = { events?: Pick<EventLog, "append">; without?: string[] };

export async function openIntake({ events, without = [] }: IntakeOptions = {}) {
  const time = { now: start };
  const clock = () => time.now;
  const folder = mkdtempSync(join(tmpdir(), "ringside-touches-"));
  const log = await openEventLog(join(folder, "events.db"), { clock });
  const counted: string[] = [];
  const takeIn = createTakeIn({
    events: events ?? log,
    count: (source, result, touches) => counted.push(`${source} ${result} ${touches}`),
  });
  const open = createSources([origin])
    .filter(({ id }) => !without.includes(id))
    .map((source) => ({ source, secret: secretOf(source.id) }));
  const deliveries = {
    inc: ({ source, result }: { source: string; result: string }) =>
      void counted.push(`delivery ${source} ${result}`),
  };
  const app = new Hono().onError(onProblem({ debug: () => {}, error: () => {} }));
  app.route("/", createTouchRoutes({ sources: open, takeIn, clock, deliveries, publicUrl }));
  return {
    app,
    time,
    counted,
    takeIn,
    clock,
    folder,
    /** Everything stored, in order of arrival. */
    async touches(): Promise<Touch[]> {
      return (await log.after(0, 10_000)).map(({ touch }) => touch);
    },
    close: () => log.close(),
  };
}
