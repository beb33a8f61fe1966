// One archive of everything an installation keeps, taken while it runs: records first, then the log, then files.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Refused } from "../../core/errors.ts";
import { gatherForgotten } from "../forgotten.ts";
import { syncFolder } from "../sync-folder.ts";
import { toDiskRefusal } from "./disk-refusal.ts";
import { noteBackup } from "./last-backup.ts";
import type { Manifest } from "./manifest.ts";
import { copyEvents, copyRecords, countTouches, inspectCopy } from "./snapshot.ts";
import { writeArchive } from "./write-archive.ts";

export type BackupOptions = {
  dataDir: string;
  /** A file that is not there yet, or a folder; by default `backups` in the data folder. */
  to?: string | undefined;
  version: string;
  now: number;
  signal?: AbortSignal;
};

export type BackupReport = Pick<Manifest, "takenAt" | "counts"> & {
  file: string;
  bytes: number;
  files: number;
};

/**
 * Writes the archive (a gzipped tar, for its owner alone) under another name first, so that one that is there is whole.
 * Throws Refused `nothing_to_back_up`, `backup_exists`, `backup_unwritable` or what is wrong with a database.
 */
export async function takeBackup(options: BackupOptions): Promise<BackupReport> {
  const dataDir = resolve(options.dataDir);
  if (!existsSync(join(dataDir, "records.db"))) {
    const todo = "Set DATA_DIR to the folder that Ringside keeps its data in.";
    throw new Refused("nothing_to_back_up", `${dataDir} holds no records. ${todo}`);
  }
  const file = placeOf({ ...options, dataDir });
  const stage = makeStage(dirname(file));
  try {
    const copies = await copyDatabases(dataDir, stage);
    const manifest = { ...copies, takenAt: options.now, version: options.version };
    const draft = join(stage, "archive");
    const files = await writeArchive(draft, { dataDir, stage, manifest, signal: options.signal });
    await rename(draft, file);
    syncFolder(dirname(file));
    const { size: bytes } = await stat(file);
    const folder = dirname(file);
    await gatherForgotten([dataDir], folder);
    await noteBackup(dataDir, { takenAt: options.now, bytes, folder });
    return { file, bytes, files: files.length, takenAt: options.now, counts: copies.counts };
  } catch (error) {
    throw toRefusal(error, file);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function placeOf({ dataDir, to = join(dataDir, "backups") + sep, now }: BackupOptions): string {
  const isFolder = /[\\/]$/.test(to) || statSync(to, { throwIfNoEntry: false })?.isDirectory();
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, "");
  const file = resolve(isFolder ? join(to, `ringside-${stamp}.tar.gz`) : to);
  if (!existsSync(file)) return file;
  throw new Refused("backup_exists", `${file} is there already. Give another name, or a folder.`);
}

const stagePrefix = ".ringside-backup-";

/** Beside the archive, so that it only has to be renamed. What a killed backup left there goes. */
function makeStage(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder)) {
      const [, pid] = name.split(stagePrefix);
      if (pid && !isOther(Number(pid))) rmSync(join(folder, name), { recursive: true });
    }
    const stage = join(folder, stagePrefix + process.pid);
    mkdirSync(stage, { mode: 0o700 });
    return stage;
  } catch (error) {
    throw toRefusal(error, folder);
  }
}

/** Another process, and alive. In a container our own number may well have been that of one before. */
function isOther(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one all the same.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A copy that is not whole ends the backup: better none than one that cannot be restored. */
async function copyDatabases(dataDir: string, stage: string) {
  copyRecords(join(dataDir, "records.db"), join(stage, "records.db"));
  const { counts, migrations } = inspectCopy(join(stage, "records.db"));
  if (!existsSync(join(dataDir, "events.db"))) return { counts, migrations };
  await copyEvents(join(dataDir, "events.db"), join(stage, "events.db"));
  const touches = await countTouches(join(stage, "events.db"));
  return { counts: { ...counts, touches }, migrations };
}

function toRefusal(error: unknown, file: string): unknown {
  const todo = "Free space there, or give another place with --to. There is no new backup.";
  return toDiskRefusal(error, { code: "backup_unwritable", what: basename(file), todo });
}
