// A write command typed here: run wherever the data folder is owned, its result printed.
import type { Terminal } from "../../cli.ts";
import { createLog } from "../../log.ts";
import { runWrite } from "./run-write.ts";

/** Runs a write command and prints its result, as one JSON object or as these lines. */
export async function write(
  terminal: Terminal,
  command: string,
  { json, ...args }: { json?: boolean } & Record<string, unknown>,
  toLine: (result: Record<string, unknown>) => string,
): Promise<void> {
  const log = createLog({ level: "warn" });
  const result = await runWrite({ command, args }, { config: terminal.config(), log });
  if (json) terminal.json(result);
  else terminal.print(toLine(result as Record<string, unknown>));
}
