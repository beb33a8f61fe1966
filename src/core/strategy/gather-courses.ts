// The courses of a manager's deals, as the records and the log tell them: one pass over the log, in parts. Reads only.
import { groupBy } from "../group-by.ts";
import { customersBy, lookUp, nobodyKnown } from "../journey/live/who-is-who.ts";
import { type Deal, stages, type Touch } from "../model.ts";
import { createOrg } from "../people/org.ts";
import type { EventLog, Reader } from "../ports.ts";
import { type Claim, type Metric, openStages } from "./claim.ts";
import type { StrategyServices } from "./services.ts";
import { type Course, rankSizes, type Span } from "./testing/course.ts";
import { type Use, useOf, usesOf } from "./uses.ts";

/** What to gather: what was done, for whom, and what counts as the outcome. */
export type Wanted = Pick<Claim, "action" | "population" | "outcome">;

/** A deal with its course. */
export type DealCourse = Course & { deal: Deal };

/** Touches read at once: some ten milliseconds. */
const partSize = 2_000;
const touchMetrics: Partial<Record<Metric, readonly string[]>> = {
  meeting: ["meeting.booked", "meeting.held"],
  reply: ["email.reply", "message.received", "call.received"],
};

/** Whose deals: those of everybody under these people, themselves included. */
type Whose = { managerId: string | readonly string[]; now: number };

/** Gathers the deals of everybody under a manager, or some, that a claim is about. */
export async function gatherCourses(
  services: Pick<StrategyServices, "store" | "pause"> & { events: Pick<EventLog, "after"> },
  wanted: Wanted,
  { managerId, now }: Whose,
): Promise<DealCourse[]> {
  const { read } = services.store;
  const owners = await ownersOf(read, wanted, [managerId].flat());
  const deals = await read.deals.find({ openedAt: { lte: now } });
  const accounts = await read.accounts.find({
    id: [...new Set(deals.flatMap(({ accountId }) => accountId ?? []))],
  });
  const industryOf = new Map(accounts.map(({ id, industry }) => [id, industry ?? ""]));
  const histories = await historiesOf(read);
  const amounts = await firstAmounts(read, deals);
  const sizeRanks = rankSizes(deals.map((deal) => amounts.get(deal.id) ?? deal.amount));
  const courses = deals.flatMap((deal, index): DealCourse[] => {
    const segment = industryOf.get(deal.accountId ?? "") ?? "";
    const spans = spansOf(deal, { ...histories, now }).filter(
      ({ repId, stage }) => owners.has(repId) && isMeant(wanted, { stage, segment }),
    );
    if (spans.length === 0) return [];
    return [
      {
        ...{ deal, id: deal.id, cluster: deal.accountId ?? deal.id, segment, spans },
        ...{ openedAt: deal.openedAt ?? 0, sizeRank: sizeRanks[index] ?? 0.5 },
        ...{ actedAt: null, outcomes: outcomesOf(deal, wanted, histories) },
      },
    ];
  });
  await follow(services, { courses, wanted, now });
  return courses;
}

/** Ids of the people whose deals are meant: those under the manager, of the team named. */
async function ownersOf(
  read: Reader,
  { population }: Wanted,
  managerIds: readonly string[],
): Promise<Set<string>> {
  const [people, teams] = [await read.people.find({}), await read.teams.find({})];
  const org = createOrg(people, teams);
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const isIn = (teamId: string | null) => {
    for (let id = teamId, steps = 0; id && steps < 50; id = parentOf.get(id) ?? null, steps += 1) {
      if (id === population.teamId) return true;
    }
    return population.teamId === undefined;
  };
  const isUnder = (id: string) => managerIds.some((managerId) => org.isUnder(managerId, id));
  const under = people.filter(({ id, teamId }) => isIn(teamId) && isUnder(id));
  return new Set(under.map(({ id }) => id));
}

