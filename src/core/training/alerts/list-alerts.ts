// "alerts": what stands now, for a rep about themselves, for a manager about those who were told before them.
import { note } from "../../blocks.ts";
import type { Block, Card } from "../../card.ts";
import type { Person } from "../../model.ts";
import { readOrg } from "../../people/org.ts";
import { may } from "../../people/permissions.ts";
import type { Reader, Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Effect } from "../../use-case.ts";
import type { Alert } from "./alert.ts";
import { managerCard, repCard } from "./alert-cards.ts";
import { gatherTalks } from "./gather-talks.ts";
import { judgeTalks } from "./judge.ts";
import type { AlertServices } from "./look.ts";
import { ruleOf } from "./rules.ts";

/** More than these at once help nobody. */
const mostCards = 5;

/** Posts the cards that stand; asked for, so they count as nothing of the budget. */
export async function showAlerts(
  { store, clock }: Pick<AlertServices, "store" | "clock">,
  person: Person,
): Promise<Effect> {
  const alerts = (await standing(store.read, person, clock())).slice(0, mostCards);
  return async (unit) => {
    if (alerts.length === 0) unit.post({ to: person.id, card: noneCard(unit, person) });
    for (const alert of alerts) await postOne(unit, person, alert);
    return {};
  };
}

async function standing(read: Reader, person: Person, now: number): Promise<Alert[]> {
  const latest = { order: { by: "updatedAt", descending: true } } as const;
  const own = await read.alerts.find(
    { personId: person.id, state: ["rep", "manager", "acknowledged"] },
    latest,
  );
  if (person.role !== "manager") return own;
  const told = await read.alerts.find(
    { managerId: person.id, state: ["manager", "acknowledged"] },
    latest,
  );
  const org = await readOrg(read);
  const isTheirs = ({ personId }: Alert) =>
    may(person, "skills.read", { ownerIds: [personId], shared: true }, org);
  const shown = [];
  for (const alert of told.filter(isTheirs)) {
    if (await stands(read, alert, now)) shown.push(alert);
  }
  return [...own, ...shown];
}

/** What was shared may no longer be: nobody is shown a sentence that was taken back. */
async function stands(read: Reader, alert: Alert, now: number): Promise<boolean> {
  const rule = ruleOf(alert);
  const rep = await read.people.get(alert.personId);
  if (!rule || !rep) return false;
  return judgeTalks(rule, (await gatherTalks(read, rep, now))(rule)).fires;
}

async function postOne(unit: Unit, person: Person, alert: Alert): Promise<void> {
  const rule = ruleOf(alert);
  const rep = await unit.people.get(alert.personId);
  if (!rule || !rep) return;
  if (rep.id === person.id) {
    const manager = alert.managerId ? await unit.people.get(alert.managerId) : undefined;
    await postAsked(unit, person, repCard(unit, person, { alert, rule, manager }));
    return;
  }
  const look = { viewerId: person.id, subjectId: rep.id, resource: `skill:${rule.skill}` };
  await unit.looks.put({ id: unit.newId("look"), ...look, at: unit.now });
  await postAsked(unit, person, managerCard(unit, person, { alert, rule, rep }));
}

/** From here on it changes where it is, and a digest need not say it again. */
async function postAsked(unit: Unit, { id }: Person, card: Card): Promise<void> {
  unit.post({ to: id, card });
  const told = await unit.nudges.find({ personId: id, cardKey: card.key });
  for (const nudge of told) {
    const isWaiting = nudge.state === "held" || nudge.state === "digest";
    const state = isWaiting ? "digested" : nudge.state;
    await unit.nudges.put({ ...nudge, state, actedAt: nudge.actedAt ?? unit.now });
  }
}

function noneCard(unit: Unit, person: Person) {
  const { alerts } = readingOf(person).texts;
  const blocks: Block[] = [note(alerts.how)];
  const key = `alerts:${unit.newId("message")}`;
  return { key, title: alerts.none, tone: "info" as const, summary: alerts.none, blocks };
}
