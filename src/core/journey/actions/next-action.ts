// The next action: what one person is told to do for one customer, by when and why, and what became of it.
import type { TaskPlace } from "./tasks/platform-tasks.ts";

/** A touch as a card shows it, kept with the action so that the card can always be drawn again. */
export type Evidence = {
  id: string;
  type: string;
  at: number;
  source: string;
  /** The few properties a sentence names: which page, how long, how much of a video. */
  props: Record<string, string | number>;
};

/** A line of the library, with when it is said. */
export type ActionLine = { say: string; when: string };

/** Why this person and not the owner, where it is not the owner. */
export type Stand = "owner_left" | "owner_away" | "nobody" | "rule";

/** Why somebody cannot use an action. */
export const uselessReasons = [
  "known_already",
  "wrong_moment",
  "wrong_person",
  "not_interested",
  "not_a_sign",
] as const;
export type UselessReason = (typeof uselessReasons)[number];

/** An action as a task of its person's platform (tasks/). */
export type ActionTask = {
  askedAt: number;
  /** Counts the changes of the action since; `settled` is the last one the platform knows. */
  revision: number;
  settled: number;
  /** Absent until the platform said where it is. */
  place?: TaskPlace | undefined;
};

/** Everything behind an action. */
export type ActionReasons = {
  ruleId: string;
  /** What the rule is called, in each language it was named in. */
  ruleName: { en?: string | undefined; zh?: string | undefined };
  customer: string;
  /** What acting is worth, in [0, 1] (value.ts). */
  value: number;
  evidence: Evidence[];
  lines: ActionLine[];
  /** The language the customer is spoken to in. */
  language: "en" | "zh";
  /** What to call the customer in a draft; null where only the company is known. */
  contactName: string | null;
  stand?: Stand | undefined;
  ownerName?: string | undefined;
  /** The draft as its person changed it. */
  draft?: string | undefined;
  useless?: { reason: UselessReason; note: string } | undefined;
  /** How often it came back from a snooze: each time is a message of its own. */
  round: number;
  task?: ActionTask | undefined;
  escalatedAt?: number | undefined;
  /** Why it is over without anybody having done it. */
  expired?: "overdue" | "withdrawn" | "worse" | undefined;
};

/** One action; `reasons` hold what its card shows. */
export type NextAction = {
  id: string;
  matchId: string | null;
  personId: string;
  contactId: string | null;
  accountId: string | null;
  dealId: string | null;
  /** What to do, as the rule says it: call, email… */
  action: string;
  talkTrack: string | null;
  state: "open" | "done" | "snoozed" | "useless" | "expired";
  reasons: ActionReasons;
  dueAt: number | null;
  snoozedTo: number | null;
  createdAt: number;
  closedAt: number | null;
};

/** The states in which something is still to be done. */
export const pending = ["open", "snoozed"] as const;

/** The card of an action: a new one for every time it comes back. */
export function actionKey({ id, reasons: { round } }: Pick<NextAction, "id" | "reasons">): string {
  return round > 0 ? `action:${id}:${round}` : `action:${id}`;
}
