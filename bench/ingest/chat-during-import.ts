// How long chat waits for its acknowledgements while a million touches are imported into the same bot.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type ChatWaits, summarise, writeOnABeat } from "../chat-beat.ts";

export type DuringImport = {
  touches: number;
  importSeconds: number;
  /** Until every consumer of the log had come to its end. */
  caughtUpSeconds: number;
} & ChatWaits;

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
    const writing = writeOnABeat(port, () => isOver);
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

const round = (value: number) => Math.round(value * 10) / 10;
