// Everything unsolicited that Ringside would tell somebody. New leads and deadlines people set are not nudges.
import type { Card } from "../card.ts";

/** What nudges are about. Each can be muted or sent to the digest by the person who gets it. */
export const nudgeKinds = [
  "next_action",
  "escalation",
  "slipping",
  "stage_card",
  "coaching",
  "alert",
  "insight",
  "strategy",
  "health",
] as const;
export type NudgeKind = (typeof nudgeKinds)[number];

/** How a kind reaches a person: at once within the budget, in the daily digest, or not at all. */
export const deliveries = ["push", "digest", "mute"] as const;
export type Delivery = (typeof deliveries)[number];

/** One thing to tell one person, with what became of it. */
export type Nudge = {
  id: string;
  personId: string;
  kind: NudgeKind;
  /** What acting on it is worth, in [0, 1]; nudges compete by it. */
  value: number;
  cardKey: string;
  card: Card;
  /** held: until the person is at work; digest: until the digest; digested: shown there as a line. */
  state: "held" | "sent" | "digest" | "digested" | "muted";
  createdAt: number;
  sentAt: number | null;
  /** When the person first pressed something on it. */
  actedAt: number | null;
};

/** What a person decided about a kind, or Ringside for them. */
export type Preference = {
  id: string;
  personId: string;
  kind: NudgeKind;
  delivery: Delivery;
  decidedBy: "person" | "ringside";
  updatedAt: number;
};
