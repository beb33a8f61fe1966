// What doctor says about backups.
import { readLastBackup } from "../../store/backup/last-backup.ts";
import type { PartState } from "./diagnose.ts";

/** When the last one was taken; off where there is none, as on the first day. */
export function checkBackup(dataDir: string): PartState {
  const part = "backup";
  const last = readLastBackup(dataDir);
  if (!last) {
    const fix = "docs/operations.md, “Back up”, has a line for cron.";
    return { part, state: "off", why: "none was taken of this folder", fix };
  }
  const size = `${(last.bytes / 1e6).toFixed(1)} MB`;
  return {
    part,
    state: "ok",
    why: `the last is of ${new Date(last.takenAt).toISOString()}, ${size}`,
  };
}
