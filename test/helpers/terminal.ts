// A terminal for running one command in this process, and what was printed on it.
import type { Command } from "commander";
import type { Terminal } from "../../src/cli.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";

/** Lines for people, notes beside them, and the objects of `--json`. */
export type Printed = { terminal: Terminal; lines: string[]; notes: string[]; objects: unknown[] };

/** A terminal with the variables of `.env`, which keeps what is printed on it. */
export function createTestTerminal(env: Record<string, string> = {}): Printed {
  const [lines, notes]: [string[], string[]] = [[], []];
  const objects: unknown[] = [];
  const terminal: Terminal = {
    config: () => readConfig({ DATA_DIR: "/nowhere/data", ...env }),
    log: () => createLog({ level: "silent" }),
    print: (line) => void lines.push(line),
    note: (line) => void notes.push(line),
    json: (value) => void objects.push(value),
    signal: new AbortController().signal,
  };
  return { terminal, lines, notes, objects };
}

/** Runs words of a program as if typed, without its name. */
export function typeIn(program: Command, words: string[]): Promise<Command> {
  return program.parseAsync(words, { from: "user" });
}
