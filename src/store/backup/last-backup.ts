// When the latest backup was taken, for doctor and the metrics: a file of its own, since any process may take one.
import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

const lastBackup = z.object({
  takenAt: z.int(),
  bytes: z.int(),
  /** Where it was put. */
  folder: z.string().optional(),
});

export type LastBackup = z.infer<typeof lastBackup>;

/** Keeps when it was; replaced whole. */
export async function noteBackup(dataDir: string, backup: LastBackup): Promise<void> {
  const file = fileIn(dataDir);
  await writeFile(`${file}.next`, `${JSON.stringify(backup)}\n`, { mode: 0o600 });
  await rename(`${file}.next`, file);
}

/** Undefined where none was taken, or nobody can tell. */
export function readLastBackup(dataDir: string): LastBackup | undefined {
  try {
    return lastBackup.parse(JSON.parse(readFileSync(fileIn(dataDir), "utf8")));
  } catch {
    return undefined;
  }
}

const fileIn = (dataDir: string) => join(dataDir, "last-backup.json");
