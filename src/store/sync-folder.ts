// Makes renames in a folder survive a power cut.
import { closeSync, fsyncSync, openSync } from "node:fs";

/** A renamed file survives a power cut only once its folder is on disk. */
export function syncFolder(folder: string): void {
  const handle = openSync(folder, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
