// Everything unsolicited that Ringside would tell somebody. New leads and deadlines people set are not nudges.
import type { Card } from "../card.ts";
import type { Role } from "../model.ts";

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
  "crm",
  "meeting_brief",
  "deal_review",
  "report",
  "morning_brief",
  "team_news",
] as const;
export type NudgeKind = (typeof nudgeKinds)[number];

/** Kinds for managers alone. */
const forManagers = new Set<NudgeKind>(["escalation", "morning_brief", "team_news"]);

/** The kinds somebody may get. */
export function kindsFor(role: Role): NudgeKind[] {
  return nudgeKinds.filter((kind) => !forManagers.has(kind) || role === "manager");
}

/** How a kind reaches a person: at once within the budget, in the daily digest, or not at all. */
const deliveries = ["push", "digest", "mute"] as const;
export type Delivery = (typeof deliveries)[number];

/** Kinds that no digest takes: the morning brief is one, and a brief would come after its meeting. */
const neverInDigest = new Set<NudgeKind>(["morning_brief", "meeting_brief", "deal_review"]);

/** How a kind may come. */
export function deliveriesOf(kind: NudgeKind): Delivery[] {
  return deliveries.filter((one) => one !== "digest" || !neverInDigest.has(kind));
}

/** How a kind comes to somebody who never said: briefs before meetings and the report of the day are for those who want them. */
export function usualDelivery(kind: NudgeKind): Delivery {
  if (kind === "team_news") return "digest";
  return kind === "meeting_brief" || kind === "report" ? "mute" : "push";
}

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
