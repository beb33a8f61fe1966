// How a team's last working day went, in four numbers.
import { addDays } from "../../calendar-days.ts";
import { groupBy } from "../../group-by.ts";
import { may } from "../../people/permissions.ts";
import { fromLocalTime, localTime, type Workdays } from "../../people/working-time.ts";
import { workdayFrom } from "../../pipeline/reports/period.ts";
import type { Reader } from "../../ports.ts";
import type { Team } from "./team.ts";

/** Since the beginning of `day`; deals are counted once, by where they were and where they are. */
export type Numbers = { day: string; leads: number; moves: number; won: number; lost: number };

/** The working day before today, where somebody is. */
export function dayBefore(now: number, timeZone: string, workdays: Workdays): string {
  const yesterday = addDays(localTime(now, timeZone).day, -1);
  return workdayFrom(yesterday, { timeZone, workdays }, -1);
}

/** From the start of `day` (the manager's) until `now`. */
export async function countSince(
  read: Reader,
  { team, day, now }: { team: Team; day: string; now: number },
): Promise<Numbers> {
  const from = fromLocalTime({ day, minutes: 0 }, team.manager.timeZone);
  const at = { gte: from, lte: now };
  const moves = await movesOf(read, team, at);
  const to = (stage: string) => moves.filter((move) => move.to === stage).length;
  const [won, lost] = [to("won"), to("lost")];
  return {
    ...{ day, leads: await leadsOf(read, team, at), won, lost },
    moves: moves.length - won - lost,
  };
}

type Span = { gte: number; lte: number };

async function leadsOf(read: Reader, { manager, org }: Team, createdAt: Span): Promise<number> {
  const leads = await read.leads.find({ createdAt });
  const id = leads.map((lead) => lead.id);
  const offers = await read.assignments.find({ leadId: id, state: ["offered", "accepted"] });
  const offeredTo = new Map(offers.map(({ leadId, repId }) => [leadId, repId]));
  return leads.filter((lead) => {
    const ownerIds = [lead.ownerId, offeredTo.get(lead.id)].filter(
      (one) => typeof one === "string",
    );
    return may(manager, "lead.read", { ownerIds }, org);
  }).length;
}

/** What was put back is no move, nor is where a new deal began. */
async function movesOf(read: Reader, { manager, ids }: Team, at: Span): Promise<{ to: string }[]> {
  const changes = await read.stageChanges.find({ at }, { order: { by: "at" } });
  const byDeal = groupBy(
    changes.filter(({ from }) => from !== null),
    ({ dealId }) => dealId,
  );
  const owners = new Set([...ids, manager.id]);
  const deals = await read.deals.find({ id: [...byDeal.keys()] });
  const theirs = new Set(
    deals.filter(({ ownerId }) => owners.has(ownerId ?? "")).map(({ id }) => id),
  );
  return [...byDeal].flatMap(([dealId, own]) => {
    const [first, last] = [own[0], own.at(-1)];
    const isMove = theirs.has(dealId) && first && last && first.from !== last.to;
    return isMove ? [{ to: last.to }] : [];
  });
}
