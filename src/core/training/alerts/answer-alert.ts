// What people do with an alert: a manager acknowledges or resolves it, and either of the two mutes it.
import type { Person } from "../../model.ts";
import { readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import type { Alert } from "./alert.ts";
import { managerCard, repCard } from "./alert-cards.ts";
import { keepAlert } from "./keep-alert.ts";
import { resolved } from "./look.ts";
import { ruleOf } from "./rules.ts";

/** "I know": the card stays, and says so. */
export function acknowledgeAlert(ask: Ask): Effect {
  return answer(ask, ["manager"], (alert, now) => ({
    ...alert,
    state: "acknowledged",
    updatedAt: now,
  }));
}

/** It is dealt with; it comes back only with a new talk. */
export function resolveAlert(ask: Ask): Effect {
  return answer(ask, ["manager"], resolved);
}

/** Nobody hears of it again until it was over once. */
export function muteAlert(ask: Ask): Effect {
  return answer(ask, ["rep", "manager"], (alert, now) => ({
    ...alert,
    state: "muted",
    updatedAt: now,
  }));
}

type Change = (alert: Alert, now: number) => Alert;

function answer({ person, params }: Ask, who: readonly ("rep" | "manager")[], to: Change): Effect {
  return async (unit) => {
    const { alerts, chat } = readingOf(person).texts;
    const alert = await unit.alerts.get(params.alertId ?? "");
    const side = alert && (await sideOf(unit, person, alert));
    if (!alert || !side || !who.includes(side)) return { toast: chat.gone };
    if (alert.state === "resolved") return { toast: alerts.over };
    const changed = to(alert, unit.now);
    await keepAlert(unit, changed);
    const card = await cardOf(unit, person, { alert: changed, side });
    return { toast: alerts.saved, ...(card ? { card } : {}) };
  };
}

/** Rep or manager of an alert; a manager who is no longer above the rep is neither. */
async function sideOf(unit: Unit, person: Person, alert: Alert): Promise<"rep" | "manager" | null> {
  if (person.id === alert.personId) return "rep";
  const isTold = alert.evidence.managerToldAt !== null && alert.managerId === person.id;
  const org = await readOrg(unit);
  const subject = { ownerIds: [alert.personId], shared: true };
  return isTold && may(person, "skills.read", subject, org) ? "manager" : null;
}

async function cardOf(
  unit: Unit,
  person: Person,
  { alert, side }: { alert: Alert; side: "rep" | "manager" },
) {
  const rule = ruleOf(alert);
  const rep = await unit.people.get(alert.personId);
  if (!rule || !rep) return undefined;
  if (side === "manager") return managerCard(unit, person, { alert, rule, rep });
  const manager = alert.managerId ? await unit.people.get(alert.managerId) : undefined;
  return repCard(unit, person, { alert, rule, manager });
}
