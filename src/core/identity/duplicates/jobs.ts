// The jobs that keep one customer from being two, by kind.
import type { Unit } from "../../ports.ts";
import { type ProposePayload, proposeJob, proposeLater } from "./propose-duplicates.ts";
import { type ScanPayload, type ScanServices, scanDuplicates, scanJob } from "./scan.ts";

type Job = { run(payload: unknown): Promise<(unit: Unit) => Promise<void>>; isSlow?: true };

export function duplicateJobs(services: ScanServices): Record<string, Job> {
  return {
    // A large customer base takes some seconds of a thread, which nobody waits for.
    [scanJob]: { run: (payload) => scanDuplicates(payload as ScanPayload, services), isSlow: true },
    [proposeJob]: { run: (payload) => proposeLater(payload as ProposePayload, services) },
  };
}
