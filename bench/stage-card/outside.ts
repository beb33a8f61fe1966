// The outside's process as the bot's process sees it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, Ask } from "./wire.ts";

export type Outside = { ask<Result>(ask: Ask): Promise<Result>; close(): Promise<void> };

/** Starts it; one thing is asked at a time. */
export function startOutside(): Outside {
  const program = fileURLToPath(new URL("outside-process.ts", import.meta.url));
  const child = fork(program, [], { execArgv: ["--import", "tsx"] });
  const exited = once(child, "exit");
  return {
    async ask<Result>(ask: Ask) {
      child.send(ask);
      const [told] = (await Promise.race([once(child, "message"), exited])) as [Answer | number];
      if (typeof told !== "object" || told === null)
        throw new Error("The outside's process ended.");
      if ("failed" in told) throw new Error(`The outside failed: ${told.failed}`);
      return told.answer as Result;
    },
    async close() {
      child.kill();
      await exited;
    },
  };
}
