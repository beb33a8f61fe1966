// An alert's card where its person has it: edited in place, or changed where it waits, and never sent again by an edit.
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { SlippingAlert } from "./alert.ts";
import { alertCard } from "./alert-card.ts";

/** Stores an alert and brings its card up to it; returns the card. */
export async function keepAlert(
  unit: Unit,
  person: Person | undefined,
  alert: SlippingAlert,
): Promise<Card | undefined> {
  await unit.slippingAlerts.put(alert);
  if (!person?.active) return undefined;
  const card = alertCard(unit, person, alert);
  const [nudge] = await unit.nudges.find(
    { personId: person.id, cardKey: card.key },
    { order: { by: "createdAt", descending: true }, limit: 1 },
  );
  // Without a nudge it came at an hour its person had set.
  if (!nudge || nudge.state === "sent" || nudge.actedAt !== null)
    unit.post({ to: person.id, card });
  if (!nudge) return card;
  const isWaiting = nudge.state === "held" || nudge.state === "digest";
  // What is over and was not sent yet is not sent at all.
  const state = isWaiting && alert.state === "over" ? "digested" : nudge.state;
  await unit.nudges.put({ ...nudge, card, state });
  return card;
}
