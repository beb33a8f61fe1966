// The outside's process as the measuring process sees it.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, AskName, Asks } from "./wire.ts";

export type Outside = {
  ask<Name extends AskName>(name: Name, ask: Asks[Name]["ask"]): Promise<Asks[Name]["answer"]>;
  close(): Promise<void>;
};

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

/** Starts it; several things may be asked at a time. */
export function startOutside(): Outside {
  const program = fileURLToPath(new URL("outside-process.ts", import.meta.url));
  const child = fork(program, [], { execArgv: ["--import", "tsx"] });
  const exited = once(child, "exit");
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  child.on("message", (told: Answer) => {
    const one = waiting.get(told.id);
    waiting.delete(told.id);
    if ("failed" in told) one?.reject(new Error(`The outside failed: ${told.failed}`));
    else one?.resolve(told.answer as never);
  });
  child.once("exit", () => {
    for (const { reject } of waiting.values()) reject(new Error("The outside's process ended."));
  });
  return {
    ask: (name, ask) =>
      new Promise((resolve, reject) => {
        asked += 1;
        waiting.set(asked, { resolve, reject });
        child.send({ id: asked, name, ask });
      }),
    async close() {
      if (child.exitCode !== null) return;
      child.kill();
      await exited;
    },
  };
}
