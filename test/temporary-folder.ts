// Where tests keep their files: one folder for the run, in memory where there is room, and gone afterwards.
import { mkdirSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A file system in memory; every commit of ours is synced, which is half of a run's time on a slow disk. */
const inMemory = "/dev/shm";
/** A run writes about 3 GB; containers often give that folder 64 MB. */
const enoughBytes = 8e9;
/** Programs that tests put together (helpers/program.ts) find their packages only from within the project. */
const withinProject = new URL("../node_modules/.cache/", import.meta.url).pathname;

/** Vitest calls this before its workers start, which take over the environment; what it returns, at the end. */
export function setup(): () => void {
  const folder = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), "ringside-tests-"));
  // The workers' os.tmpdir() reads it.
  process.env.TMPDIR = folder;
  mkdirSync(withinProject, { recursive: true });
  const programs = mkdtempSync(join(withinProject, "ringside-tests-"));
  process.env.TEST_PROGRAMS = programs;
  return () => {
    for (const one of [folder, programs]) rmSync(one, { recursive: true, force: true });
  };
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > enoughBytes;
  } catch {
    return false;
  }
}
