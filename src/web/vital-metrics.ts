// Gauges of an installation's health, read at every scrape.
import { Gauge, type GaugeConfiguration, type Registry } from "prom-client";

export type Vitals = {
  /** By reader of the log: how long touches have waited since it last took any. */
  stalledMs: Record<string, number>;
  /** On the disk of the data folder, for this user. */
  freeBytes: number;
  /** By database, write-ahead log included. */
  dataBytes: Record<string, number>;
  /** Undefined where none was taken. */
  lastBackupAt?: number;
};

/** Adds the gauges; where `read` rejects they show nothing, and /readyz says why. */
export function addVitals(registry: Registry, read: () => Promise<Vitals>): void {
  const readTogether = share(read);
  const add = (about: Omit<GaugeConfiguration<string>, "collect">, fill: Fill) =>
    new Gauge({
      ...{ ...about, registers: [registry] },
      async collect() {
        this.reset();
        // A gauge without labels would say 0.
        if (!about.labelNames) this.remove();
        const vitals = await readTogether().catch(() => undefined);
        if (vitals) fill(this, vitals);
      },
    });
  const stalled = "How long touches have waited for a reader of the log since it last took any.";
  add(
    { name: "ringside_log_stalled_seconds", help: stalled, labelNames: ["consumer"] },
    (gauge, { stalledMs }) => {
      for (const [consumer, ms] of Object.entries(stalledMs)) gauge.set({ consumer }, ms / 1_000);
    },
  );
  add(
    { name: "ringside_data_bytes", help: "Databases on the disk.", labelNames: ["database"] },
    (gauge, { dataBytes }) => {
      for (const [database, bytes] of Object.entries(dataBytes)) gauge.set({ database }, bytes);
    },
  );
  add(
    { name: "ringside_disk_free_bytes", help: "Free on the disk of the data folder." },
    (gauge, { freeBytes }) => gauge.set(freeBytes),
  );
  const backup = "When the last backup was taken; 0: never.";
  add(
    { name: "ringside_last_backup_timestamp_seconds", help: backup },
    (gauge, { lastBackupAt = 0 }) => gauge.set(lastBackupAt / 1_000),
  );
}

type Fill = (gauge: Gauge, vitals: Vitals) => void;

/** One reading for all who ask while it is under way: the gauges of one scrape. */
function share<Result>(read: () => Promise<Result>): () => Promise<Result> {
  let underWay: Promise<Result> | undefined;
  return () => {
    underWay ??= read().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
