// What everybody is sent in the quarter, and what each message counts as.
import type { Nudge } from "../../src/core/attention/nudge.ts";
import type { Card } from "../../src/core/card.ts";
import type { Role } from "../../src/core/model.ts";

/** One message somebody got; edits of it are not messages. */
export type Message = {
  id: string;
  personId: string;
  at: number;
  kind: string;
  /** budget: counts against the five or two a day; digest: one a day; exempt: a new lead or a deadline; asked: an answer. */
  counts: "budget" | "digest" | "exempt" | "asked";
  isActedOn: boolean;
};

/** Somebody of the team, as the count sees them. */
export type Member = { id: string; name: string; role: Role; timeZone: string };

/** New leads and deadlines people set are exempt from the budget: what the cards about them are called. */
const exempt: readonly [prefix: string, kind: string][] = [
  ["show:reminder:", "deadline"],
  ["assignment:", "lead"],
  ["unassigned:", "unassigned"],
  ["protect:", "deadline"],
];

type Sorting = {
  card: Pick<Card, "key">;
  /** The nudge the card came as, where it did. */
  nudge: Pick<Nudge, "kind" | "state"> | undefined;
  /** It came while the person was doing something themselves. */
  isAnswer: boolean;
};

/** Sorts a message by what sent it. Whatever went past the budget's door without being exempt counts as well. */
export function sortMessage({ card, nudge, isAnswer }: Sorting): Pick<Message, "kind" | "counts"> {
  if (card.key.startsWith("digest:") || nudge?.kind === "morning_brief") {
    return { kind: nudge?.kind ?? "digest", counts: isAnswer ? "asked" : "digest" };
  }
  const known = exempt.find(([prefix]) => card.key.startsWith(prefix));
  if (known) return { kind: known[1], counts: "exempt" };
  if (isAnswer) return { kind: "answer", counts: "asked" };
  if (nudge) return { kind: nudge.kind, counts: "budget" };
  // Never offered as a nudge: the reminder of a next step on the day its person named, at the hour they were told.
  if (card.key.startsWith("action:")) return { kind: "reminder", counts: "exempt" };
  return { kind: card.key.split(":")[0] ?? "", counts: "budget" };
}
