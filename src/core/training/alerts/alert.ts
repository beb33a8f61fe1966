// An alert as it is kept: one per rule and rep, with the talks it goes by and who has heard of it.
import type { AlertRuleId } from "./rules.ts";

/** A talk that an alert goes by: what was measured in it, in [0, 1], and over how many turns or checks. */
export type TalkEvidence = {
  source: "practice" | "call";
  sourceId: string;
  at: number;
  value: number;
  n: number;
  /** What the customer said at their coldest, or the sentence that failed a check. */
  quote: string | null;
};

/** What an alert rests on: the talks, their mean, and the interval it lies in nine times out of ten. */
export type AlertEvidence = {
  talks: TalkEvidence[];
  mean: number;
  low: number;
  high: number;
  /** When its manager was told; null before. */
  managerToldAt: number | null;
};

/** rep: only they know; manager: both do. */
export type AlertState = "rep" | "manager" | "acknowledged" | "resolved" | "muted";

/** An alert as it is stored; `kind` is the rule's id, `key` the rule with its rep. */
export type Alert = {
  id: string;
  kind: AlertRuleId;
  key: string;
  personId: string;
  managerId: string | null;
  state: AlertState;
  evidence: AlertEvidence;
  createdAt: number;
  updatedAt: number;
  resolvedAt: number | null;
};
