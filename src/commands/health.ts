// `health`: how good the data is: every metric by field, person, team and region, with numerator and denominator.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";

/** Adds the words and options of `health`. */
export function addHealth(program: Command, terminal: Terminal): void {
  program
    .command("health")
    .description("how good the data is, by field, person, team and region; changes nothing")
    .option("--json", "print one JSON object")
    .action(async ({ json = false }: { json?: boolean }) => {
      const { reportHealth, toHealthLines } = await import("./health/report-health.ts");
      const report = await reportHealth(terminal.config());
      if (json) terminal.json(report);
      else for (const line of toHealthLines(report)) terminal.print(line);
    });
}
