// The command line as a process of its own, and the bot as another.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

const cli = new URL("../../src/cli.ts", import.meta.url).pathname;

export type Env = Record<string, string>;
export type Run = { code: number | null; out: string; err: string };
export type Bot = {
  /** Everything it has written so far. */
  said(): string;
  /** Resolves once it has written this. */
  says(text: string): Promise<void>;
  stop(): Promise<void>;
};

function launch(args: string[], env: Env): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", cli, ...args], {
    env: { PATH: process.env.PATH, ...env },
  });
}

/** Runs one command to its end; `input` is its standard input. */
export async function runCli(args: string[], env: Env, input = ""): Promise<Run> {
  const child = launch(args, env);
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
export async function startBot(env: Env): Promise<Bot> {
  const child = launch(["start"], { LOG_LEVEL: "debug", ...env });
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
    },
  };
  await bot.says("Health, metrics and API");
  return bot;
}
