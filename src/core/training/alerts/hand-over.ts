// A rep who changes team: their old manager's card closes without a sentence, and the new one is told by the same rules.
import { note } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Alert } from "./alert.ts";
import { managerKey } from "./alert-cards.ts";
import { editCard } from "./keep-alert.ts";

type Handing = { rep: Person; manager: Person | undefined };

/** The alert as it goes on under whoever manages the rep now; the same alert while that is who it was. */
export async function handOver(
  unit: Unit,
  alert: Alert,
  { rep, manager }: Handing,
): Promise<Alert> {
  const managerId = manager?.id ?? null;
  if (alert.managerId === managerId) return alert;
  const before = alert.managerId ? await unit.people.get(alert.managerId) : undefined;
  if (before && alert.evidence.managerToldAt !== null) {
    const toCard = () => movedCard(before, rep, managerKey(alert));
    await editCard(unit, before, { key: managerKey(alert), toCard, isOver: true });
  }
  const evidence = { ...alert.evidence, managerToldAt: null };
  return { ...alert, managerId, evidence, state: alert.state === "muted" ? "muted" : "rep" };
}

function movedCard(manager: Person, { name }: Person, key: string): Card {
  const { alerts } = readingOf(manager).texts;
  const title = alerts.moved({ name });
  return { key, title, tone: "info", summary: title, blocks: [note(alerts.movedHint)] };
}
