// What health is measured by: shares of values or records that are as they should be. What each counts: docs/health.md.
import type { ContractKind } from "../contracts/contract.ts";
import type { Standings } from "../contracts/standing.ts";

/** Metrics of golden fields, then those of whole records. */
export const metrics = [
  "kept",
  "answered",
  "fresh",
  "valid",
  "meant",
  "agreed",
  "evidence",
  "verified",
  "moving",
  "next_step",
  "titled",
  "reachable",
  "identified",
  "unique",
  "linked",
  "owned",
] as const;
export type Metric = (typeof metrics)[number];

/** One thing looked at: how it is, by one metric. `field` is "deal.amount", or a kind where it is about the record. */
export type Observation = { metric: Metric; field: string; kept: boolean };

/** Numerator and denominator. */
export type Count = { kept: number; total: number };

/** A record with what is known about it. */
export type Subject = {
  kind: ContractKind;
  record: Readonly<Record<string, unknown>> & { id: string };
  /** How a person would call it. */
  name: string;
  standings: Standings;
  /** Golden fields that an outside system sees differently. */
  drifted: ReadonlySet<string>;
  /** Whose it is: of a contact, whose account it is. */
  ownerId: string | null;
  region: string | null;
  /** Another record has the same key. */
  hasTwin: boolean;
  /** When a deal came to its stage. */
  stageSince: number | null;
};

/** Share in [0, 1]; null of nothing. */
export function rateOf({ kept, total }: Count): number | null {
  return total === 0 ? null : kept / total;
}
