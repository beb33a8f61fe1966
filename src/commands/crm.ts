// `crm check`: whether CRMs answer and mappings fit. `crm dry-run`: what would be written now. `crm sync --first`: read
// everything a CRM has.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";
import type { SyncProgress } from "../core/pipeline/write-back/coming-in/first-sync.ts";
import { runWrite } from "./write/run-write.ts";

/** Adds the words and options of `crm`. */
export function addCrm(program: Command, terminal: Terminal): void {
  const crm = program
    .command("crm")
    .description("write-back to HubSpot, Salesforce, Bitable, REST");
  crm
    .command("check")
    .description("whether each CRM answers, and each mapped field is there")
    .option("--json", "print one JSON object")
    .action((options) => runCheck(terminal, options));
  crm
    .command("dry-run")
    .description("what would be written now, field by field; writes nothing")
    .option("--json", "print one JSON object")
    .action((options) => runDry(terminal, options));
  crm
    .command("sync")
    .description("read everything the CRM has; interrupted, it goes on where it was")
    .requiredOption("--first", "the first sync; later changes come by themselves")
    .option("--crm <name>", "which, where several are connected")
    .option("--json", "print one JSON object")
    .action((options) => runSync(terminal, options));
}

type Flags = { json?: boolean; crm?: string };

async function runCheck(terminal: Terminal, { json = false }: Flags): Promise<void> {
  const { checkCrm, toCheckLines } = await import("./crm/report-crm.ts");
  const report = await checkCrm(terminal.config());
  if (json) terminal.json(report);
  else for (const line of toCheckLines(report)) terminal.print(line);
  if (!report.ok) process.exitCode = 1;
}

async function runDry(terminal: Terminal, { json = false }: Flags): Promise<void> {
  const { dryRunCrm, toDryLines } = await import("./crm/report-crm.ts");
  const report = await dryRunCrm(terminal.config());
  if (json) terminal.json(report);
  else for (const line of toDryLines(report)) terminal.print(line);
}

async function runSync(terminal: Terminal, { json = false, crm }: Flags): Promise<void> {
  const onProgress = (line: unknown) => terminal.note(toLine(line as SyncProgress));
  const { config, log } = terminal;
  const args = crm ? { crm } : {};
  const options = { config: config(), log: log(), onProgress };
  const report = await runWrite({ command: "crm.sync", args }, options);
  if (json) terminal.json(report as object);
  else for (const line of (report as { kinds: SyncProgress[] }).kinds) terminal.print(toLine(line));
}

function toLine({
  crm,
  kind,
  done,
  read,
  linked,
  created,
  changed,
  unknown,
}: SyncProgress): string {
  const counts = `${read} read, ${linked} linked (${created} new), ${changed} changed, ${unknown} left out`;
  return `${crm} ${kind}: ${counts}${done ? ", done" : " …"}`;
}
