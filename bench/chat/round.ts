// One round: the real bot in this process, with its real listeners, and the crowd in another.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { surfaceOf } from "../../src/commands/start/connections.ts";
import { openListeners } from "../../src/commands/start/listeners.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { openRingside, type Ringside } from "../../src/main.ts";
import { createCompany } from "./company.ts";
import { type Crowd, startCrowd } from "./crowd-client.ts";
import { judge, type Verdict } from "./judge.ts";
import type { Ack, Doing, Mode } from "./wire.ts";

export type Round = {
  acks: Ack[];
  doings: Doing[];
  verdicts: Record<string, Verdict>;
  /** Resident memory of the bot's process at its highest, in bytes. */
  rss: number;
  /** Processor time of the bot's process from the first event to the last message, in ms. */
  cpuMs: number;
  /** Until everything that was asked for had arrived. */
  doneMs: number;
};

type Options = { mode: Mode; people: number; note: (line: string) => void };

export async function runRound({ mode, people, note }: Options): Promise<Round> {
  const dataDir = mkdtempSync(join(tmpdir(), "ringside-bench-"));
  const crowd = startCrowd();
  try {
    const ringside = await openRingside({ dataDir, log: createLog({ level: "error" }) });
    try {
      return await runIn(ringside, crowd, { mode, people, note });
    } finally {
      await ringside.close();
    }
  } finally {
    await crowd.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function runIn(
  ringside: Ringside,
  crowd: Crowd,
  { mode, people, note }: Options,
): Promise<Round> {
  const platforms = await crowd.ask("prepare", { mode, people });
  const names = platforms.map(({ name }) => name).join(" and ");
  const members = await createCompany(ringside, platforms);
  for (const { name, app } of platforms) {
    ringside.plug(name, await surfaceOf({ id: name, from: "env", ...app }));
  }
  const [listener] = await listen(ringside);
  try {
    await ringside.connect();
    ringside.start();
    note(`${names}: sending ${people} leads at the platforms' pace …`);
    await untilIdle(ringside);
    note(`${names}: ${people} people press and type …`);
    const memory = watchMemory();
    const began = performance.now();
    const cpu = process.cpuUsage();
    const { acks, doings } = await crowd.ask("play", { base: listener?.url ?? "" });
    await untilIdle(ringside);
    const doneMs = performance.now() - began;
    const rss = memory.stop();
    const { user, system } = process.cpuUsage(cpu);
    const cpuMs = (user + system) / 1000;
    const seen = await crowd.ask("look", {});
    return { acks, doings, verdicts: await judge({ ringside, members, seen }), rss, cpuMs, doneMs };
  } finally {
    await listener?.close();
  }
}

function listen(ringside: Ringside) {
  const config = readConfig({ LOCAL_CHAT: "off", HTTP_PORT: "0" });
  return openListeners(ringside, { config, log: ringside.log, isConnected: true });
}

/** Nothing left to work on or to send, and still so a moment later. */
async function untilIdle(ringside: Ringside): Promise<void> {
  let quiet = 0;
  while (quiet < 3) {
    await setTimeout(200);
    quiet = (await countWaiting(ringside)) === 0 ? quiet + 1 : 0;
  }
}

async function countWaiting({ records: { client } }: Ringside): Promise<number> {
  const counts = await Promise.all([
    client.inboxEvent.count({ where: { state: "new" } }),
    client.outboxMessage.count({ where: { state: { in: ["queued", "sending"] } } }),
    // Jobs that come round by themselves are always queued for later.
    client.job.count({ where: { state: "queued", runAt: { lte: new Date() } } }),
    client.job.count({ where: { state: "running" } }),
  ]);
  return counts.reduce((sum, one) => sum + one, 0);
}

function watchMemory() {
  let highest = 0;
  const look = (): void => {
    highest = Math.max(highest, process.memoryUsage.rss());
  };
  look();
  const timer = setInterval(look, 100);
  return {
    stop() {
      clearInterval(timer);
      look();
      return highest;
    },
  };
}
