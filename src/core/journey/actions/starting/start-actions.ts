// Matches become actions, in one transaction: each match once, one card per customer and day unless it got worse.
import { offerNudge } from "../../../attention/offer-nudge.ts";
import type { Person } from "../../../model.ts";
import { fromLocalTime, localTime, type Workdays } from "../../../people/working-time.ts";
import type { Unit } from "../../../ports.ts";
import { actionEvent } from "../../../webhooks/action-events.ts";
import { announce } from "../../../webhooks/announce.ts";
import type { StoredMatch } from "../../stored.ts";
import { actionCard } from "../action-card.ts";
import { endAction, scheduleDeadline } from "../deadlines.ts";
import { isPending, keepAction } from "../keep-card.ts";
import type { NextAction } from "../next-action.ts";
import { scheduleWords } from "../words/add-words.ts";
import { dueAfter } from "./due.ts";
import { joinEvidence } from "./evidence.ts";
import type { ActionPlan, FoundMatch, PreparedMatch } from "./prepare-action.ts";
import { actionsLeft, type MostADay, tellFlood } from "./rule-flood.ts";

/** A match that something arriving late undid. */
export type WithdrawnMatch = { ruleId: string; customer: string; at: number };

type Services = { workdays: Workdays; mostADay: MostADay };

/** How much more an action has to be worth to interrupt again on the same day. */
const worseBy = 0.1;

/** What a match is known again by. */
export function matchKey({ ruleId, customer, at }: WithdrawnMatch): string {
  return `${ruleId}:${customer}:${at}`;
}

const keyOf = ({ inForce, customer, at }: FoundMatch) =>
  matchKey({ ruleId: inForce.rule.id, customer, at });

/** Starts what is new of `prepared`; what was kept before changes nothing. */
export async function startActions(
  unit: Unit,
  prepared: readonly PreparedMatch[],
  services: Services,
): Promise<void> {
  const { workdays, mostADay } = services;
  const fresh = await onlyFresh(unit, prepared);
  const left = await actionsLeft(unit, { fresh, mostADay, now: unit.now });
  await unit.matches.put(...fresh.map((one) => toStored(one, unit.now)));
  for (const one of fresh) {
    const { rule } = one.inForce;
    const places = left.get(rule.id) ?? 0;
    left.set(rule.id, places - 1);
    if (places === 0) await tellFlood(unit, { inForce: one.inForce, count: mostADay, workdays });
    if (places > 0 && !one.heldOut) await startOne(unit, one, workdays);
  }
}

type Fresh = PreparedMatch & { matchId: string };

async function onlyFresh(unit: Unit, prepared: readonly PreparedMatch[]): Promise<Fresh[]> {
  const known = await unit.matches.find({ key: prepared.map(keyOf) });
  const keys = new Set(known.map(({ key }) => key));
  return prepared
    .filter((one) => !keys.has(keyOf(one)) && keys.add(keyOf(one)))
    .map((one) => ({ ...one, matchId: unit.newId("match") }));
}

function toStored(one: Fresh, now: number): StoredMatch {
  const { inForce, customer, at, touches, heldOut, matchId } = one;
  return {
    ...{ id: matchId, key: keyOf(one), ruleId: inForce.rule.id, ruleVersionId: inForce.versionId },
    ...{ customer, at, touches: touches.map(({ id }) => id), heldOut, createdAt: now },
  };
}

async function startOne(unit: Unit, one: Fresh, workdays: Workdays): Promise<void> {
  const { plan } = one;
  if (!plan) return;
  const action = newAction(unit, { one, plan, workdays });
  const earlier = await earlierOf(unit, plan);
  if (!earlier || isWorse(action, earlier)) {
    if (earlier && isPending(earlier)) await endAction(unit, earlier, "worse");
    await begin(unit, { action, person: plan.person, workdays });
    if (plan.lacksWords) scheduleWords(unit, action);
  } else if (isPending(earlier)) await addTo(unit, earlier, plan);
}

type New = { one: Fresh; plan: ActionPlan; workdays: Workdays };

function newAction(unit: Unit, { one, plan, workdays }: New): NextAction {
  const { action, dueInMs, talkTrack = null } = one.inForce.rule.then;
  const { person, lacksWords: _, ...about } = plan;
  return {
    ...{
      id: unit.newId("nextAction"),
      matchId: one.matchId,
      personId: person.id,
      ...about,
      action,
      talkTrack,
    },
    ...{ state: "open", createdAt: unit.now, closedAt: null, snoozedTo: null },
    dueAt: dueAfter(unit.now, dueInMs, { timeZone: person.timeZone, workdays }),
  };
}

type Begun = { action: NextAction; person: Person; workdays: Workdays };

async function begin(unit: Unit, { action, person, workdays }: Begun): Promise<void> {
  await unit.nextActions.put(action);
  await announce(unit, [actionEvent("action.created", action)]);
  scheduleDeadline(unit, action);
  const card = actionCard(unit, person, { action });
  const { value } = action.reasons;
  await offerNudge(unit, workdays, { person, kind: "next_action", value, card });
}

/** What this person has, or had today, to do for this customer. */
async function earlierOf(unit: Unit, plan: ActionPlan): Promise<NextAction | undefined> {
  const { id: personId, timeZone } = plan.person;
  const { day } = localTime(unit.now, timeZone);
  const midnight = fromLocalTime({ day, minutes: 0 }, timeZone);
  const today = await unit.nextActions.find({ personId, createdAt: { gte: midnight } });
  const left = await unit.nextActions.find({ personId, state: ["open", "snoozed"] });
  return [...today, ...left]
    .filter((action) => isSameCustomer(action, plan))
    .sort(
      (one, other) =>
        Number(isPending(other)) - Number(isPending(one)) || other.createdAt - one.createdAt,
    )[0];
}

function isSameCustomer(action: NextAction, { contactId, accountId }: ActionPlan): boolean {
  if (accountId !== null) return action.accountId === accountId;
  return contactId !== null && action.contactId === contactId;
}

/** Worth clearly more, or due sooner than what is still to be done. */
function isWorse(action: NextAction, earlier: NextAction): boolean {
  if (action.reasons.value >= earlier.reasons.value + worseBy) return true;
  return isPending(earlier) && (action.dueAt ?? 0) < (earlier.dueAt ?? 0);
}

/** The same card, with what they did since. */
async function addTo(
  unit: Unit,
  earlier: NextAction,
  { person, reasons }: ActionPlan,
): Promise<void> {
  const evidence = joinEvidence(earlier.reasons.evidence, reasons.evidence);
  await keepAction(unit, person, { ...earlier, reasons: { ...earlier.reasons, evidence } });
}

/** Takes back what a late touch undid: what is still to be done is over. */
export async function withdrawActions(
  unit: Unit,
  withdrawn: readonly WithdrawnMatch[],
): Promise<void> {
  if (withdrawn.length === 0) return;
  const matches = await unit.matches.find({ key: withdrawn.map(matchKey) });
  const actions = await unit.nextActions.find({ matchId: matches.map(({ id }) => id) });
  for (const action of actions.filter(isPending)) await endAction(unit, action, "withdrawn");
}
