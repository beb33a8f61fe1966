// The next step of a confirmed update as an action of the deal's owner, who is reminded on its day.
import { byName } from "../../../by-name.ts";
import { hourMs } from "../../../durations.ts";
import { endAction } from "../../../journey/actions/deadlines.ts";
import { isPending, storeAction } from "../../../journey/actions/keep-card.ts";
import { type NextAction, pending } from "../../../journey/actions/next-action.ts";
import { scheduleWake } from "../../../journey/actions/snooze-action.ts";
import { removeAction } from "../../../journey/actions/tasks/put-action.ts";
import type { Deal, Person } from "../../../model.ts";
import { fromLocalTime, officeHours } from "../../../people/working-time.ts";
import type { Reader, Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import { textsFor } from "../../../text/texts.ts";
import { actionEvent } from "../../../webhooks/action-events.ts";
import { announce } from "../../../webhooks/announce.ts";
import { dealSubjects } from "../../subjects.ts";
import type { StageUpdate, Written } from "../stored.ts";
import { sayValue } from "../values.ts";

/** What actions of updates name in place of a rule. */
const updateRule = "update";

/** A reminder for today comes so long after the update, and leaves as long until it is due. */
const sameDayMs = hourMs;
/** Its person named it: it comes before what behaviour suggests. */
const promisedValue = 0.9;

/** Steps that are actions of their own name; the others keep theirs. */
const actionOf: Record<string, string> = byName({
  ...{ call: "call", send_proposal: "send-quote", site_visit: "visit", follow_up: "check-in" },
});

type Step = { person: Person; update: StageUpdate; deal: Deal; label: string };

/** Starts the action, in place of the one an earlier update of this deal left. */
export async function startNextStep(
  unit: Unit,
  step: Step,
): Promise<Pick<Written, "actionId" | "replaced">> {
  const { nextStep } = step.update.understood.values;
  if (nextStep === undefined) return { actionId: null, replaced: [] };
  const earlier = await unit.nextActions.find({ dealId: step.deal.id, state: pending });
  const replaced = earlier.filter(({ reasons }) => reasons.ruleId === updateRule);
  for (const action of replaced) await endAction(unit, action, "worse");
  const ids = replaced.map(({ id }) => id);
  if (nextStep === "none") return { actionId: null, replaced: ids };
  const action = await newAction(unit, step);
  await unit.nextActions.put(action);
  await announce(unit, [actionEvent("action.created", action)]);
  scheduleWake(unit, action);
  return { actionId: action.id, replaced: ids };
}

async function newAction(unit: Unit, step: Step): Promise<NextAction> {
  const { person, update, deal, label } = step;
  const owner = (deal.ownerId && (await unit.people.get(deal.ownerId))) || person;
  const [subject] = await dealSubjects(unit, [deal]);
  const contact = await unit.contacts.get(subject?.contactId ?? "");
  const { values } = update.understood;
  const reading = readingOf(owner);
  const said = sayValue("nextStep", { values, currency: null, reading });
  return {
    ...{ id: unit.newId("nextAction"), matchId: null, personId: owner.id, dealId: deal.id },
    ...{ contactId: contact?.id ?? null, accountId: deal.accountId, talkTrack: null },
    action: actionOf[values.nextStep ?? ""] ?? said,
    reasons: {
      ...{ ruleId: updateRule, ruleName: ruleName(), customer: label, value: promisedValue },
      ...{ evidence: [], lines: [], language: contact?.language === "zh" ? "zh" : owner.language },
      ...{ contactName: contact?.name ?? null, round: 0 },
    },
    ...timesOf(values.nextStepDate, owner, unit.now),
    ...{ createdAt: unit.now, closedAt: null },
  };
}

const ruleName = () => ({
  en: textsFor("en").updates.reminder.from,
  zh: textsFor("zh").updates.reminder.from,
});

type Times = Pick<NextAction, "state" | "dueAt" | "snoozedTo">;

/** The morning of its day; due that evening. Without a day it waits among the person's actions. */
function timesOf(day: string | undefined, { timeZone }: Person, now: number): Times {
  if (!day) return { state: "open", dueAt: null, snoozedTo: null };
  const at = (minutes: number) => fromLocalTime({ day, minutes }, timeZone);
  const snoozedTo = Math.max(at(officeHours.from), now + sameDayMs);
  return {
    state: "snoozed",
    snoozedTo,
    dueAt: Math.max(at(officeHours.to), snoozedTo + sameDayMs),
  };
}

/** When it comes back, for the card of the update. */
export async function sayReminder(
  read: Pick<Reader, "nextActions">,
  actionId: string | null,
  { texts, format }: Reading,
): Promise<string> {
  const action = actionId ? await read.nextActions.get(actionId) : undefined;
  if (!action) return "";
  const { reminder } = texts.updates;
  const { snoozedTo: at } = action;
  return at === null
    ? reminder.none
    : reminder.at({ time: `${format.day(at)} ${format.time(at)}` });
}

/** Takes the action back, and puts back those it took the place of. */
export async function undoNextStep(unit: Unit, { actionId, replaced }: Written): Promise<void> {
  const action = actionId ? await unit.nextActions.get(actionId) : undefined;
  if (action && isPending(action)) await removeAction(unit, action);
  for (const earlier of await unit.nextActions.find({ id: replaced })) {
    if (earlier.reasons.expired === "worse") await putBack(unit, earlier);
  }
}

/** As it was; where its hour came meanwhile, it comes now. */
async function putBack(unit: Unit, earlier: NextAction): Promise<void> {
  const { expired: _, ...reasons } = earlier.reasons;
  const snoozedTo = earlier.snoozedTo === null ? null : Math.max(earlier.snoozedTo, unit.now);
  const state = snoozedTo === null ? "open" : "snoozed";
  const back: NextAction = { ...earlier, reasons, state, snoozedTo, closedAt: null };
  await storeAction(unit, back);
  scheduleWake(unit, back);
}
