// Later: in an hour, tomorrow morning, or on a day its person picks. It comes back at that hour, whatever else came.
import type { Card } from "../../card.ts";
import { plain } from "../../card.ts";
import { dayMs, hourMs } from "../../durations.ts";
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
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { wakeJob } from "./deadlines.ts";
import { isPending, keepAction } from "./keep-card.ts";
import { actionKey, type NextAction } from "./next-action.ts";
import { ownAction } from "./own-action.ts";

/** Longer than this is not "later". */
const longestMs = 30 * dayMs;

/** One hour from now, to the minute: somebody asked for just that. */
export function snoozeHour({ person, params }: Ask): Effect {
  return snooze(person, params, (now) => now + hourMs);
}

/** The next working morning. */
export function snoozeTomorrow(
  { workdays }: { workdays: Workdays },
  { person, params }: Ask,
): Effect {
  return snooze(person, params, (now) => {
    const { timeZone } = person;
    const morning = { day: nextDay(localTime(now, timeZone).day), minutes: officeHours.from };
    return nextWorkingMoment(fromLocalTime(morning, timeZone), { timeZone, workdays });
  });
}

/** Asks for a day. */
export function askSnooze({ person, params }: Ask): Effect {
  return async (unit) => {
    const { actions } = readingOf(person).texts;
    const action = await ownAction(unit, person, params.actionId);
    if (!isPending(action)) return { toast: actions.closedBefore };
    const title = actions.snooze.title({ customer: action.reasons.customer });
    const ref = unit.arm({
      ...{ action: "action.snooze.submit", params: { actionId: action.id } },
      ...{ personId: person.id, cardKey: params.cardKey ?? actionKey(action) },
    });
    const value = nextDay(localTime(unit.now, person.timeZone).day);
    const card: Card = {
      ...{ key: `snooze:${action.id}`, title, tone: "info", summary: actions.snooze.submit },
      blocks: [
        {
          t: "form",
          id: "snooze",
          fields: [{ kind: "date", name: "day", label: actions.snooze.day, required: true, value }],
          submit: { id: "action.snooze.submit", label: actions.snooze.submit, ref },
        },
      ],
    };
    return { open: card };
  };
}

/** The day that was picked, in the morning; working or not, for they picked it. */
export async function snoozeUntil({ person, params, values }: Answer): Promise<Effect> {
  const day = textOf(values, "day");
  return async (unit) => {
    const at = /^\d{4}-\d{2}-\d{2}$/.test(day)
      ? fromLocalTime({ day, minutes: officeHours.from }, person.timeZone)
      : Number.NaN;
    if (!(at > unit.now && at <= unit.now + longestMs)) {
      return { errors: { day: readingOf(person).texts.actions.snooze.bad } };
    }
    return snooze(person, params, () => at)(unit);
  };
}

function snooze(person: Person, params: Ask["params"], until: (now: number) => number): Effect {
  return async (unit) => {
    const reading = readingOf(person);
    const { actions } = reading.texts;
    const action = await ownAction(unit, person, params.actionId);
    if (!isPending(action)) return { toast: actions.closedBefore };
    const snoozedTo = until(unit.now);
    const snoozed = { ...action, state: "snoozed" as const, snoozedTo };
    scheduleWake(unit, snoozed);
    const at = plain([dateInline(snoozedTo, "both", reading.format)]);
    return { toast: actions.snoozedToast({ at }), card: await keepAction(unit, person, snoozed) };
  };
}

/** Queues the moment at which a snoozed action comes back. */
export function scheduleWake(unit: Unit, { id, snoozedTo }: NextAction): void {
  if (snoozedTo === null) return;
  const key = `${wakeJob}:${id}:${snoozedTo}`;
  unit.schedule({ kind: wakeJob, key, runAt: snoozedTo, payload: { actionId: id } });
}
