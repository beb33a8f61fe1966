// `restore`: puts a backup in a data folder that nobody uses, and proves it.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import type { Config } from "../../config.ts";
import { createLog } from "../../log.ts";
import type { RestoreReport } from "../../store/backup/restore-backup.ts";
import { version } from "../version.ts";

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
  const { restoreBackup } = await import("../../store/backup/restore-backup.ts");
  const config = terminal.config();
  const { dataDir: knowing } = config;
  const dataDir = to ?? knowing;
  const now = Date.now();
  terminal.note(`Unpacking ${file} and checking every byte of it …`);
  const report = await restoreBackup({ file, dataDir, force, knowing, version, now });
  if (report.toForget > 0) await forgetNow({ ...config, dataDir });
  if (json) terminal.json({ ...report, takenAt: new Date(report.takenAt).toISOString() });
  else for (const line of toLines(report)) terminal.print(line);
}

/** Opening it is enough. Where that fails, the next start does it before it answers anybody. */
async function forgetNow(config: Config): Promise<void> {
  const { withRingside } = await import("../write/run-here.ts");
  await withRingside({ config, log: createLog({ level: "warn" }) }, async () => {});
}

function toLines({
  dataDir,
  takenAt,
  counts,
  unsure,
  toForget,
  migrated,
  replaced,
}: RestoreReport): string[] {
  const { Person = 0, Lead = 0, Deal = 0, touches = 0 } = counts;
  return [
    `${dataDir} is as it was on ${new Date(takenAt).toISOString()}: ${Person} people, ${Lead} leads, ${Deal} deals, ${touches} touches.`,
    ...(migrated.length > 0 ? [`Brought to this version by ${migrated.length} migrations.`] : []),
    ...(unsure > 0 ? [`${unsure} messages may have been sent since: looked for before sent.`] : []),
    ...(toForget > 0
      ? [`Forgotten again, as was asked for since: ${toForget} (colleagues, customers, deletions).`]
      : []),
    ...(replaced ? [`What was there is in ${replaced}. Delete it when all is well.`] : []),
    "Stop the installation this came from before you start this one.",
  ];
}
