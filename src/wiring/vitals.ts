// How an installation is doing: what its metrics and its readiness are read from.
import { stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../core/ports.ts";
import { readLastBackup } from "../store/backup/last-backup.ts";
import type { OpenEventLog } from "../store/event-log/event-log.ts";
import type { Records } from "../store/records/records.ts";
import type { Vitals } from "../web/vital-metrics.ts";
import { logConsumers } from "./consumers.ts";

export type VitalParts = {
  records: Pick<Records, "client">;
  events: Pick<OpenEventLog, "after">;
  clock: Clock;
  dataDir: string;
};

/** Looks at the log's readers, the disk and the files; rejects where the stores cannot be asked. */
export async function readVitals(parts: VitalParts): Promise<Vitals> {
  const { dataDir } = parts;
  const { bavail, bsize } = await statfs(dataDir);
  const lastBackupAt = readLastBackup(dataDir)?.takenAt;
  return {
    stalledMs: await readStalled(parts),
    freeBytes: bavail * bsize,
    dataBytes: {
      records: await sizeOf(join(dataDir, "records.db")),
      events: await sizeOf(join(dataDir, "events.db")),
    },
    ...(lastBackupAt === undefined ? {} : { lastBackupAt }),
  };
}

/** How long touches have waited for each reader of the log since it last took any; 0 where none waits. */
async function readStalled({
  records,
  events,
  clock,
}: VitalParts): Promise<Record<string, number>> {
  const stalled: Record<string, number> = {};
  for (const consumer of logConsumers) {
    const row = await records.client.checkpoint.findUnique({ where: { consumer } });
    const [next] = await events.after(Number(row?.position ?? 0), 1);
    // The later of the two: imported touches may have been received long ago, and come only now.
    const since = Math.max(next?.touch.receivedAt ?? 0, row?.updatedAt.getTime() ?? 0);
    stalled[consumer] = next ? Math.max(0, clock() - since) : 0;
  }
  return stalled;
}

/** With what its write-ahead log holds; 0 where there is none. */
async function sizeOf(file: string): Promise<number> {
  const sizes = await Promise.all(
    [file, `${file}-wal`].map((one) =>
      stat(one).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
