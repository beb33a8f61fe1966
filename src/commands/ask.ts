// `ask`: a question to the data as one person may ask it, answered with its sample, definition and the query that was run.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";
import { createLog } from "../log.ts";
import type { AskReport } from "./ask/report-answer.ts";

/** Adds the words and options of `ask`. */
export function addAsk(program: Command, terminal: Terminal): void {
  program
    .command("ask")
    .description("a question to the data, as one person may ask it; changes nothing")
    .argument("<question>", "such as “win rate by source last quarter”")
    .requiredOption("--as <person>", "who asks: a name, e-mail or id")
    .option("--json", "print one JSON object")
    .action((question: string, options: { as: string; json?: boolean }) =>
      run(terminal, question, options),
    );
}

async function run(
  terminal: Terminal,
  question: string,
  { as, json = false }: { as: string; json?: boolean },
): Promise<void> {
  const { runWrite } = await import("./write/run-write.ts");
  const report = (await runWrite(
    { command: "ask", args: { question, as } },
    { config: terminal.config(), log: createLog({ level: "warn" }) },
  )) as AskReport;
  if (json) return terminal.json(report);
  const { toLines } = await import("./ask/report-answer.ts");
  for (const line of toLines(report)) terminal.print(line);
}
