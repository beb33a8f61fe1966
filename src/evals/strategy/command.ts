// `eval strategy`: how often does the test of a claim say "supported" of nothing, and how often does it see what is there?
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";

/** Adds the words and options of `eval strategy`. */
export function addStrategyEval(parent: Command, terminal: Terminal): void {
  parent
    .command("strategy")
    .description("the test of strategies on invented teams whose truth is known")
    .option("--runs <number>", "invented histories for each question", "300")
    .option("--json", "print one JSON object")
    .action(async ({ runs, json }: { runs: string; json?: boolean }) => {
      const { evaluateStrategy, toLine } = await import("./evaluate.ts");
      const report = evaluateStrategy({ runs: Number(runs), note: terminal.note });
      if (json) return terminal.json(report);
      for (const row of report.scenarios) terminal.print(toLine(row));
      for (const note of report.notes) terminal.print(note);
    });
}
