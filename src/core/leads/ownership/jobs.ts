// The jobs that keep ownership true while time passes, by kind.
import type { Unit } from "../../ports.ts";
import type { LeadServices } from "../assigning/assign-leads.ts";
import {
  expireJob,
  expireOffer,
  type OfferPayload,
  remindJob,
  remindOffer,
} from "./offer-deadline.ts";
import { sweepJob, sweepLeads } from "./sweep-leads.ts";

type Run = { run(payload: unknown): Promise<(unit: Unit) => Promise<void>> };

export function ownershipJobs(services: LeadServices): Record<string, Run> {
  return {
    [remindJob]: { run: (payload) => remindOffer(payload as OfferPayload) },
    [expireJob]: { run: (payload) => expireOffer(payload as OfferPayload, services) },
    [sweepJob]: { run: () => sweepLeads(services) },
  };
}
