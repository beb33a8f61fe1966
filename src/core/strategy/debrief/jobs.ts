// The jobs of debriefs, by kind.
import type { Unit } from "../../ports.ts";
import { type RemindPayload, remindJob, remindReviewer } from "./review-script.ts";
import type { DebriefServices } from "./services.ts";
import { type AskPayload, askJob, askRep } from "./start-debrief.ts";

type Run = (payload: unknown) => Promise<(unit: Unit) => Promise<void>>;

/** Asking the rep, and reminding the manager. */
export function debriefJobs(services: DebriefServices): Record<string, { run: Run }> {
  return {
    [askJob]: { run: (payload) => askRep(payload as AskPayload, services) },
    [remindJob]: { run: (payload) => remindReviewer(payload as RemindPayload, services) },
  };
}
