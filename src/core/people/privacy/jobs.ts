// The jobs of privacy, by kind.
import type { Unit } from "../../ports.ts";
import { type DeletePayload, deleteJob, runDelete } from "./delete-own.ts";
import { type ExportPayload, exportJob, runExport } from "./export-own.ts";
import { retentionJob, runRetention } from "./retention.ts";
import type { PrivacyServices } from "./services.ts";

type Job = { run(payload: unknown): Promise<(unit: Unit) => Promise<void>> };

/** What the job runner is given. */
export function privacyJobs(services: PrivacyServices): Record<string, Job> {
  return {
    [exportJob]: { run: (payload) => runExport(payload as ExportPayload, services) },
    [deleteJob]: { run: (payload) => runDelete(payload as DeletePayload, services) },
    [retentionJob]: { run: () => runRetention(services) },
  };
}
