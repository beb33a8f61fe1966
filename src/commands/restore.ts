// `restore`: puts a backup in a data folder that nobody uses, and proves it.
import type { Command } from "commander";
import type { Terminal } from "../cli.ts";
import type { RestoreReport } from "../store/backup/restore-backup.ts";
import { version } from "./version.ts";

type Flags = { to?: string; force?: boolean; json?: boolean };

/** Adds `restore`. */
export function addRestore(program: Command, terminal: Terminal): void {
  program
    .command("restore")
    .description("put a backup in an empty data folder, after checking every byte of it")
    .argument("<file>", "what backup wrote")
    .option("--to <folder>", "another data folder than DATA_DIR")
    .option("--force", "also where there is data, which is put aside")
    .option("--json", "print one JSON object")
    .action((file: string, flags: Flags) => restore(file, terminal, flags));
}

async function restore(
  file: string,
  terminal: Terminal,
  { to, force = false, json = false }: Flags,
): Promise<void> {
  const { restoreBackup } = await import("../store/backup/restore-backup.ts");
  const dataDir = to ?? terminal.config().dataDir;
  const report = await restoreBackup({ file, dataDir, force, version, now: Date.now() });
  if (json) terminal.json({ ...report, takenAt: new Date(report.takenAt).toISOString() });
  else for (const line of toLines(report)) terminal.print(line);
}

function toLines({
  dataDir,
  takenAt,
  counts,
  unsure,
  migrated,
  replaced,
}: RestoreReport): string[] {
  const { Person = 0, Lead = 0, Deal = 0, touches = 0 } = counts;
  return [
    `${dataDir} is as it was on ${new Date(takenAt).toISOString()}: ${Person} people, ${Lead} leads, ${Deal} deals, ${touches} touches.`,
    ...(migrated.length > 0 ? [`Brought to this version by ${migrated.length} migrations.`] : []),
    ...(unsure > 0 ? [`${unsure} messages may have been sent since: looked for before sent.`] : []),
    ...(replaced ? [`What was there is in ${replaced}. Delete it when all is well.`] : []),
    "Stop the installation this came from before you start this one.",
  ];
}
