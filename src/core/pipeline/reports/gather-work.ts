// Reads what somebody did in a period: what they confirmed, who they talked to, what they finished and took on.
import { dayMs } from "../../durations.ts";
import { type NextAction, pending } from "../../journey/actions/next-action.ts";
import { customerName, viewLead } from "../../leads/gathering/customer.ts";
import type { Deal, Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { dealSubjects } from "../subjects.ts";
import type { Talk } from "../updates/stored.ts";
import type { Period } from "./period.ts";
import { type AheadWork, type DealWork, mergeFields, type Work } from "./work.ts";

/** A talk is kept with the update it asked for, which was made within so long of it. */
const talkSlackMs = dayMs;
/** What actions of updates name in place of a rule: they say what the deal's next step says. */
const updateRule = "update";

type Whose = { person: Person; period: Period };

/** Everything a report may say. */
export async function gatherWork(read: Reader, whose: Whose): Promise<Work> {
  const { person, period } = whose;
  const within = { gte: period.from, lt: period.to };
  const done = await read.nextActions.find(
    { personId: person.id, state: "done", closedAt: within },
    { order: { by: "closedAt" } },
  );
  return {
    deals: await dealsOf(read, whose),
    talks: await talksOf(read, whose),
    done,
    leads: await leadsOf(read, whose),
    ahead: await aheadOf(read, whose),
  };
}

async function dealsOf(read: Reader, { person, period }: Whose): Promise<DealWork[]> {
  const updates = await read.stageUpdates.find({
    ...{ personId: person.id, state: "confirmed" },
    confirmedAt: { gte: period.from, lt: period.to },
  });
  const fields = mergeFields(updates);
  const deals = await read.deals.find({ id: [...fields.keys()] });
  const labels = await labelsOf(read, deals);
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  return [...fields].flatMap(([id, changed]) => {
    const deal = byId.get(id);
    if (!deal) return [];
    return [{ label: labels.get(id) ?? deal.name, currency: deal.currency, fields: changed }];
  });
}

/** Every talk a system reported, whatever its person made of the card that asked about it. */
async function talksOf(read: Reader, { person, period }: Whose): Promise<Talk[]> {
  const { from, to } = period;
  const updates = await read.stageUpdates.find({
    ...{ personId: person.id },
    createdAt: { gte: from - talkSlackMs, lt: to + talkSlackMs },
  });
  const talks = updates
    .flatMap(({ understood }) => understood.talks)
    .filter(({ at }) => at >= from && at < to);
  const each = new Map(talks.map((talk) => [talk.touchId, talk]));
  return [...each.values()].sort((one, other) => one.at - other.at);
}

async function leadsOf(read: Reader, { person, period }: Whose): Promise<string[]> {
  const accepted = await read.assignments.find(
    {
      ...{ repId: person.id, state: "accepted" },
      closedAt: { gte: period.from, lt: period.to },
    },
    { order: { by: "closedAt" } },
  );
  const views = await Promise.all(
    [...new Set(accepted.map(({ leadId }) => leadId))].map((id) => viewLead(read, id)),
  );
  return views.flatMap((view) => (view ? [customerName(view)] : []));
}

async function aheadOf(read: Reader, { person, period }: Whose): Promise<Work["ahead"]> {
  const within = { gte: period.next.from, lt: period.next.to };
  const deals = await read.deals.find(
    { ownerId: person.id, status: "open", nextStepDate: within },
    { order: { by: "nextStepDate" } },
  );
  const labels = await labelsOf(read, deals);
  const steps = deals.flatMap(({ id, name, nextStep, nextStepDate }): AheadWork[] =>
    nextStep && nextStepDate !== null
      ? [{ label: labels.get(id) ?? name, step: nextStep, at: nextStepDate }]
      : [],
  );
  const own = await read.nextActions.find({ personId: person.id, state: pending });
  const actions = own
    .filter(({ reasons }) => reasons.ruleId !== updateRule)
    .filter((action) => whenOf(action) >= period.next.from && whenOf(action) < period.next.to)
    .sort((one, other) => whenOf(one) - whenOf(other));
  return { steps, actions };
}

const whenOf = ({ state, dueAt, snoozedTo }: NextAction): number =>
  (state === "snoozed" ? snoozedTo : dueAt) ?? Number.POSITIVE_INFINITY;

async function labelsOf(read: Reader, deals: readonly Deal[]): Promise<Map<string, string>> {
  const subjects = await dealSubjects(read, [...deals]);
  return new Map(subjects.map(({ id, label }) => [id, label]));
}
