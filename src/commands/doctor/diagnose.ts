// `doctor`: the state of every part, why it is so, and what to do about it. Changes nothing.
import { accessSync, constants, existsSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import type { Config } from "../../config.ts";
import { inspectConnections, type StoredConnection } from "../../store/connections.ts";
import { inspectEvents, inspectRecords } from "../../store/inspect.ts";
import { readLock } from "../../store/process-lock.ts";
import { createSecrets } from "../../store/secrets.ts";
import { checkApi } from "./check-api.ts";
import { checkBackup } from "./check-backup.ts";
import { checkClient } from "./check-client.ts";
import { checkCompanyParts } from "./check-company.ts";
import { checkCrmParts } from "./check-crm.ts";
import { checkPages } from "./check-pages.ts";
import { checkSources } from "./check-sources.ts";
import { checkTraining } from "./check-training.ts";

export type PartState = {
  part: string;
  /** off: works without it, because nobody asked for it. */
  state: "ok" | "off" | "broken";
  why: string;
  /** What to do; only where something can be done. */
  fix?: string;
};

export type Diagnosis = { ok: boolean; parts: PartState[] };

/** Checks every part; `readConfig` may refuse, which is then the first thing that is broken. */
export async function diagnose(readConfig: () => Config): Promise<Diagnosis> {
  const parts: PartState[] = [checkNode(process.versions.node), checkClient()];
  const config = check(
    "configuration",
    parts,
    readConfig,
    ({ warnings }) => warnings.join(" ") || "every variable is in order",
  );
  if (config) {
    const running = readLock(config.dataDir).held;
    parts.push(checkFolder(config.dataDir));
    parts.push(checkOwner(config.dataDir));
    parts.push(await checkRecords(config.dataDir));
    parts.push(await checkEvents(config.dataDir));
    parts.push(checkBackup(config.dataDir));
    const stored = checkStored(config.dataDir);
    const isConnected = Boolean(config.slack ?? config.lark) || stored.length > 0;
    parts.push(await checkLocalChat(config, { running, isConnected }));
    parts.push(await checkPublicHttp(config, running));
    parts.push(checkPages(config), checkCompanyParts(config));
    parts.push(...checkSources(config));
    parts.push(...(await checkTraining(config)));
    parts.push(...(await checkCrmParts(config)));
    parts.push(...checkHeld(config.dataDir));
    parts.push(checkSlack(config), checkLark(config), ...stored);
  }
  return { ok: parts.every(({ state }) => state !== "broken"), parts };
}

/** What other programs hold. */
function checkHeld(dataDir: string): PartState[] {
  try {
    return checkApi(dataDir);
  } catch (error) {
    // A records database that cannot be read is a part of its own.
    return [broken("API keys", error, "See records, above.")];
  }
}

/** A diagnosis as lines for a terminal. */
export function toLines({ parts }: Diagnosis): string[] {
  return parts.flatMap(({ part, state, why, fix }) => [
    `${marks[state]} ${part.padEnd(14)} ${why}`,
    ...(fix ? [`  ${"".padEnd(14)} → ${fix}`] : []),
  ]);
}

const marks = { ok: "✓", off: "○", broken: "✗" } as const;

function checkSlack({ slack }: Config): PartState {
  const part = "slack";
  if (!slack) {
    return {
      part,
      state: "off",
      why: "no SLACK_BOT_TOKEN",
      fix: "README, “Add Slack”, connects it.",
    };
  }
  return {
    part,
    state: "ok",
    why: slack.appToken
      ? "keys are set: Socket Mode"
      : "keys are set: signed HTTP at /slack/events",
  };
}

function checkLark({ lark }: Config): PartState {
  const part = "lark";
  if (!lark) {
    return {
      part,
      state: "off",
      why: "no LARK_APP_ID",
      fix: "README, “Add Feishu/Lark”, connects it.",
    };
  }
  const how = lark.encryptKey ? "HTTP callback at /lark/callback" : "long connection";
  return { part, state: "ok", why: `keys are set for ${lark.domain}: ${how}` };
}

/** One part for each connection that `ringside connect` stored. */
function checkStored(dataDir: string): PartState[] {
  try {
    return inspectConnections(join(dataDir, "records.db"), createSecrets(dataDir)).map(toPart);
  } catch (error) {
    // A records database that cannot be read is a part of its own.
    return [broken("connections", error, "See records, above.")];
  }
}

function toPart({ id, surface, workspace, options, problem }: StoredConnection): PartState {
  const part = `${surface} ${workspace}`;
  const name = options.name ? `${options.name}, ` : "";
  if (problem) return { part, state: "broken", why: `${name}${id} is off`, fix: problem };
  return { part, state: "ok", why: `${name}${id}: keys are stored, encrypted` };
}

function checkNode(version: string): PartState {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) {
    return { part: "node", state: "ok", why: `Node.js ${version}` };
  }
  const fix = "Install Node.js 20.19 or newer.";
  return { part: "node", state: "broken", why: `Node.js ${version} is too old`, fix };
}

