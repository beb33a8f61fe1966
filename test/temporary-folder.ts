// Where tests keep their files: one folder for the run, in memory where there is room, and gone afterwards.
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system in memory; every commit of ours is synced, which is half of a run's time on a slow disk. */
const inMemory = "/dev/shm";
/** A run writes about 3 GB; containers often give that folder 64 MB. */
const enoughBytes = 8e9;

/** Vitest calls this before its workers start, which take over the environment; what it returns, at the end. */
export function setup(): () => void {
  const folder = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), "ringside-tests-"));
  // The workers' os.tmpdir() reads it.
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > enoughBytes;
  } catch {
    return false;
  }
}
