// The command line as a process of its own, and the bot as another.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { programOf } from "../helpers/program.ts";

const cli = new URL("../../src/cli.ts", import.meta.url);

export type Env = Record<string, string>;
export type Run = { code: number | null; out: string; err: string };
export type Bot = {
  pid: number | undefined;
  /** Everything it has written so far. */
  said(): string;
  /** Resolves once it has written this. */
  says(text: string): Promise<void>;
  /** Resolves with how it ended. */
  stop(): Promise<number | null>;
};

/** `byTsx`: as npm runs it, which takes 3 s of processor time more. */
async function launch(args: string[], env: Env, byTsx = false): Promise<ChildProcess> {
  const program = byTsx ? ["--import", "tsx", fileURLToPath(cli)] : [await programOf(cli)];
  const ports = { CHAT_PORT: "0", HTTP_PORT: "0" };
  const child = spawn(process.execPath, [...program, ...args], {
    env: { PATH: process.env.PATH, ...ports, ...env },
  });
  // None outlives the tests, whatever became of them.
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  child.once("close", () => process.off("exit", end));
  return child;
}

/** Runs one command to its end; `input` is its standard input. */
export async function runCli(args: string[], env: Env, input = ""): Promise<Run> {
  const child = await launch(args, env);
  const texts = { out: "", err: "" };
  child.stdout?.on("data", (chunk) => {
    texts.out += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    texts.err += chunk;
  });
  child.stdin?.end(input);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, ...texts };
}

/** Starts the bot; resolves when it takes commands. */
export async function startBot(env: Env, { byTsx = false } = {}): Promise<Bot> {
  const child = await launch(["start"], { LOG_LEVEL: "debug", ...env }, byTsx);
  let said = "";
  let look = (): void => {};
  const ended = once(child, "close").then(() => look());
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      said += chunk;
      look();
    });
  }
  const bot: Bot = {
    pid: child.pid,
    said: () => said,
    says: (text) =>
      new Promise((resolve, reject) => {
        look = () => {
          if (said.includes(text)) resolve();
          else if (child.exitCode !== null) reject(new Error(said));
        };
        look();
      }),
    async stop() {
      child.kill("SIGTERM");
      await ended;
      return child.exitCode;
    },
  };
  await bot.says("Health, metrics and API");
  return bot;
}
