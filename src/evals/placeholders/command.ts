// `eval placeholders`: how well "n/a", "待定" and 111111 are told from real values that look odd.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { printRates, type Rates } from "../rates.ts";
import type { PlaceholdersReport } from "./evaluate.ts";

/** Adds the words and options of `eval placeholders`. */
export function addPlaceholdersEval(parent: Command, terminal: Terminal): void {
  parent
    .command("placeholders")
    .description("placeholders in fields, told from real values that look odd")
    .option("--file <file>", "cases as JSON lines; the shipped ones by default")
    .option("--json", "print one JSON object")
    .action(async ({ json, file }: { file?: string; json?: boolean }) => {
      const { evaluatePlaceholders } = await import("./evaluate.ts");
      const report = await evaluatePlaceholders(file);
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

function toLines({ cases, byField, byLang, split, misses, ...all }: PlaceholdersReport): string[] {
  const groups = { ...byLang, ...split, ...byField };
  return [
    printRates(`${cases} cases`, all),
    ...Object.entries<Rates>(groups).map(([name, rates]) => printRates(`  ${name}`, rates)),
    ...misses.map(({ id, field, value, expected }) => {
      return `  ${id} ${field} "${value}": ${expected ? "a placeholder" : "meant"}`;
    }),
  ];
}