function check<Value>(
  part: string,
  parts: PartState[],
  read: () => Value,
  why: (value: Value) => string,
): Value | undefined {
  try {
    const value = read();
    parts.push({ part, state: "ok", why: why(value) });
    return value;
  } catch (error) {
    parts.push(broken(part, error, "Correct .env or the environment, then run doctor again."));
    return undefined;
  }
}

function broken(part: string, error: unknown, fix: string): PartState {
  return {
    part,
    state: "broken",
    why: error instanceof Error ? error.message : String(error),
    fix,
  };
}

function checkFolder(dataDir: string): PartState {
  const folder = resolve(dataDir);
  const part = "data folder";
  let existing = folder;
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  try {
    accessSync(existing, constants.W_OK);
  } catch (error) {
    return broken(part, error, `Make ${existing} writable, or set DATA_DIR to another folder.`);
  }
  const made = existing === folder ? "exists and can be written" : "is made at the first start";
  return { part, state: "ok", why: `${folder} ${made}` };
}

function checkOwner(dataDir: string): PartState {
  const { held, info } = readLock(dataDir);
  if (!held)
    return { part: "bot", state: "off", why: "not running", fix: "Start it with npm start." };
  const since = info
    ? ` since ${new Date(info.startedAt).toISOString()} as process ${info.pid}`
    : "";
  return { part: "bot", state: "ok", why: `running${since}` };
}

async function checkRecords(dataDir: string): Promise<PartState> {
  const part = "records";
  try {
    const state = inspectRecords(join(dataDir, "records.db"));
    if (!state) return { part, state: "ok", why: "empty: made at the first start" };
    const { people, leads, deals, waiting, failed, pending } = state;
    const held = `${people} people, ${leads} leads, ${deals} deals`;
    const queues = `waiting: ${waiting.inbox} events, ${waiting.outbox} messages, ${waiting.jobs} jobs`;
    const lost = failed.inbox + failed.outbox + failed.jobs;
    const why = `${held}; ${queues}; given up: ${lost}${pending ? `; ${pending} migrations to apply` : ""}`;
    return { part, state: "ok", why };
  } catch (error) {
    return broken(part, error, "Move records.db aside or restore a backup. Nothing was changed.");
  }
}

async function checkEvents(dataDir: string): Promise<PartState> {
  const part = "event log";
  try {
    const state = await inspectEvents(join(dataDir, "events.db"));
    if (!state) return { part, state: "ok", why: "empty: made at the first start" };
    return { part, state: "ok", why: `${state.touches} touches` };
  } catch (error) {
    return broken(part, error, "Move events.db aside or restore a backup. Nothing was changed.");
  }
}

async function checkLocalChat(
  config: Config,
  { running, isConnected }: { running: boolean; isConnected: boolean },
): Promise<PartState> {
  const part = "local chat";
  if (config.localChat === "off") return { part, state: "off", why: "LOCAL_CHAT=off" };
  if (config.localChat === "auto" && isConnected) {
    return { part, state: "off", why: "a platform is connected; LOCAL_CHAT=on keeps it" };
  }
  return checkPort(part, {
    port: config.chatPort,
    host: "127.0.0.1",
    variable: "CHAT_PORT",
    running,
  });
}

async function checkPublicHttp(config: Config, running: boolean): Promise<PartState> {
  const part = "public HTTP";
  if (config.httpPort === "off") return { part, state: "off", why: "HTTP_PORT=off" };
  const { httpPort: port, httpHost: host } = config;
  return checkPort(part, { port, host, variable: "HTTP_PORT", running });
}

type Port = { port: number; host: string; variable: string; running: boolean };

async function checkPort(
  part: string,
  { port, host, variable, running }: Port,
): Promise<PartState> {
  const free = await canListen(port, host);
  if (running) return { part, state: "ok", why: `on port ${port}` };
  if (free) return { part, state: "ok", why: `port ${port} is free` };
  const fix = `Stop the other program, or set ${variable} to another port.`;
  return { part, state: "broken", why: `port ${port} is in use by another program`, fix };
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
