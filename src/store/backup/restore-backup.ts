// Puts a backup in a data folder: unpacked and proven beside what is there, then put in its place.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { Refused } from "../../core/errors.ts";
import { socketPathFor } from "../command-socket/socket.ts";
import { connect } from "../event-log/db.ts";
import { toWriteError } from "../event-log/errors.ts";
import { gatherForgotten, markDue } from "../forgotten.ts";
import { acquireLock } from "../process-lock.ts";
import { migrate } from "../records/migrate.ts";
import { migrationNames } from "../records/schema-engine.ts";
import { syncFolder } from "../sync-folder.ts";
import { toDiskRefusal } from "./disk-refusal.ts";
import { type Manifest, manifestName, refuseNewer } from "./manifest.ts";
import { unpackArchive } from "./read-archive.ts";
import { countTouches, inspectCopy } from "./snapshot.ts";

export type RestoreOptions = {
  file: string;
  dataDir: string;
  /** Also where the folder holds something, which is then put aside. */
  force?: boolean;
  /** A further folder that may know who was forgotten since, beside the archive's and the data folder itself. */
  knowing?: string;
  version: string;
  now: number;
};

export type RestoreReport = Pick<Manifest, "takenAt" | "version" | "counts"> & {
  dataDir: string;
  files: number;
  /** Migrations applied to what an older version wrote. */
  migrated: string[];
  /** Messages that may have been sent since the backup was taken: looked for before they are sent. */
  unsure: number;
  /** Of how many people and customers it has to forget what is theirs: the next start does, before all else. */
  toForget: number;
  /** Where what was there is now; undefined where the folder was empty. */
  replaced?: string;
};

/**
 * Throws Refused: `data_in_use` while a bot runs there, `folder_not_empty`, `backup_missing`, `backup_damaged`,
 * `data_newer`, `restore_unwritable`. Until everything is proven the folder stays as it was.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const dataDir = resolve(options.dataDir);
  const { file, force = false, version, now } = options;
  const socket = socketPathFor(dataDir);
  const lock = acquireLock(dataDir, { pid: process.pid, startedAt: now, socket });
  const stage = join(dataDir, ".restoring");
  try {
    const old = readdirSync(dataDir).filter((name) => !isLeftAlone(name));
    if (old.length > 0 && !force) throw notEmpty(dataDir);
    rmSync(stage, { recursive: true, force: true });
    mkdirSync(stage, { mode: 0o700 });
    const manifest = await unpackArchive(resolve(file), stage);
    refuseNewer(manifest, { version, migrations: migrationNames() });
    const proven = await prove(stage, manifest, now);
    const knowing = [
      dataDir,
      dirname(resolve(file)),
      ...(options.knowing ? [options.knowing] : []),
    ];
    const toForget = await gatherForgotten(knowing, stage);
    if (toForget > 0) markDue(stage);
    const replaced = putAside(old, { dataDir, now });
    moveIn(stage, dataDir);
    syncFolder(dataDir);
    const { takenAt, counts } = manifest;
    const files = manifest.files.length;
    const done = {
      dataDir,
      takenAt,
      version: manifest.version,
      files,
      counts,
      toForget,
      ...proven,
    };
    return replaced ? { ...done, replaced } : done;
  } catch (error) {
    const todo = "Make room on its disk for the backup unpacked, and run restore again.";
    throw toDiskRefusal(error, { code: "restore_unwritable", what: dataDir, todo });
  } finally {
    rmSync(stage, { recursive: true, force: true });
    lock.release();
  }
}

/** What this process works with, and what restoring must not put away: backups, and what was put away before. */
function isLeftAlone(name: string): boolean {
  return /^(ringside\.(lock|sock)|ringside-forgotten\.jsonl$|backups$|last-backup\.json|\.restoring$|\.replaced-)/.test(
    name,
  );
}

function notEmpty(dataDir: string): Refused {
  const todo =
    "Give another folder with --to, or add --force: what is there is put aside, not deleted.";
  return new Refused("folder_not_empty", `${dataDir} is not empty. ${todo}`);
}

/** Both databases whole, with the rows they had, at today's schema, and ready to go on from then. */
async function prove(
  stage: string,
  { counts, takenAt }: Manifest,
  now: number,
): Promise<Pick<RestoreReport, "migrated" | "unsure">> {
  const records = join(stage, "records.db");
  const events = join(stage, "events.db");
  if (!existsSync(records)) throw unlike("records.db");
  const found: Record<string, number> = { ...inspectCopy(records).counts };
  if (existsSync(events)) {
    found.touches = await countTouches(events);
    await setWal(events);
  }
  const other = Object.keys(counts).find((table) => counts[table] !== found[table]);
  if (other) throw unlike(other);
  const { applied } = await migrate(records);
  return { migrated: applied, unsure: markUnsure(records, { takenAt, now }) };
}

function unlike(what: string): Refused {
  const why = `${what} is not as its manifest says`;
  return new Refused("backup_damaged", `The backup is damaged: ${why}. Nothing was changed.`);
}

/** As the log is made: a copy forgets how it was written to. */
async function setWal(events: string): Promise<void> {
  const database = await connect(events, "write", (error) => toWriteError(events, error));
  await database.exec("PRAGMA journal_mode = WAL").finally(() => database.close());
}

/**
 * What waited when the backup was taken may have left since. As after a crash it counts as on its way: the sender
 * looks for it on Slack, leaves it to Lark's idempotency within the hour, and else says "maybe sent".
 */
function markUnsure(records: string, { takenAt, now }: { takenAt: number; now: number }): number {
  const database = new Database(records);
  try {
    const update = `UPDATE OutboxMessage SET state = 'sending', triedAt = COALESCE(triedAt, ?)
      WHERE state IN ('queued', 'sending') AND nextAt <= ?`;
    return database.prepare(update).run(takenAt, now).changes;
  } finally {
    database.close();
  }
}

/** Moved, not deleted: a restore of the wrong backup can be undone by hand. */
function putAside(
  names: string[],
  { dataDir, now }: { dataDir: string; now: number },
): string | undefined {
  if (names.length === 0) return undefined;
  const aside = join(
    dataDir,
    `.replaced-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, "")}`,
  );
  mkdirSync(aside, { mode: 0o700 });
  for (const name of names) renameSync(join(dataDir, name), join(aside, name));
  return aside;
}

/** The records last: killed before, the folder has none, and restoring again puts it right. */
function moveIn(stage: string, dataDir: string): void {
  rmSync(join(stage, manifestName));
  const names = readdirSync(stage).filter((name) => name !== "records.db");
  for (const name of [...names, "records.db"]) {
    renameSync(join(stage, name), join(dataDir, name));
  }
}
