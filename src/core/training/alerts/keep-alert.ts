// An alert's cards where their people have them: edited in place, or changed where they wait, never sent anew by an edit.
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import type { Alert } from "./alert.ts";
import { managerCard, managerKey, repCard, repKey } from "./alert-cards.ts";
import { ruleOf } from "./rules.ts";

/** Stores an alert and brings both cards up to it. */
export async function keepAlert(unit: Unit, alert: Alert): Promise<void> {
  await unit.alerts.put(alert);
  const rule = ruleOf(alert);
  const rep = await unit.people.get(alert.personId);
  if (!rule || !rep) return;
  const manager = alert.managerId ? await unit.people.get(alert.managerId) : undefined;
  await editCard(unit, rep, {
    key: repKey(alert),
    toCard: () => repCard(unit, rep, { alert, rule, manager }),
    isOver: alert.state === "resolved",
  });
  if (!manager) return;
  await editCard(unit, manager, {
    key: managerKey(alert),
    toCard: () => managerCard(unit, manager, { alert, rule, rep }),
    isOver: alert.state === "resolved" || alert.state === "muted",
  });
}

type Edit = { key: string; toCard: () => Card; isOver: boolean };

/** Brings one card up to date; somebody who was never told is not told by an edit. */
export async function editCard(
  unit: Unit,
  person: Person,
  { key, toCard, isOver }: Edit,
): Promise<void> {
  const [nudge] = await unit.nudges.find(
    { personId: person.id, cardKey: key },
    { order: { by: "createdAt", descending: true }, limit: 1 },
  );
  if (!nudge || !person.active) return;
  const card = toCard();
  if (nudge.state === "sent" || nudge.actedAt !== null) unit.post({ to: person.id, card });
  const isWaiting = nudge.state === "held" || nudge.state === "digest";
  // What is over and was not sent yet is not sent at all.
  const state = isWaiting && isOver ? "digested" : nudge.state;
  await unit.nudges.put({ ...nudge, card, state });
}
