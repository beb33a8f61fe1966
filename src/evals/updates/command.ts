// `eval updates`: how well an update in a sentence is understood, without a model, in both languages.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { printRates, type Rates } from "../rates.ts";
import type { UpdatesReport } from "./evaluate.ts";

/** Adds the words and options of `eval updates`. */
export function addUpdatesEval(parent: Command, terminal: Terminal): void {
  parent
    .command("updates")
    .description("updates in one sentence: what is understood against what was stated")
    .option("--file <file>", "cases as JSON lines; the shipped ones by default")
    .option("--json", "print one JSON object")
    .action(async ({ json, file }: { file?: string; json?: boolean }) => {
      const { evaluateUpdates } = await import("./evaluate.ts");
      const report = await evaluateUpdates(file);
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

function toLines({ cases, byField, byLang, split, misses, ...all }: UpdatesReport): string[] {
  return [
    printRates(`${cases} cases`, all),
    ...Object.entries(byLang).map(([name, rates]) => printRates(`  ${name}`, rates)),
    ...Object.entries<Rates>(split ?? {}).map(([name, rates]) => printRates(`  ${name}`, rates)),
    ...Object.entries(byField).map(([name, rates]) => printRates(`  ${name}`, rates)),
    ...misses.map(
      ({ id, field, expected, got }) => `  ${id} ${field}: ${expected ?? "–"}, read ${got ?? "–"}`,
    ),
  ];
}
