// Looks for alerts: the rep first; their manager when it lasts; and nobody any more when it is over.
import { offerNudge } from "../../attention/offer-nudge.ts";
import type { Person } from "../../model.ts";
import { managerOf } from "../../people/org.ts";
import type { Workdays } from "../../people/working-time.ts";
import type { Clock, Store, Unit } from "../../ports.ts";
import type { Alert, AlertEvidence } from "./alert.ts";
import { managerCard, repCard } from "./alert-cards.ts";
import { gatherTalks } from "./gather-talks.ts";
import { handOver } from "./hand-over.ts";
import { type LookPayload, scheduleAlerts } from "./jobs.ts";
import { type Judgement, judgeTalks } from "./judge.ts";
import { keepAlert } from "./keep-alert.ts";
import { repsOwnMs } from "./own-time.ts";
import { type AlertRule, alertRules } from "./rules.ts";

export type AlertServices = { store: Store; clock: Clock; workdays: Workdays };

/** What it is worth to its rep and to a manager, against everything else that day. */
const [repValue, managerValue] = [0.7, 0.6];

/** The job. */
export async function lookForAlerts(
  { personId }: LookPayload,
  { store, workdays }: AlertServices,
): Promise<(unit: Unit) => Promise<void>> {
  const named = personId === undefined ? {} : { id: personId };
  const reps = await store.read.people.find({ ...named, active: true, role: "rep" });
  return async (unit) => {
    if (personId === undefined) scheduleAlerts(unit);
    const company = { people: await unit.people.find({}), teams: await unit.teams.find({}) };
    for (const person of reps) {
      const manager = managerOf(person, company.people, company.teams);
      await lookAtRep(unit, { person, manager, workdays });
    }
  };
}

type Looking = { person: Person; manager: Person | undefined; workdays: Workdays };

async function lookAtRep(unit: Unit, looking: Looking): Promise<void> {
  const { person } = looking;
  const talks = await gatherTalks(unit, person, unit.now);
  for (const rule of alertRules) {
    const [stored] = await unit.alerts.find({ key: keyOf(rule, person) });
    const known = stored && (await stillTheirs(unit, stored, looking));
    const judged = judgeTalks(rule, talks(rule));
    await decide(unit, { ...looking, rule, known, judged });
  }
}

/** Of what is over nobody's card changes any more. */
async function stillTheirs(unit: Unit, alert: Alert, { person, manager }: Looking): Promise<Alert> {
  return alert.state === "resolved" ? alert : handOver(unit, alert, { rep: person, manager });
}

const keyOf = (rule: AlertRule, { id }: Person): string => `${rule.id}:${id}`;

type Deciding = Looking & {
  rule: (typeof alertRules)[number];
  known: Alert | undefined;
  judged: Judgement;
};

async function decide(unit: Unit, deciding: Deciding): Promise<void> {
  const { known, judged } = deciding;
  const isOver = !known || known.state === "resolved";
  if (!judged.fires) {
    if (!isOver) await keepAlert(unit, resolved(known, unit.now));
    return;
  }
  if (isOver) {
    if (isNew(known, judged)) await tellRep(unit, deciding);
    return;
  }
  const { managerToldAt } = known.evidence;
  const evidence = { ...judged.evidence, managerToldAt };
  const alert: Alert = { ...known, evidence, updatedAt: unit.now };
  const lasts = alert.state === "rep" && unit.now - alert.createdAt >= repsOwnMs;
  await (lasts ? tellManager(unit, alert, deciding) : keepAlert(unit, alert));
}

/** What somebody resolved comes back only with a talk it has not seen. */
function isNew(known: Alert | undefined, { evidence }: Judgement): boolean {
  return evidence.talks.some(({ at }) => at > (known?.resolvedAt ?? Number.NEGATIVE_INFINITY));
}

async function tellRep(unit: Unit, deciding: Deciding): Promise<void> {
  const { person, manager, rule, known, judged, workdays } = deciding;
  const evidence: AlertEvidence = { ...judged.evidence, managerToldAt: null };
  const alert: Alert = {
    ...{ id: known?.id ?? unit.newId("alert"), kind: rule.id, key: keyOf(rule, person) },
    ...{ personId: person.id, managerId: manager?.id ?? null, state: "rep", evidence },
    ...{ createdAt: unit.now, updatedAt: unit.now, resolvedAt: null },
  };
  await unit.alerts.put(alert);
  const card = repCard(unit, person, { alert, rule, manager });
  await offerNudge(unit, workdays, { person, kind: "alert", value: repValue, card });
}

/** One card for one cause, and the look that it is stands in the rep's log. */
async function tellManager(unit: Unit, alert: Alert, deciding: Deciding): Promise<void> {
  const { person, manager, rule, workdays } = deciding;
  if (!manager) return keepAlert(unit, alert);
  const evidence = { ...alert.evidence, managerToldAt: unit.now };
  const told: Alert = { ...alert, evidence, managerId: manager.id, state: "manager" };
  await keepAlert(unit, told);
  const look = { viewerId: manager.id, subjectId: person.id, resource: `skill:${rule.skill}` };
  await unit.looks.put({ id: unit.newId("look"), ...look, at: unit.now });
  const card = managerCard(unit, manager, { alert: told, rule, rep: person });
  await offerNudge(unit, workdays, { person: manager, kind: "alert", value: managerValue, card });
}

/** An alert that is over keeps no sentence of anybody's. */
export function resolved(alert: Alert, now: number): Alert {
  const talks = alert.evidence.talks.map((talk) => ({ ...talk, quote: null }));
  const evidence = { ...alert.evidence, talks };
  return { ...alert, evidence, state: "resolved", updatedAt: now, resolvedAt: now };
}
