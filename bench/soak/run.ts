// One soak: the company made, the bot living and dying beside people who do not stop, then everything counted.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { createCalendar } from "../../src/calendar.ts";
import { createLog } from "../../src/log.ts";
import { openRingside } from "../../src/main.ts";
import { createRandom, type Random } from "../../src/sample/random.ts";
import { account, type Findings } from "./account.ts";
import { findWaiting, openBooks } from "./books.ts";
import { createCompany } from "./company.ts";
import { type Bot, createBot } from "./life.ts";
import type { HeapSample, Quiet } from "./memory.ts";
import { type Outside, startOutside } from "./outside.ts";
import type { Ledger, Member, Platform } from "./wire.ts";

export type Options = { minutes: number; people: number; seed: number };

export type Soaked = Findings & {
  bot: Pick<Bot, "samples" | "logged">;
  ledger: Ledger;
  checked: Record<string, number>;
  members: Member[];
  quiet: Quiet;
  kills: { working: number; starting: number };
  /** How long each start took until the bot said it was ready. */
  startsMs: number[];
  drainedMs: number;
  isStoppedInPeace: boolean;
};

/** Slack by socket and by HTTP, Lark by long connection and by callbacks. */
const connections = 4;

type Note = (line: string) => void;

/** Everything that was acknowledged has so long to come to its end. */
const drainMs = 180_000;
/** Standard Webhooks wants 24 bytes or more, in base64. */
const secret = Buffer.from("a secret of the soak's website!!").toString("base64");
const dayMs = 86_400_000;
/** Nine in the morning in London at the latest, and late afternoon in Shanghai: everybody is at work. */
const startsAt = 9 * 3_600_000;

export async function soak(options: Options, note: Note): Promise<Soaked> {
  const dataDir = mkdtempSync(join(tmpdir(), "ringside-soak-"));
  const outside = startOutside();
  const aheadMs = nextWorkday() - Date.now();
  const port = await freePort();
  const bot = createBot({ dataDir, port, aheadMs, secret, connections });
  try {
    const platforms = await outside.ask("prepare", { people: options.people, aheadMs });
    const company = await makeCompany({ dataDir, platforms, aheadMs });
    return await runIn({ ...options, ...company, bot, outside, platforms, dataDir, aheadMs, note });
  } finally {
    await bot.kill();
    await outside.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The next morning on which both countries work. */
function nextWorkday(): number {
  const calendar = createCalendar();
  const isWorked = (day: string) =>
    ["Europe/London", "Asia/Shanghai"].every((zone) => calendar.isWorkday(day, zone));
  let day = Math.ceil(Date.now() / dayMs) * dayMs;
  while (!isWorked(new Date(day).toISOString().slice(0, 10))) day += dayMs;
  return day + startsAt;
}

/** It keeps the port through all its lives, as behind a proxy. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}

type Making = { dataDir: string; platforms: Platform[]; aheadMs: number };

async function makeCompany({ dataDir, platforms, aheadMs }: Making) {
  const ringside = await openRingside({
    ...{ dataDir, log: createLog({ level: "error" }), clock: () => Date.now() + aheadMs },
  });
  try {
    return await createCompany(ringside, platforms);
  } finally {
    await ringside.close();
  }
}

type Running = Options &
  Making & {
    bot: Bot;
    outside: Outside;
    members: Member[];
    apiKey: string;
    note: Note;
  };

async function runIn(running: Running): Promise<Soaked> {
  const { bot, outside, members, apiKey, seed, note } = running;
  const startsMs = [await bot.start()];
  await outside.ask("begin", { members, base: bot.base, secret, apiKey, seed });
  const kills = await liveAndDie(running, startsMs);
  const quiet = await liveInPeace(running);
  note("Over: everybody finishes what they are at …");
  const ledger = await outside.ask("end", {});
  const drainedMs = await drain(running);
  const drainedAt = Date.now() + running.aheadMs;
  const isStoppedInPeace = await bot.stop();
  return {
    ...(await count(running, { ledger, now: drainedAt })),
    ...{ startsMs, kills, quiet, drainedMs },
    isStoppedInPeace,
  };
}

/**
 * Two thirds of the time with kills, every fourth while it starts; the last third is the quiet stretch. Only the time
 * it lives counts: on a busy machine a start takes long.
 */
async function liveAndDie(
  { bot, outside, minutes, seed, note }: Running,
  startsMs: number[],
): Promise<Soaked["kills"]> {
  const random = createRandom(seed, "kills");
  const kills = { working: 0, starting: 0 };
  let leftMs = minutes * 40_000;
  for (let lifeMs = drawLife(minutes, random); lifeMs < leftMs; ) {
    await setTimeout(lifeMs);
    leftMs -= lifeMs;
    await outside.ask("up", { isUp: false });
    await bot.kill();
    kills.working += 1;
    if (kills.working % 4 === 3) {
      await bot.startAndKill(random.between(200, 2_500));
      kills.starting += 1;
    }
    startsMs.push(await bot.start());
    await outside.ask("up", { isUp: true });
    note(`killed ${kills.working + kills.starting} times …`);
    lifeMs = drawLife(minutes, random);
  }
  await setTimeout(leftMs);
  return kills;
}

/** Between two kills, in ms: 20 to 40 s; a short run has short lives. */
function drawLife(minutes: number, random: Random): number {
  return minutes < 3 ? random.between(8_000, 16_000) : random.between(20_000, 40_000);
}

/** The people go on, and nothing is killed: what memory does then. */
async function liveInPeace({ bot, minutes, note }: Running): Promise<Quiet> {
  const from = performance.now();
  const heaps: HeapSample[] = [];
  const stretchMs = minutes * 20_000;
  const everyMs = Math.max(5_000, stretchMs / 10);
  note(`${Math.round(stretchMs / 1_000)} s without kills …`);
  for (const end = performance.now() + stretchMs; performance.now() < end; ) {
    await setTimeout(Math.min(everyMs, Math.max(0, end - performance.now())));
    heaps.push({ at: performance.now(), heap: await bot.heap() });
  }
  return { from, to: performance.now(), heaps };
}

/** Until nothing waits, and still so a moment later; or until there is no hope. */
async function drain({ dataDir, aheadMs, note }: Running): Promise<number> {
  const books = openBooks(dataDir);
  const began = performance.now();
  let quiet = 0;
  try {
    while (quiet < 3 && performance.now() - began < drainMs) {
      await setTimeout(300);
      const waiting = findWaiting(books, Date.now() + aheadMs);
      quiet = waiting.length === 0 ? quiet + 1 : 0;
    }
  } finally {
    books.close();
  }
  const tookMs = performance.now() - began;
  note(`${quiet < 3 ? "Not drained" : "Drained"} after ${Math.round(tookMs / 1_000)} s`);
  return tookMs;
}

async function count(running: Running, { ledger, now }: { ledger: Ledger; now: number }) {
  const { outside, platforms, members, dataDir, bot } = running;
  const kept = await outside.ask("look", {});
  const books = openBooks(dataDir);
  try {
    return { ...account({ books, ledger, platforms, kept, now }), ledger, members, bot };
  } finally {
    books.close();
  }
}
