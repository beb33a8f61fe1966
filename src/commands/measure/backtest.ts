// `backtest`: does fit foretell wins on a history somebody brings? Reads files, stores nothing.
import { type Command, Option } from "commander";
import type { Terminal } from "../../cli.ts";
import type { BacktestReport } from "./backtest/report.ts";

/** Adds the words and options of `backtest`. */
export function addBacktest(program: Command, terminal: Terminal): void {
  program
    .command("backtest")
    .description("does fit foretell wins on an imported history, and would it have won more")
    .requiredOption(
      "--data <path>",
      "leads or deals as CSV or JSON, or a folder with more beside them",
    )
    .option("--mapping <file>", "which column is what, as for import; known exports need none")
    .addOption(
      new Option("--split <how>", "learn on the earlier part, judge on the later")
        .choices(["time"])
        .default("time"),
    )
    .option("--json", "print one JSON object")
    .action(async ({ data, mapping, json = false }: Flags) => {
      const { runBacktest, toLines } = await import("./backtest/report.ts");
      terminal.note(`Reading ${data}, learning on its earlier part, judging on the later …`);
      const report: BacktestReport = await runBacktest({ from: data, mapping });
      if (json) terminal.json(report);
      else for (const line of toLines(report)) terminal.print(line);
    });
}

type Flags = { data: string; mapping?: string; json?: boolean };
