// An action's card where its person has it: edited in place, or changed where it waits, and never sent again by an edit.
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { actionCard } from "./action-card.ts";
import { type NextAction, pending } from "./next-action.ts";
import { putAction } from "./tasks/put-action.ts";

/** Stores an action and brings its card up to it; returns the card. */
export async function keepAction(unit: Unit, person: Person, action: NextAction): Promise<Card> {
  return showAction(unit, person, await putAction(unit, action));
}

/** Stores an action of somebody who may be gone, and brings its card up to it where they are not. */
export async function storeAction(unit: Unit, action: NextAction): Promise<void> {
  const person = await unit.people.get(action.personId);
  if (person) await keepAction(unit, person, action);
  else await putAction(unit, action);
}

/** Brings the card of a stored action up to it; returns the card. */
export async function showAction(unit: Unit, person: Person, action: NextAction): Promise<Card> {
  const card = actionCard(unit, person, { action });
  const isActed = action.state !== "open" && action.state !== "expired";
  const isFirst = action.reasons.round === 0;
  const shown = { person, card, isActed, isFirst, isOver: !isPending(action) };
  if (person.active) await refreshCard(unit, shown);
  return card;
}

/** Whether somebody still has to do something about an action. */
export function isPending({ state }: Pick<NextAction, "state">): boolean {
  return pending.some((each) => each === state);
}

type Refreshed = {
  person: Person;
  card: Card;
  isOver: boolean;
  isActed: boolean;
  /** It never came back from a snooze. */
  isFirst: boolean;
};

/** What is over and was not sent yet is not sent at all. */
async function refreshCard(
  unit: Unit,
  { person, card, isOver, isActed, isFirst }: Refreshed,
): Promise<void> {
  const [nudge] = await unit.nudges.find(
    { personId: person.id, cardKey: card.key },
    { order: { by: "createdAt", descending: true }, limit: 1 },
  );
  // Without a nudge it came at an hour its person had set, or that hour is still to come.
  const isThere = nudge ? nudge.state === "sent" || nudge.actedAt !== null : !isFirst;
  if (isThere) unit.post({ to: person.id, card });
  if (!nudge) return;
  const isWaiting = nudge.state === "held" || nudge.state === "digest";
  const state = isWaiting && isOver ? "digested" : nudge.state;
  const actedAt = nudge.actedAt ?? (isActed ? unit.now : null);
  await unit.nudges.put({ ...nudge, card, state, actedAt });
}
