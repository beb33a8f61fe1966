// `eval ask`: how often a question is read as exactly the query that was meant, without a model, in both languages.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { printRates } from "../rates.ts";
import type { AskReport } from "./evaluate.ts";

/** Adds the words and options of `eval ask`. */
export function addAskEval(parent: Command, terminal: Terminal): void {
  parent
    .command("ask")
    .description("questions to the data: the query that is read against the one that was meant")
    .option("--file <file>", "questions as JSON lines; the shipped ones by default")
    .option("--json", "print one JSON object")
    .action(async ({ json, file }: { file?: string; json?: boolean }) => {
      const { evaluateAsk } = await import("./evaluate.ts");
      const report = await evaluateAsk(file);
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

function toLines({ questions, byLanguage, bySplit, misses, ...all }: AskReport): string[] {
  return [
    printRates(`${questions} questions`, all),
    ...Object.entries({ ...byLanguage, ...bySplit }).map(([name, rates]) =>
      printRates(`  ${name}`, rates),
    ),
    ...misses.map(({ id, text, got }) => `  ${id} ${text}: ${JSON.stringify(got)}`),
  ];
}