function isMeant({ population }: Wanted, { stage, segment }: { stage: string; segment: string }) {
  if (population.stages.length > 0 && !population.stages.includes(stage)) return false;
  return population.industry === undefined || population.industry === segment;
}

type Histories = Awaited<ReturnType<typeof historiesOf>>;

async function historiesOf(read: Reader) {
  const moves = await read.stageChanges.find({}, { order: { by: "at" } });
  const owners = await read.ownerChanges.find({ kind: "deal" }, { order: { by: "at" } });
  return {
    moves: groupBy(moves, ({ dealId }) => dealId),
    owners: groupBy(owners, ({ recordId }) => recordId),
  };
}

/** The first amount anybody wrote down: a later one may be what came of the action. */
async function firstAmounts(read: Reader, deals: readonly Deal[]): Promise<Map<string, number>> {
  const values = await read.fieldValues.find(
    { kind: "deal", field: "amount", recordId: deals.map(({ id }) => id) },
    { order: { by: "at" } },
  );
  const first = new Map<string, number>();
  for (const { recordId, value } of values) {
    if (typeof value === "number" && !first.has(recordId)) first.set(recordId, value);
  }
  return first;
}

/** In which stage and with whom a deal was, from its opening to its end. */
function spansOf(deal: Deal, { moves, owners, now }: Histories & { now: number }): Span[] {
  const from = deal.openedAt ?? 0;
  const to = Math.min(now, deal.closedAt ?? (deal.status === "open" ? now : from));
  const stageMoves = (moves.get(deal.id) ?? []).map(({ at, from: before, to: after }) => ({
    ...{ at, before, after },
  }));
  const ownerMoves = (owners.get(deal.id) ?? [])
    .filter(({ fromId }) => fromId !== null)
    .map(({ at, fromId, toId }) => ({ at, before: fromId, after: toId }));
  const cuts = [...stageMoves, ...ownerMoves]
    .map(({ at }) => at)
    .filter((at) => at > from && at < to);
  const edges = [...new Set([from, ...cuts, to])].sort((a, b) => a - b);
  return edges.slice(0, -1).flatMap((start, index): Span[] => {
    const stage = valueAt(stageMoves, start, deal.stage);
    const repId = valueAt(ownerMoves, start, deal.ownerId);
    if (!repId || !openStages.includes(stage as (typeof openStages)[number])) return [];
    return [{ from: start, to: edges[index + 1] ?? to, stage: stage ?? "", repId }];
  });
}

type Move = { at: number; before: string | null; after: string | null };

/** What held at a moment: what the last move brought, else what the first one found, else what holds today. */
function valueAt(moves: readonly Move[], at: number, today: string | null): string | null {
  const last = moves.findLast((move) => move.at <= at);
  if (last) return last.after;
  const first = moves[0];
  return first ? (first.before ?? "new") : today;
}

const places: ReadonlyMap<string, number> = new Map(stages.map((stage, place) => [stage, place]));
const placeOf = (stage: string | null) => places.get(stage ?? "") ?? -1;

/** Outcomes that stand in the records; those of the log are added as it is read. */
function outcomesOf(deal: Deal, { outcome }: Wanted, { moves }: Histories): number[] {
  const won = deal.status === "won" && deal.closedAt !== null ? [deal.closedAt] : [];
  if (outcome === "won") return won;
  if (outcome !== "moved") return [];
  const forward = (moves.get(deal.id) ?? []).filter(
    ({ from, to }) => to !== "lost" && placeOf(to) > placeOf(from),
  );
  return [...new Set([...forward.map(({ at }) => at), ...won])].sort((a, b) => a - b);
}

type Following = { courses: DealCourse[]; wanted: Wanted; now: number };

