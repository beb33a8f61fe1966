// `backup`: one archive of everything Ringside keeps, taken while it runs.
import type { Command } from "commander";
import type { Terminal } from "../../cli.ts";
import { version } from "../version.ts";

type Flags = { to?: string; json?: boolean };

/** Adds `backup`. It reads only, so it works beside the bot rather than within it. */
export function addBackup(program: Command, terminal: Terminal): void {
  program
    .command("backup")
    .description("everything in one file, also while the bot runs; .env is not in it")
    .option("--to <path>", "a new file, or a folder (by default backups in the data folder)")
    .option("--json", "print one JSON object")
    .action((flags: Flags) => backUp(terminal, flags));
}

async function backUp({ config, signal, ...terminal }: Terminal, flags: Flags): Promise<void> {
  const { takeBackup } = await import("../../store/backup/take-backup.ts");
  const { to, json = false } = flags;
  const { dataDir } = config();
  terminal.note(`Copying, checking and packing ${dataDir} …`);
  const report = await takeBackup({ dataDir, to, version, now: Date.now(), signal });
  if (json) {
    terminal.json({ ...report, takenAt: new Date(report.takenAt).toISOString() });
    return;
  }
  const { Person = 0, Lead = 0, Deal = 0, touches = 0 } = report.counts;
  terminal.print(report.file);
  terminal.note(
    `${(report.bytes / 1e6).toFixed(1)} MB: ${Person} people, ${Lead} leads, ${Deal} deals, ${touches} touches, ` +
      `${report.files} files. It holds keys and customers: keep it as safe as the data, on another machine.`,
  );
}
