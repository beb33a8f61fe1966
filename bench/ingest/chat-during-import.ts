// How long chat waits for its acknowledgements while a million touches are imported into the same bot.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type DuringImport = {
  touches: number;
  importSeconds: number;
  /** Until every consumer of the log had come to its end. */
  caughtUpSeconds: number;
  messages: number;
  ackP50Ms: number;
  ackP99Ms: number;
  ackMaxMs: number;
};

/** Somebody writes this often, from outside the bot's process. */
const everyMs = 25;
const visitors = 20_000;

/** Imports so many touches of twenty thousand visitors, one in fifty with an address, while somebody keeps writing. */
export async function measureChatDuringImport(touches: number): Promise<DuringImport> {
  const folder = await mkdtemp(join(tmpdir(), "ringside-during-"));
  try {
    const file = join(folder, "touches.jsonl");
    await writeTouches(file, touches);
    return await measure(file, folder, touches);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeTouches(file: string, touches: number): Promise<void> {
  const out = createWriteStream(file);
  const start = Date.now() - 60 * 86_400_000;
  for (let index = 0; index < touches; index += 1) {
    const visitor = (index * 7_919) % visitors;
    const who = visitor % 50 === 0 ? { email: `v${visitor}@company${visitor % 400}.example` } : {};
    const touch = {
      ...{ id: `t${index}`, type: "page.view", anonymousId: `cookie-${visitor}` },
      ...{ at: new Date(start + index * 5).toISOString(), source: "web" },
      props: { page: "pricing", who },
    };
    if (!out.write(`${JSON.stringify(touch)}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
}

const entry = fileURLToPath(new URL("./import-beside-chat.ts", import.meta.url));

async function measure(file: string, folder: string, touches: number): Promise<DuringImport> {
  const command = ["--import", "tsx", entry, file, join(folder, "data")];
  const bot = spawn(process.execPath, command, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: bot.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => String((await lines.next()).value ?? "");
  try {
    const port = Number(await next());
    const began = performance.now();
    let isOver = false;
    const writing = write(port, () => isOver);
    const imported = JSON.parse(await next()) as { stored: number };
    const importSeconds = (performance.now() - began) / 1_000;
    await next();
    const caughtUpSeconds = (performance.now() - began) / 1_000;
    isOver = true;
    if (imported.stored !== touches) throw new Error(`${imported.stored} of ${touches} stored.`);
    const seconds = {
      importSeconds: round(importSeconds),
      caughtUpSeconds: round(caughtUpSeconds),
    };
    return { touches, ...seconds, ...summarise(await writing) };
  } finally {
    bot.stdin.end();
    if (bot.exitCode === null) await once(bot, "exit");
  }
}

/** Writes on a beat, whether the last was acknowledged or not. */
async function write(port: number, isOver: () => boolean): Promise<number[]> {
  const waits: Promise<number>[] = [];
  while (!isOver()) {
    waits.push(say(port, waits.length));
    await setTimeout(everyMs);
  }
  return Promise.all(waits);
}

async function say(port: number, number: number): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: String(number) });
  await answer.text();
  if (!answer.ok) throw new Error(`A message was answered ${answer.status}.`);
  return performance.now() - began;
}

function summarise(waits: number[]) {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { messages: waits.length, ackP50Ms: at(0.5), ackP99Ms: at(0.99), ackMaxMs: at(1) };
}

const round = (value: number) => Math.round(value * 10) / 10;
