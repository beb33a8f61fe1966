// The lives of the bot: started as a process of its own, ready when it says so itself, killed, and started again.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BotTold } from "./wire.ts";

export type BotOptions = {
  dataDir: string;
  port: number;
  aheadMs: number;
  secret: string;
  /** How many apps it connects. */
  connections: number;
};

/** Resident memory of a life, so long after it was ready; `at` is the measuring process's own time in ms. */
export type Sample = { life: number; at: number; ageMs: number; rss: number };

export type Bot = {
  base: string;
  /** Starts a life; resolves when it answers that it is ready, to how long that took in ms. */
  start(): Promise<number>;
  /** Starts a life that is killed after so long, ready or not. */
  startAndKill(afterMs: number): Promise<void>;
  kill(): Promise<void>;
  /** Asks it to stop as a supervisor does; false when it had to be killed. */
  stop(): Promise<boolean>;
  /** Bytes in use on its heap after a full collection. */
  heap(): Promise<number>;
  samples: Sample[];
  /** What it logged, and how often. */
  logged: Map<string, number>;
};

const readyMs = 60_000;
const stopMs = 30_000;
const askEveryMs = 100;
const program = fileURLToPath(new URL("bot.ts", import.meta.url));

export function createBot(options: BotOptions): Bot {
  const base = `http://127.0.0.1:${options.port}`;
  const samples: Sample[] = [];
  const logged = new Map<string, number>();
  let child: ChildProcess | undefined;
  let life = 0;
  let readyAt: number | undefined;

  const spawn = (): ChildProcess => {
    life += 1;
    readyAt = undefined;
    const number = life;
    const born = forkBot(options);
    born.on("message", (told: BotTold) => {
      if (!("rss" in told) || readyAt === undefined) return;
      const at = performance.now();
      samples.push({ life: number, at, ageMs: at - readyAt, rss: told.rss });
    });
    keepLog(born, logged);
    child = born;
    return born;
  };
  const kill = async () => {
    const dying = child;
    child = undefined;
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return;
    const exited = once(dying, "exit");
    dying.kill("SIGKILL");
    await exited;
  };
  return {
    ...{ base, samples, logged, kill },
    stop: () => (child ? endInPeace(child).finally(kill) : Promise.resolve(true)),
    async start() {
      const began = performance.now();
      const born = spawn();
      await Promise.all([untilReady(base, born), untilConnected(born, options.connections)]);
      readyAt = performance.now();
      return readyAt - began;
    },
    async startAndKill(afterMs) {
      spawn();
      await setTimeout(afterMs);
      await kill();
    },
    heap: () => (child ? askHeap(child) : Promise.reject(new Error("No bot is running."))),
  };
}

async function endInPeace(bot: ChildProcess): Promise<boolean> {
  const exited = once(bot, "exit").then(() => true);
  bot.send("stop");
  return Promise.race([exited, setTimeout(stopMs, false, { ref: false })]);
}

async function askHeap(bot: ChildProcess): Promise<number> {
  const answer = new Promise<number>((resolve) => {
    const hear = (told: BotTold) => {
      if (!("heap" in told)) return;
      bot.off("message", hear);
      resolve(told.heap);
    };
    bot.on("message", hear);
  });
  bot.send("heap");
  return answer;
}

/** With nothing of the caller's environment: their .env is about another installation. */
function forkBot({ dataDir, port, aheadMs, secret }: BotOptions): ChildProcess {
  const env = {
    ...{ DATA_DIR: dataDir, HTTP_PORT: String(port), LOCAL_CHAT: "off", SAMPLE_TEAM: "off" },
    SOURCE_WEBHOOK_SECRET: secret,
  };
  return fork(program, [String(aheadMs)], {
    ...{ env, execArgv: ["--expose-gc", "--import", "tsx"] },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

async function untilReady(base: string, child: ChildProcess): Promise<void> {
  for (const end = performance.now() + readyMs; performance.now() < end; ) {
    if (child.exitCode !== null) throw new Error(`The bot ended with ${child.exitCode}.`);
    const isReady = await fetch(`${base}/readyz`).then(
      (response) => response.arrayBuffer().then(() => response.ok),
      () => false,
    );
    if (isReady) return;
    await setTimeout(askEveryMs);
  }
  throw new Error("The bot did not become ready.");
}

/** It says a line for each app that is connected. */
function untilConnected(child: ChildProcess, connections: number): Promise<void> {
  let connected = 0;
  return new Promise((resolve, reject) => {
    child.on("message", (told: BotTold) => {
      if ("said" in told && /^(slack|lark): /.test(told.said)) connected += 1;
      if (connected === connections) resolve();
    });
    child.once("exit", () => reject(new Error("The bot ended.")));
  });
}

/** Counts what it says of itself by its sentence and its error; what is no log line is kept whole. */
function keepLog({ stderr }: ChildProcess, logged: Map<string, number>): void {
  if (!stderr) return;
  createInterface({ input: stderr }).on("line", (line) => {
    const said = toSentence(line);
    logged.set(said, (logged.get(said) ?? 0) + 1);
  });
}

type Line = { level?: string; msg?: string; kind?: string; err?: { message?: string } };

function toSentence(line: string): string {
  try {
    const { level, msg = "", kind = "", err } = JSON.parse(line) as Line;
    return [level, msg, kind, err?.message?.slice(0, 200)].filter(Boolean).join(": ");
  } catch {
    return line.slice(0, 300);
  }
}
