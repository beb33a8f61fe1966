// The crowd's process as the bot's process sees it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, AskName, Asks } from "./wire.ts";

export type Crowd = {
  ask<Name extends AskName>(name: Name, ask: Asks[Name]["ask"]): Promise<Asks[Name]["answer"]>;
  close(): Promise<void>;
};

/** Starts it; one thing is asked at a time. */
export function startCrowd(): Crowd {
  const program = fileURLToPath(new URL("crowd-process.ts", import.meta.url));
  const child = fork(program, [], { execArgv: ["--import", "tsx"] });
  const exited = once(child, "exit");
  const crowd: Crowd = {
    async ask(name, ask) {
      child.send({ name, ask });
      const told = await Promise.race([once(child, "message"), exited]);
      const answer = told[0] as Answer | number | null;
      if (typeof answer !== "object" || !answer) throw new Error("The crowd's process ended.");
      if ("failed" in answer) throw new Error(`The crowd failed: ${answer.failed}`);
      return answer.answer as never;
    },
    async close() {
      if (child.exitCode !== null) return;
      await crowd.ask("stop", {}).catch(() => {});
      child.kill();
      await exited;
    },
  };
  return crowd;
}
