// What happens to an action when time passes: it comes back from a snooze, is told to the manager once it is overdue, and
// is over a week later.
import { offerNudge } from "../../attention/offer-nudge.ts";
import { note } from "../../blocks.ts";
import type { Card } from "../../card.ts";
import { hourMs, weekMs } from "../../durations.ts";
import type { Person } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Unit } from "../../ports.ts";
import { dateInline, readingOf } from "../../text/format.ts";
import { actionCard, ruleNameOf, titleOf } from "./action-card.ts";
import { keepAction, storeAction } from "./keep-card.ts";
import { withoutSecrets } from "./lock-screen.ts";
import type { NextAction } from "./next-action.ts";
import { putAction } from "./tasks/put-action.ts";

/** Brings an action back from a snooze. */
export const wakeJob = "action.wake";
/** Looks at an action whose deadline has passed. */
export const overdueJob = "action.overdue";
/** Ends an action nobody did. */
export const expireJob = "action.expire";

export type ActionPayload = { actionId: string };
type Write = (unit: Unit) => Promise<void>;

/** An action nobody did a week after its deadline is over: what called for it is. */
const expiresAfterMs = weekMs;
/** Somebody who put an action off past its deadline has so long when it comes back. */
const graceMs = 2 * hourMs;

/** Queues the look at an action's deadline; at most one for each deadline it has. */
export function scheduleDeadline(unit: Unit, { id, dueAt }: NextAction): void {
  if (dueAt === null) return;
  const key = `${overdueJob}:${id}:${dueAt}`;
  unit.schedule({ kind: overdueJob, key, runAt: dueAt, payload: { actionId: id } });
}

/** The job: the card comes again, as a message of its own. A snooze that was changed since comes at its new hour. */
export async function wakeAction({ actionId }: ActionPayload): Promise<Write> {
  return async (unit) => {
    const action = await unit.nextActions.get(actionId);
    const isDue = action?.state === "snoozed" && (action.snoozedTo ?? 0) <= unit.now;
    const person = action && (await unit.people.get(action.personId));
    if (!action || !isDue || !person?.active) return;
    const round = action.reasons.round + 1;
    const woken = await putAction(unit, {
      ...action,
      ...{ state: "open", snoozedTo: null, reasons: { ...action.reasons, round } },
      dueAt: Math.max(action.dueAt ?? 0, unit.now + graceMs),
    });
    scheduleDeadline(unit, woken);
    // Its person set the hour, so it takes nothing of their budget (attention/budget.ts).
    unit.post({ to: person.id, card: actionCard(unit, person, { action: woken }) });
  };
}

/** The job: an action that is still open goes to the manager, once. Put off, it is looked at when it is back. */
export async function tellOverdue(
  { actionId }: ActionPayload,
  { workdays }: { workdays: Workdays },
): Promise<Write> {
  return async (unit) => {
    const action = await unit.nextActions.get(actionId);
    const isOverdue = action?.state === "open" && (action.dueAt ?? Infinity) <= unit.now;
    const person = action && (await unit.people.get(action.personId));
    if (!action || !isOverdue || !person) return;
    const key = `${expireJob}:${action.id}:${action.dueAt}`;
    const payload: ActionPayload = { actionId: action.id };
    unit.schedule({ kind: expireJob, key, runAt: unit.now + expiresAfterMs, payload });
    if (action.reasons.escalatedAt !== undefined) return;
    const told = { ...action, reasons: { ...action.reasons, escalatedAt: unit.now } };
    await keepAction(unit, person, told);
    const manager = managerOf(person, await unit.people.find({}), await unit.teams.find({}));
    if (!manager) return;
    const card = overdueCard(manager, { action: told, person });
    const { value } = action.reasons;
    await offerNudge(unit, workdays, { person: manager, kind: "escalation", value, card });
  };
}

/** The job: what nobody did is over. What was put off has another deadline, and a week from that. */
export async function expireAction({ actionId }: ActionPayload): Promise<Write> {
  return async (unit) => {
    const action = await unit.nextActions.get(actionId);
    const isLongOverdue = (action?.dueAt ?? Infinity) + expiresAfterMs <= unit.now;
    if (action?.state === "open" && isLongOverdue) await endAction(unit, action, "overdue");
  };
}

/** Closes an action nobody did, with why. */
export async function endAction(
  unit: Unit,
  action: NextAction,
  expired: NonNullable<NextAction["reasons"]["expired"]>,
): Promise<void> {
  const reasons = { ...action.reasons, expired };
  await storeAction(unit, { ...action, reasons, state: "expired", closedAt: unit.now });
}

function overdueCard(
  manager: Person,
  { action, person }: { action: NextAction; person: Person },
): Card {
  const reading = readingOf(manager);
  const { overdue } = reading.texts.actions;
  const what = titleOf(action, reading);
  const { name } = person;
  const due = dateInline(action.dueAt ?? 0, "both", reading.format);
  return {
    key: `overdue:${action.id}`,
    title: overdue.title({ name, what }),
    subtitle: ruleNameOf(action, reading),
    tone: "warn",
    summary: overdue.summary({ name: withoutSecrets(name), what: withoutSecrets(what) }),
    blocks: [{ t: "fields", items: [{ label: overdue.due, value: [due] }] }, note(overdue.hint)],
  };
}
