// How long newcomers take to their first win: of those whose first one fell into a stretch of time.
import { type Figure, leastCases } from "../../ask/figures.ts";
import type { Range } from "../../ask/periods.ts";
import { dayMs } from "../../durations.ts";
import type { Deal, Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { medianInterval } from "../../statistics/median-interval.ts";

/** Hired longer ago before their first win, somebody is no newcomer any more. */
const newcomerMs = 365 * dayMs;

type Hired = Pick<Person, "id" | "hiredAt">;
type Won = Pick<Deal, "ownerId" | "closedAt">;

/** The middle of their days from the first day to the first win, with its interval. */
export function rampOf(people: readonly Hired[], won: readonly Won[], { from, to }: Range): Figure {
  const first = new Map<string, number>();
  for (const { ownerId, closedAt } of won) {
    if (ownerId === null || closedAt === null) continue;
    first.set(ownerId, Math.min(first.get(ownerId) ?? closedAt, closedAt));
  }
  const days = people.flatMap(({ id, hiredAt }) => {
    const at = first.get(id);
    if (hiredAt === null || at === undefined || at < from || at >= to) return [];
    const took = at - hiredAt;
    return took < 0 || took > newcomerMs ? [] : [took / dayMs];
  });
  const figure: Figure = {
    ...{ value: null, sample: days.length, part: null, low: null, high: null, currency: null },
  };
  return days.length < leastCases ? figure : { ...figure, ...medianInterval(days) };
}

/** Everybody of these who may count, and every deal they won. */
export async function readRamp(
  read: Pick<Reader, "people" | "deals">,
  ids: readonly string[],
): Promise<{ people: Hired[]; won: Won[] }> {
  const people = await read.people.find({ id: ids, role: "rep" });
  const hired = people.filter(({ hiredAt }) => hiredAt !== null);
  const won = await read.deals.find({ ownerId: hired.map(({ id }) => id), status: "won" });
  return { people: hired, won };
}