async function follow(
  { store, events, pause }: Parameters<typeof gatherCourses>[0],
  { courses, wanted, now }: Following,
): Promise<void> {
  const ofCustomer = await coursesByCustomer(store.read, courses);
  await followActions(store.read, { courses, wanted });
  const outcomeTypes = new Set(touchMetrics[wanted.outcome] ?? []);
  // Neither is in the log: a year of it need not be read.
  if (wanted.action.kind !== "touch" && outcomeTypes.size === 0) return;
  const isTelling = (touch: Touch) =>
    touch.at <= now && (isAction(touch, wanted) || outcomeTypes.has(touch.type));
  const who = nobodyKnown();
  const customerOf = customersBy(who);
  for await (const part of partsOf({ events, pause })) {
    const telling = part.filter(isTelling);
    await lookUp(who, telling, store.read);
    for (const touch of telling) {
      const ids = [customerOf(touch, "account"), customerOf(touch, "contact")];
      const theirs = new Set(ids.flatMap((id) => ofCustomer.get(id ?? "") ?? []));
      for (const course of theirs) take(course, touch, { wanted, outcomeTypes });
    }
  }
  for (const course of courses) course.outcomes.sort((a, b) => a - b);
}

/** The whole log, in order of arrival. */
async function* partsOf({
  events,
  pause,
}: Pick<Parameters<typeof gatherCourses>[0], "events" | "pause">) {
  for (let position = 0; ; ) {
    const part = await events.after(position, partSize);
    yield part.map(({ touch }) => touch);
    const last = part.at(-1);
    if (!last || part.length < partSize) return;
    position = last.position;
    await pause();
  }
}

async function coursesByCustomer(read: Reader, courses: readonly DealCourse[]) {
  const leads = await read.leads.find({ id: courses.flatMap(({ deal }) => deal.leadId ?? []) });
  const contactOf = new Map(leads.map(({ id, contactId }) => [id, contactId]));
  const found = new Map<string, DealCourse[]>();
  for (const course of courses) {
    const { accountId, leadId } = course.deal;
    for (const id of [accountId, contactOf.get(leadId ?? "")]) {
      if (id) found.set(id, [...(found.get(id) ?? []), course]);
    }
  }
  return found;
}

function isAction({ type, props }: Touch, { action }: Wanted): boolean {
  if (action.kind !== "touch" || type !== action.type) return false;
  return action.part === undefined || props.page === action.part || props.kind === action.part;
}

type Taking = { wanted: Wanted; outcomeTypes: ReadonlySet<string> };

function take(course: DealCourse, touch: Touch, { wanted, outcomeTypes }: Taking): void {
  if (touch.at < course.openedAt) return;
  if (isAction(touch, wanted)) actOn(course, touch.at);
  if (outcomeTypes.has(touch.type)) course.outcomes.push(touch.at);
}

function actOn(course: DealCourse, at: number): void {
  if (at < course.openedAt) return;
  course.actedAt = Math.min(course.actedAt ?? Number.POSITIVE_INFINITY, at);
}

/** Actions of a rule, or uses of a talk track. */
async function followActions(
  read: Reader,
  { courses, wanted }: Pick<Following, "courses" | "wanted">,
): Promise<void> {
  const { action } = wanted;
  if (action.kind === "touch") return;
  const done =
    action.kind === "script"
      ? await usesOf(read, [action.scriptId])
      : await doneActions(read, action.ruleId);
  applyUses(courses, done);
}

/** Marks the courses that something was done for, each at the first time. */
export function applyUses(courses: readonly DealCourse[], uses: readonly Use[]): void {
  const byDeal = groupBy(courses, ({ deal }) => deal.id);
  const byAccount = groupBy(courses, ({ deal }) => deal.accountId ?? "");
  for (const { dealId, accountId, at } of uses) {
    const theirs = byDeal.get(dealId ?? "none") ?? byAccount.get(accountId ?? "none") ?? [];
    for (const course of theirs) actOn(course, at);
  }
}

async function doneActions(read: Reader, ruleId: string): Promise<Use[]> {
  const done = await read.nextActions.find({ state: "done" });
  return done.filter(({ reasons }) => reasons.ruleId === ruleId).map((one) => useOf(one));
}
