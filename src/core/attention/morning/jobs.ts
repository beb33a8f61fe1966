// The jobs of what comes regularly, by kind.
import { offerReport } from "../../pipeline/reports/offer-report.ts";
import type { Unit } from "../../ports.ts";
import type { BriefServices } from "./brief.ts";
import { bringBrief } from "./bring-brief.ts";
import { planDay, planJob, type RoutinePayload, routineJobs } from "./plan-day.ts";

type Kind = { run(payload: unknown): Promise<(unit: Unit) => Promise<void>>; isSlow?: true };

/** Planning a day, offering reports, bringing briefs; the last reads much and lets others go first. */
export function routineJobKinds(services: BriefServices): Record<string, Kind> {
  return {
    [planJob]: { run: () => planDay(services) },
    [routineJobs.report]: { run: (payload) => offerReport(payload as RoutinePayload, services) },
    [routineJobs.morning_brief]: {
      run: (payload) => bringBrief(payload as RoutinePayload, services),
      isSlow: true,
    },
  };
}
