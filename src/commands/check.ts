// `check`: whether a code, address, domain or number of a company holds, and what was not checked; changes nothing.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";

/** Adds the words and options of `check`. */
export function addCheck(program: Command, terminal: Terminal): void {
  program
    .command("check")
    .description("whether a code, address, domain or number of a company holds; changes nothing")
    .argument("<what...>", "a credit code, VAT number, LEI, e-mail, domain or phone number")
    .option("--offline", "ask nobody")
    .option("--json", "print one JSON object")
    .action(async (what: string[], { json = false, offline = false }: Flags) => {
      const { reportCheck, toCheckLines } = await import("./check/report-check.ts");
      const report = await reportCheck(what.join(" "), { config: terminal.config(), offline });
      if (json) terminal.json(report);
      else for (const line of toCheckLines(report)) terminal.print(line);
      if (!report.holds) process.exitCode = 1;
    });
}

type Flags = { json?: boolean; offline?: boolean };
