// The jobs of discovery: answering a question over the whole log, the daily look for silence, and what was put off.
import type { Unit } from "../../ports.ts";
import { type WakeAlertPayload, wakeAlert, wakeAlertJob } from "../slipping/answer-alert.ts";
import { lookForSlipping, type SlippingServices, slippingJob } from "../slipping/look.ts";
import { type DiscoveryPayload, discoveryJob, runDiscovery, tellDiscoveryLost } from "./ask.ts";

type Run = (payload: unknown) => Promise<(unit: Unit) => Promise<void>>;
type Job = { run: Run; onGivenUp?: Run; isSlow?: true };

/** Those that read the whole log let others go first. */
export function discoveryJobs(services: SlippingServices): Record<string, Job> {
  return {
    [discoveryJob]: {
      run: (payload) => runDiscovery(payload as DiscoveryPayload, services),
      onGivenUp: (payload) => tellDiscoveryLost(payload as DiscoveryPayload, services),
      isSlow: true,
    },
    [slippingJob]: { run: () => lookForSlipping(services), isSlow: true },
    [wakeAlertJob]: { run: (payload) => wakeAlert(payload as WakeAlertPayload) },
  };
}
