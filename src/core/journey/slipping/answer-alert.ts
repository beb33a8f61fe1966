// The buttons of a churn-risk card: on it, later, not useful. A snoozed one comes back if the silence still lasts.
import { plain } from "../../card.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import {
  fromLocalTime,
  localTime,
  nextDay,
  nextWorkingMoment,
  officeHours,
  type Workdays,
} from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import { alertKey, type SlippingAlert } from "./alert.ts";
import { alertCard } from "./alert-card.ts";
import { keepAlert } from "./keep-alert.ts";

/** Brings an alert back from a snooze. */
export const wakeAlertJob = "slipping.wake";
export type WakeAlertPayload = { alertId: string };

/** Taken up: nobody above hears of it, and this silence is not brought up again. */
export function acknowledgeAlert(ask: Ask): Effect {
  const { slipping } = readingOf(ask.person).texts.discovery;
  return answer(ask, slipping.acknowledged, (alert, now) => ({
    ...{ ...alert, state: "acknowledged", snoozedTo: null, closedAt: now },
  }));
}

/** Not useful: the deal is left alone for a while. */
export function dismissAlert(ask: Ask): Effect {
  const { slipping } = readingOf(ask.person).texts.discovery;
  return answer(ask, slipping.useless, (alert, now) => ({
    ...{ ...alert, state: "useless", snoozedTo: null, closedAt: now },
  }));
}

/** Comes back on the first working morning after so many days. */
export function snoozeAlert(
  { workdays }: { workdays: Workdays },
  { person, params }: Ask,
  days: number,
): Effect {
  return async (unit) => {
    const reading = readingOf(person);
    const { slipping } = reading.texts.discovery;
    const alert = await ownAlert(unit, person, params.alertId);
    if (!isPending(alert)) return { toast: slipping.closed };
    const { timeZone } = person;
    let { day } = localTime(unit.now, timeZone);
    for (let ahead = 0; ahead < days; ahead += 1) day = nextDay(day);
    const morning = fromLocalTime({ day, minutes: officeHours.from }, timeZone);
    const snoozedTo = nextWorkingMoment(morning, { timeZone, workdays });
    const key = `${wakeAlertJob}:${alert.id}:${snoozedTo}`;
    const payload: WakeAlertPayload = { alertId: alert.id };
    unit.schedule({ kind: wakeAlertJob, key, runAt: snoozedTo, payload });
    const card = await keepAlert(unit, person, { ...alert, state: "snoozed", snoozedTo });
    const at = plain([dateInline(snoozedTo, "both", reading.format)]);
    return { toast: slipping.snoozed({ at }), ...(card ? { card } : {}) };
  };
}

/** The job: the card comes again as a message of its own; its person set the hour. */
export async function wakeAlert({
  alertId,
}: WakeAlertPayload): Promise<(unit: Unit) => Promise<void>> {
  return async (unit) => {
    const alert = await unit.slippingAlerts.get(alertId);
    const isDue = alert?.state === "snoozed" && (alert.snoozedTo ?? 0) <= unit.now;
    const person = alert && (await unit.people.get(alert.personId));
    if (!alert || !isDue || !person?.active) return;
    const reasons = { ...alert.reasons, round: alert.reasons.round + 1 };
    const woken: SlippingAlert = { ...alert, reasons, state: "open", snoozedTo: null };
    await unit.slippingAlerts.put(woken);
    unit.post({ to: person.id, card: alertCard(unit, person, woken) });
  };
}

type Change = (alert: SlippingAlert, now: number) => SlippingAlert;

/** Pressed twice, it is done once. */
function answer({ person, params }: Ask, toast: string, change: Change): Effect {
  return async (unit) => {
    const { slipping } = readingOf(person).texts.discovery;
    const alert = await ownAlert(unit, person, params.alertId);
    if (!isPending(alert)) return { toast: slipping.closed };
    const card = await keepAlert(unit, person, change(alert, unit.now));
    const [nudge] = await unit.nudges.find({ personId: person.id, cardKey: alertKey(alert) });
    if (nudge) await unit.nudges.update(nudge.id, { actedAt: nudge.actedAt ?? unit.now });
    return { toast, ...(card ? { card } : {}) };
  };
}

const isPending = ({ state }: SlippingAlert) => state === "open" || state === "snoozed";

/** Somebody else's looks as if it did not exist. */
async function ownAlert(unit: Unit, person: Person, id = ""): Promise<SlippingAlert> {
  const alert = await unit.slippingAlerts.get(id);
  if (alert?.personId === person.id) return alert;
  throw new NotFound("gone", `No alert ${id} of ${person.id}.`);
}
