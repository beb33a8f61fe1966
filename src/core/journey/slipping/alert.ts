// A churn-risk card as it is kept: one per silence of a deal's customer, with what became of it.
import type { Share } from "../../statistics/shares.ts";

/** What the card was made from, so that it can always be drawn again. */
export type AlertReasons = {
  /** What people call the deal. */
  customer: string;
  silentMs: number;
  usualMs: number;
  /** Of 1: how many silences last longer than this one. */
  lasting: number;
  /** Days between the latest visits, oldest first, the silence last. */
  gapDays: number[];
  isUnhappy: boolean;
  /** What acting is worth, in [0, 1] (actions/starting/value.ts). */
  value: number;
  /** What the alarm did on this installation's history; null where there was too little. */
  record: { lostNamed: Share; keptNamed: Share } | null;
  /** How often it came back from a snooze: each time is a message of its own. */
  round: number;
  /** Why it is over without anybody having pressed anything. */
  over?: "came_back" | "decided" | "moved" | undefined;
};

export type SlippingAlert = {
  id: string;
  dealId: string;
  /** The owner, or whoever acts for them. */
  personId: string;
  /** When the silence began, in UTC milliseconds. */
  since: number;
  state: "open" | "acknowledged" | "snoozed" | "useless" | "over";
  reasons: AlertReasons;
  createdAt: number;
  snoozedTo: number | null;
  managerToldAt: number | null;
  closedAt: number | null;
};

/** The card of an alert: a new one for every time it comes back. */
export function alertKey({
  id,
  reasons: { round },
}: Pick<SlippingAlert, "id" | "reasons">): string {
  return round > 0 ? `slipping:${id}:${round}` : `slipping:${id}`;
}
