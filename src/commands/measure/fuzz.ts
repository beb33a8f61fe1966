// `fuzz`: bad input by the hundred thousand into every parser and endpoint, in memory; nothing of an installation is touched.
import { type Command, InvalidArgumentError } from "commander";
import type { Terminal } from "../../cli.ts";

/** Adds the words and options of `fuzz`. */
export function addFuzz(program: Command, terminal: Terminal): void {
  program
    .command("fuzz")
    .description("bad input into every parser and endpoint: crashes, hangs and the slowest of each")
    .option("--inputs <count>", "in all, shared by all targets", toCount, 100_000)
    .option("--seed <number>", "the same seed makes the same inputs", toCount, 1)
    .option("--only <words>", "only targets whose name has these words in it")
    .option("--json", "print one JSON object")
    .action((options: Flags) => runFuzz(terminal, options));
}

type Flags = { inputs: number; seed: number; only?: string; json?: boolean };

async function runFuzz(terminal: Terminal, { json = false, ...options }: Flags): Promise<void> {
  const { fuzz } = await import("../../../bench/fuzz.ts");
  const report = await fuzz({ ...options, note: terminal.note });
  if (json) terminal.json(report);
  else terminal.print(JSON.stringify(report, undefined, 2));
  if (report.crashes + report.hangs > 0) process.exitCode = 1;
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1)
    throw new InvalidArgumentError("Give a whole number.");
  return count;
}
