// `bench stage-card`: calls end at the telephony; how long until the rep's platform has the stage card, under load?
import { mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { surfaceOf } from "../src/commands/start/connections.ts";
import { openListeners } from "../src/commands/start/listeners.ts";
import { readConfig } from "../src/config.ts";
import { nearestRank } from "../src/core/statistics/quantiles.ts";
import { createLog } from "../src/log.ts";
import { openRingside, type Ringside } from "../src/main.ts";
import { createCompany } from "./stage-card/company.ts";
import { type Outside, startOutside } from "./stage-card/outside.ts";
import type { Platform, Played } from "./stage-card/wire.ts";

/** Reps, calls that end in a second, and other touches that arrive with each. */
const [people, perSecond, noise] = [300, 10, 10];
const wantedMs = 2_000;
/** Standard Webhooks wants 24 bytes or more, in base64. */
const secret = Buffer.from("a secret of the bench's telephony").toString("base64");

const dayMs = 86_400_000;
/** At noon of the next Wednesday everybody is at work: in quiet hours cards wait for the morning. */
const aheadMs = untilNoon(3) - Date.now();

function untilNoon(weekday: number): number {
  const noon = Math.ceil(Date.now() / dayMs) * dayMs + dayMs / 2;
  return noon + ((7 + weekday - new Date(noon).getUTCDay()) % 7) * dayMs;
}

/** One call for every rep, half of them on Slack and half on Lark. */
export async function benchStageCard(note: (line: string) => void): Promise<object> {
  const dataDir = mkdtempSync(join(tmpdir(), "ringside-bench-"));
  const outside = startOutside();
  try {
    const ringside = await openRingside({
      ...{ dataDir, log: createLog({ level: "error" }) },
      clock: () => Date.now() + aheadMs,
    });
    try {
      return toResult(await runIn(ringside, outside, note));
    } finally {
      await ringside.close();
    }
  } finally {
    await outside.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function runIn(
  ringside: Ringside,
  outside: Outside,
  note: (line: string) => void,
): Promise<Played> {
  const platforms = await outside.ask<Platform[]>({ name: "prepare", people });
  const calls = await createCompany(ringside, platforms);
  for (const { name, app } of platforms) {
    ringside.plug(name, await surfaceOf({ id: name, from: "env", ...app }));
  }
  const env = { LOCAL_CHAT: "off", HTTP_PORT: "0", SOURCE_WEBHOOK_SECRET: secret };
  const options = { config: readConfig(env), log: ringside.log, isConnected: true };
  const [listener] = await openListeners(ringside, options);
  try {
    await ringside.connect();
    ringside.start();
    note(`${people} calls end, ${perSecond} a second, among ${perSecond * noise} other touches …`);
    const base = listener?.url ?? "";
    return await outside.ask<Played>({
      name: "play",
      base,
      secret,
      calls,
      perSecond,
      noise,
      aheadMs,
    });
  } finally {
    await listener?.close();
  }
}

function toResult({ tookMs, noise: others, refused }: Played): object {
  const came = tookMs.filter((ms) => ms !== null);
  const at = (share: number) => Math.round((nearestRank(came, share) ?? 0) * 10) / 10;
  const p99Ms = at(0.99);
  return {
    name: "stage-card",
    machine: `${cpus().length} cores, Node.js ${process.versions.node}`,
    ours: {
      calls: tookMs.length,
      p50Ms: at(0.5),
      p99Ms,
      maxMs: at(1),
      lost: tookMs.length - came.length,
    },
    peers: { wantedP99Ms: wantedMs },
    ratios: { wantedP99: p99Ms > 0 ? Math.round((wantedMs / p99Ms) * 10) / 10 : null },
    notes: [
      "From sending the signed webhook until the emulated platform has the message, through both real SDKs; the platforms and the telephony run in a process of their own.",
      `Load: ${perSecond} calls a second, each with ${noise} page views of known customers; ${others} of those in all, ${refused} deliveries refused.`,
      "There is no peer to compare with: the measure is the 2 s that were asked for.",
    ],
  };
}
