// The metrics there are: what each counts, in which unit, and what it can be split by. Their words are in text/*/ask.ts,
// their SQL in src/store/ask/sources.ts; docs/ask.md is compared with both by a test.
import type { Dimension } from "./dimensions.ts";

/**
 * How rows become a figure: `count` counts them, `sum` and `mean` add up money, `median` takes the middle one,
 * `rate` is a part of them.
 */
export type MetricKind = "count" | "sum" | "mean" | "median" | "rate";
export type MetricUnit = "number" | "money" | "days" | "hours" | "share";

export type Metric = {
  kind: MetricKind;
  unit: MetricUnit;
  /** The column of its time; null: it is counted as things stand now. */
  time: string | null;
  hasTime: boolean;
  by: readonly Dimension[];
};

const ofPerson = ["team", "person"] as const satisfies Dimension[];
const ofCustomer = [...ofPerson, "segment", "industry", "country", "region"] as const;
const ofDeal = [...ofCustomer, "source", "product", "competitor"] as const;
const ofOpenDeal = [...ofDeal, "stage"] as const;
const ofLead = [...ofCustomer, "source", "product"] as const;
const ofAction = [...ofPerson, "segment", "industry", "country", "region", "kind"] as const;

const define = (
  kind: MetricKind,
  unit: MetricUnit,
  { time, by }: { time: string | null; by: readonly Dimension[] },
): Metric => ({ kind, unit, time, hasTime: time !== null, by });

const onClosed = { time: "Deal.closedAt", by: ofDeal };
const now = { time: null, by: ofOpenDeal };
const onAccepted = { time: "Assignment.closedAt", by: ofLead };

export const metrics = {
  win_rate: define("rate", "share", onClosed),
  deals_won: define("count", "number", onClosed),
  deals_lost: define("count", "number", { time: "Deal.closedAt", by: [...ofDeal, "loss_reason"] }),
  deals_open: define("count", "number", now),
  deals_created: define("count", "number", { time: "Deal.openedAt", by: ofOpenDeal }),
  won_amount: define("sum", "money", onClosed),
  open_amount: define("sum", "money", now),
  average_deal: define("mean", "money", onClosed),
  cycle_days: define("median", "days", onClosed),
  stage_days: define("median", "days", now),
  leads_received: define("count", "number", { time: "Lead.createdAt", by: ofLead }),
  leads_accepted: define("count", "number", onAccepted),
  accept_rate: define("rate", "share", onAccepted),
  hours_to_accept: define("median", "hours", onAccepted),
  hours_to_contact: define("median", "hours", onAccepted),
  touches: define("count", "number", { time: "touches.at", by: [...ofCustomer, "kind"] }),
  actions_made: define("count", "number", { time: "NextAction.createdAt", by: ofAction }),
  actions_done: define("count", "number", { time: "NextAction.closedAt", by: ofAction }),
  actions_overdue: define("count", "number", { time: null, by: ofAction }),
  action_done_rate: define("rate", "share", { time: "NextAction.closedAt", by: ofAction }),
  updates_confirmed: define("count", "number", { time: "StageUpdate.confirmedAt", by: ofPerson }),
  contract_rate: define("rate", "share", { time: "HealthReading.at", by: ofPerson }),
  practice_sessions: define("count", "number", { time: "PracticeReport.at", by: ofPerson }),
} as const satisfies Record<string, Metric>;
export type MetricId = keyof typeof metrics;

/** In the order they are offered. */
export const metricIds = Object.keys(metrics) as MetricId[];
