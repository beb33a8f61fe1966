// `discover`: what goes with winning, which paths are unusual and who is slipping away; of this installation, or of files.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";
import { createLog } from "../log.ts";
import type { DiscoverReport } from "./discover/report.ts";

type Files = { touches?: string | undefined; deals?: string | undefined };
type Flags = Files & { json?: boolean };

/** Adds the words and options of `discover`. */
export function addDiscover(program: Command, terminal: Terminal): void {
  program
    .command("discover")
    .description("what goes with winning, unusual paths, who is slipping away; with intervals")
    .option("--touches <file>", "touches, one JSON object per line, instead of this installation's")
    .option("--deals <file>", "deals with account or contact, outcome, openedAt, closedAt")
    .option("--json", "print one JSON object")
    .action((flags: Flags) => run(terminal, flags));
}

async function run(terminal: Terminal, { touches, deals, json = false }: Flags): Promise<void> {
  terminal.note("Comparing deals, paths and silences …");
  const report = await (touches || deals
    ? discoverFiles({ touches, deals })
    : discoverInstallation(terminal));
  if (json) return terminal.json(report);
  const { toLines } = await import("./discover/report.ts");
  for (const line of toLines(report)) terminal.print(line);
}

async function discoverFiles(files: Files) {
  const { reportOnFiles } = await import("./discover/report.ts");
  return reportOnFiles(files);
}

async function discoverInstallation({ config }: Terminal): Promise<DiscoverReport> {
  const { runWrite } = await import("./write/run-write.ts");
  const found = await runWrite(
    { command: "discover", args: {} },
    { config: config(), log: createLog({ level: "warn" }) },
  );
  return found as DiscoverReport;
}
