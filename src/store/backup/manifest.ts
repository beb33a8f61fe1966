// What a backup says about itself: the last file of the archive, so that one without it was cut short.
import { z } from "zod";
import { Refused } from "../../core/errors.ts";

/** Raised when an older Ringside could not read what this one writes. */
export const backupFormat = 1;

export const manifestName = "manifest.json";

/** A manifest as JSON holds it. */
export const manifestSchema = z.object({
  format: z.int(),
  /** Ringside's. */
  version: z.string(),
  /** Before the records were copied: what they say may have gone on from here. */
  takenAt: z.iso.datetime().transform((text) => Date.parse(text)),
  /** Of the records database, oldest first. */
  migrations: z.array(z.string()),
  /** Rows by table, and the touches of the log. */
  counts: z.record(z.string(), z.int()),
  files: z.array(z.object({ path: z.string(), size: z.int(), sha256: z.string() })),
});

export type Manifest = z.output<typeof manifestSchema>;
export type BackupFile = Manifest["files"][number];

/** Databases, keys, and what people gave us. What can be built anew (`index`, `chains.state`) stays out. */
const files = ["records.db", "events.db", "links.key", "secrets.key"];
export const keptFolders = ["assets", "playbooks"];
export const keyFiles = ["links.key", "secrets.key"];

/** Whether a backup may hold this path: an archive from elsewhere writes nowhere else. */
export function isBackupPath(path: string): boolean {
  const [folder = "", ...rest] = path.split("/");
  if (rest.length === 0) return files.includes(path);
  const isPlain = rest.every((name) => name !== "" && name !== "." && name !== "..");
  return keptFolders.includes(folder) && isPlain && !/[\\\0]/.test(path);
}

/** Throws Refused `data_newer` where a newer Ringside made it, or knows migrations that this one does not. */
export function refuseNewer(
  { format, version, migrations }: Pick<Manifest, "format" | "version" | "migrations">,
  here: { version: string; migrations: string[] },
): void {
  const foreign = migrations.filter((name) => !here.migrations.includes(name));
  const isNewer = format > backupFormat || compareVersions(version, here.version) > 0;
  if (!isNewer && foreign.length === 0) return;
  throw new Refused(
    "data_newer",
    `This backup was made by Ringside ${version}; here is ${here.version}. ` +
      "Install that version, or a newer one, and restore with it. Nothing was changed.",
  );
}

/** Above 0 where `one` is newer; numbers between dots only. */
function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((text) =>
    text.split(/[.+-]/).map((part) => Number(part) || 0),
  );
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
