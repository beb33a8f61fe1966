// Adds, lists and takes out connections, in the process that owns the data folder.
import { setTimeout } from "node:timers/promises";
import type { ChatSurface } from "../../../chat/adapter.ts";
import { Refused } from "../../../core/errors.ts";
import type { Log } from "../../../log.ts";
import type { Ringside } from "../../../main.ts";
import {
  dropConnection,
  keepConnection,
  readConnections,
  type StoredConnection,
} from "../../../store/connections.ts";
import { createSecrets } from "../../../store/secrets.ts";
import { checkLive } from "../../live/diagnose-live.ts";
import type { LiveReport } from "../../live/line.ts";
import { surfaceOf, toApp, toWanted } from "../../start/connections.ts";
import type { ConnectArgs } from "./connect-args.ts";

/** What one connection came to. */
export type Connected = {
  id: string;
  surface: string;
  workspace: string;
  name: string;
  /** next-start: no bot runs, or it has not connected yet. */
  state: "on" | "broken" | "next-start";
  why: string;
};

/** How long the command waits for the running bot to connect. */
const connectWaitMs = 20_000;

/** Asks the platform whether the keys are good, stores them, and connects where the bot runs. */
export async function connectHere(args: ConnectArgs, ringside: Ringside): Promise<Connected> {
  const { surface, options, keys } = args;
  const { workspace, name } = await identify(args, ringside.log);
  const facts = { surface, workspace, options: { ...options, ...(name ? { name } : {}) } };
  const secrets = createSecrets(ringside.dataDir);
  refuseSharedApp({ workspace, keys }, await readConnections(ringside.records.client, secrets));
  const { id } = await keepConnection(ringside.records, secrets, { ...facts, keys });
  const kept = { id, surface, workspace, name: name ?? workspace };
  if (!ringside.isServing)
    return { ...kept, state: "next-start", why: "connects when the bot starts" };
  await ringside.unplug(id);
  const line = ringside.plug(id, await surfaceOf(toWanted({ id, ...facts, keys })));
  return { ...kept, ...(await startNow(line)) };
}

/** Two connections on one app token would take each other's events: Slack hands each event to one socket only. */
function refuseSharedApp(
  { workspace, keys }: Pick<ConnectArgs, "workspace" | "keys">,
  stored: StoredConnection[],
): void {
  const other = stored.find(
    (one) => one.workspace !== workspace && keys.appToken && one.keys?.appToken === keys.appToken,
  );
  if (!other) return;
  throw new Refused(
    "connect.shared-app",
    `${other.options.name ?? other.workspace} uses this app token already. Create an app in each workspace, from the manifest.`,
  );
}

/** Forgets a connection, which the running bot closes at once. */
export async function disconnectHere(
  { id }: { id: string },
  ringside: Ringside,
): Promise<{ removed: string; workspace: string }> {
  const { workspace } = await dropConnection(ringside.records, id);
  await ringside.unplug(id);
  return { removed: id, workspace };
}

/** Every stored connection, and what the running bot says of it. */
export async function listHere(ringside: Ringside): Promise<{ connections: Connected[] }> {
  const stored = await readConnections(ringside.records.client, createSecrets(ringside.dataDir));
  const connections = stored.map((one): Connected => {
    const { id, surface, workspace, options, problem } = one;
    const facts = { id, surface, workspace, name: options.name ?? workspace };
    if (problem) return { ...facts, state: "broken", why: problem };
    const state = ringside.plugged(id)?.state();
    if (!state) return { ...facts, state: "next-start", why: "connects when the bot starts" };
    return { ...facts, state: state.ok ? "on" : "broken", why: state.why };
  });
  return { connections };
}

async function identify(
  { check, ...args }: ConnectArgs,
  log: Log,
): Promise<{ workspace: string; name?: string }> {
  const app = toApp(args);
  if (check) return fromReport(await checkLive(app, log), args.workspace);
  if (args.workspace) return { workspace: args.workspace };
  throw new Refused(
    "connect.no-workspace",
    "Without a check nobody knows whose token this is. Name the workspace: --workspace T…",
  );
}

/** What keeps it from connecting refuses it; a permission that is missing can be added later. */
function fromReport(
  { lines, workspace, name }: LiveReport,
  expected: string,
): { workspace: string; name?: string } {
  const broken = lines.find(
    (one) => one.state === "broken" && !["scopes", "permissions"].includes(one.what),
  );
  if (broken || !workspace) {
    const why = broken
      ? `${broken.what}: ${broken.why}`
      : "The platform did not say whose keys these are.";
    throw new Refused("connect.refused", broken?.fix ? `${why} ${broken.fix}` : why);
  }
  if (expected && expected !== workspace) {
    throw new Refused(
      "connect.other-workspace",
      `These keys are of ${workspace}, not of ${expected}.`,
    );
  }
  return { workspace, ...(name ? { name } : {}) };
}

async function startNow(line: ChatSurface): Promise<Pick<Connected, "state" | "why">> {
  const late = new AbortController();
  const waited = setTimeout(connectWaitMs, "late", { signal: late.signal }).catch(() => "");
  try {
    const started = await Promise.race([line.start(), waited]).finally(() => late.abort());
    if (started === "late")
      return { state: "broken", why: "it has not answered yet; the bot goes on trying" };
    return { state: "on", why: line.state().why };
  } catch (error) {
    if (error instanceof Refused) return { state: "broken", why: error.message };
    return { state: "next-start", why: "it cannot be reached; the next start tries again" };
  }
}
