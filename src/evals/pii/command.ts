// `eval pii`: what of personal data is left in words that others will read, and what else is lost.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";

/** Adds the words and options of `eval pii`. */
export function addPiiEval(parent: Command, terminal: Terminal): void {
  parent
    .command("pii")
    .description("removal of names, numbers and amounts from scripts, on planted sentences")
    .option("--json", "print one JSON object")
    .action(async ({ json }: { json?: boolean }) => {
      const { evaluatePii } = await import("./evaluate.ts");
      const report = await evaluatePii();
      if (json) return terminal.json(report);
      for (const [name, { recall, planted, overRemoval, kept }] of Object.entries(report.sets)) {
        terminal.print(
          `${name}: recall ${recall} of ${planted}, over-removal ${overRemoval} of ${kept}`,
        );
      }
      for (const { text, left, lost } of report.misses) {
        terminal.print(
          `  ${text} | left: ${left.join(", ") || "–"} | lost: ${lost.join(", ") || "–"}`,
        );
      }
    });
}
