// An assignment, frozen at decision time: who got the lead, by what fit, and who else could have.
import type { Reason } from "../../decision.ts";

export type AssignmentState = "offered" | "accepted" | "declined" | "expired" | "withdrawn";

/** One factor's share of a fit. `value` is a whole percentage; `points` = weight x value, so they add up exactly. */
export type Contribution = {
  factor: string;
  /** Points this factor counts, of 100. */
  weight: number;
  /** 0..100; the factor's neutral value when `known` is false. */
  value: number;
  known: boolean;
  /** Hundredths of a point: weight x value. */
  points: number;
  reason: Reason;
};

/** One factor's share of a fit, as a number alone. */
export type Share = Omit<Contribution, "reason">;

/**
 * Another rep as seen at decision time, as numbers: there may be a thousand. `values` go line by line with the
 * contributions of who got the lead; null where there was no data. `blockedBy` names the hard limit that kept them out.
 */
export type Alternative = {
  repId: string;
  fit: number;
  rank: number;
  values: (number | null)[];
  /** Leads and deals they had open, of how many places. */
  open: number;
  capacity: number;
  blockedBy: Reason | null;
};

export type Assignment = {
  id: string;
  leadId: string;
  repId: string;
  state: AssignmentState;
  /** Hundredths of a point, 0..10000: the exact sum of the contributions' points. */
  fit: number;
  contributions: Contribution[];
  alternatives: Alternative[];
  runnerUpId: string | null;
  rank: number;
  weightVersionId: string;
  /** Leads that were decided together with this one, itself included. */
  batch: number;
  authorId: string | null;
  reason: string | null;
  declineReason: string | null;
  deadlineAt: number | null;
  decidedAt: number;
  closedAt: number | null;
};
