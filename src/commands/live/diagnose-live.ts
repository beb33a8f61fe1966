// `doctor --live`: every connection asked for real, from this machine, whether the bot runs or not. Changes nothing.
import { join } from "node:path";
import type { Config } from "../../config.ts";
import type { Log } from "../../log.ts";
import { inspectConnections } from "../../store/connections.ts";
import { createSecrets } from "../../store/secrets.ts";
import { type App, type Wanted, wantedConnections } from "../start/connections.ts";
import { checkLark } from "./lark.ts";
import type { LiveLine, LiveReport } from "./line.ts";
import { checkSlack } from "./slack.ts";

/** One connection as `doctor --live` reports it. */
export type LiveConnection = LiveReport & { id: string };

/** Asks the platforms of .env and the stored ones, side by side. */
export function diagnoseLive(config: Config, log: Log): Promise<LiveConnection[]> {
  const file = join(config.dataDir, "records.db");
  const stored = inspectConnections(file, createSecrets(config.dataDir));
  return Promise.all(wantedConnections(config, stored).map((one) => checkOne(one, log)));
}

/** Calls the platform with an app's keys. */
export function checkLive(app: App, log: Log): Promise<LiveReport> {
  return app.surface === "slack" ? checkSlack(app.keys, log) : checkLark(app.keys);
}

async function checkOne(wanted: Wanted, log: Log): Promise<LiveConnection> {
  const { id, surface } = wanted;
  if (!("off" in wanted)) return { id, ...(await checkLive(wanted, log)) };
  return { id, surface, lines: [{ what: "keys", state: "broken", why: wanted.off }] };
}

/** A report as lines for a terminal. */
export function toLiveLines(connections: LiveConnection[]): string[] {
  if (connections.length === 0) return ["Nothing is connected: there is nothing to ask."];
  return connections.flatMap(({ id, surface, workspace, name, lines }) => {
    const who = [name, workspace].filter(Boolean).join(", ");
    return ["", `${surface} (${id})${who ? `: ${who}` : ""}`, ...lines.flatMap(toLiveLine)];
  });
}

/** One line of a report, with what to do under it. */
export function toLiveLine({ what, state, why, fix }: LiveLine): string[] {
  const line = `${marks[state]} ${what.padEnd(16)} ${why}`;
  return fix ? [line, `  ${"".padEnd(16)} → ${fix}`] : [line];
}

const marks = { ok: "✓", broken: "✗", unchecked: "?" } as const;
