// What is kept of a person, kind by kind: how long, and whether it goes when they delete what is theirs.
import { dayMs } from "../../durations.ts";

/** How long things are kept, by what they are; days, from settings. */
export const retentionGroups = ["practice", "calls", "messages", "looks"] as const;
export type RetentionGroup = (typeof retentionGroups)[number];

/** Milliseconds each group is kept. */
export type Retention = Record<RetentionGroup, number>;

/** What holds where the operator decided nothing: a year of practice, half a year of calls, three months of messages. */
export const usualRetention: Retention = {
  practice: 365 * dayMs,
  calls: 180 * dayMs,
  messages: 90 * dayMs,
  looks: 365 * dayMs,
};

/**
 * Kinds of what is kept of a person. `until`: how long; null: as long as they are here. `own`: it goes when they delete
 * what is theirs; the rest goes when they leave.
 */
export const keptKinds = {
  sessions: { until: "practice", own: true },
  turns: { until: "practice", own: true },
  reports: { until: "practice", own: true },
  evidence: { until: "practice", own: true },
  estimates: { until: "practice", own: true },
  calls: { until: "calls", own: true },
  alerts: { until: "calls", own: true },
  sentReports: { until: "messages", own: true },
  updates: { until: null, own: true },
  debriefs: { until: null, own: true },
  drills: { until: null, own: true },
  tracks: { until: null, own: true },
  nudges: { until: "messages", own: true },
  messages: { until: "messages", own: true },
  passing: { until: "messages", own: true },
  buttons: { until: "messages", own: true },
  files: { until: "messages", own: true },
  conversation: { until: null, own: true },
  looks: { until: "looks", own: false },
  pages: { until: "messages", own: false },
  identities: { until: null, own: false },
  consents: { until: null, own: false },
  preferences: { until: null, own: false },
  absences: { until: null, own: false },
} as const satisfies Record<string, { until: RetentionGroup | null; own: boolean }>;

export type KeptKind = keyof typeof keptKinds;

/** How many of each kind there are. */
export type KeptCounts = Partial<Record<KeptKind, number>>;

/** Every kind, in the order a person reads them. */
export const keptKindNames = Object.keys(keptKinds) as KeptKind[];

/** Whether a kind goes when its person deletes what is theirs. */
export function isOwn(kind: KeptKind): boolean {
  return keptKinds[kind].own;
}

/** How many things that are a person's own to delete. */
export function countOwn(counts: KeptCounts): number {
  return keptKindNames.filter(isOwn).reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
}
