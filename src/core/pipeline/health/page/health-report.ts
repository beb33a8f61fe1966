// Health as a page shows it: now, a week ago and day by day, of the people one manager is responsible for.
import { dayMs } from "../../../durations.ts";
import { groupBy } from "../../../group-by.ts";
import type { Person, Team } from "../../../model.ts";
import { peopleUnder } from "../../../people/people-under.ts";
import type { Contract } from "../../contracts/contract.ts";
import { type HealthReads, measureFor } from "../in-chat/services.ts";
import { type Count, type Metric, metrics } from "../metric.ts";
import { lineOf, ownSlices } from "../person-lines.ts";
import { type HealthReading, readBefore } from "../readings.ts";
import { type Cell, sumBy } from "../tally.ts";

/** One line of a table; `before`: a week ago or more. */
export type Row = { id: string; now: Count; before: Count | undefined };

export type HealthReport = {
  at: number;
  records: number;
  beforeAt: number | null;
  rate: Count;
  /** The contract rate of each night, oldest first. */
  nights: { at: number; count: Count }[];
  metrics: Row[];
  fields: Row[];
  people: Row[];
  teams: Row[];
  regions: Row[];
  /** Names of people and teams, and contracts of fields, by id. */
  names: ReadonlyMap<string, string>;
  contracts: ReadonlyMap<string, Contract>;
};

/** Nights that are shown. */
const mostNights = 90;

/** Reads it; only what lies with people under this manager, and with nobody. */
export async function reportHealth(services: HealthReads, person: Person): Promise<HealthReport> {
  const { read } = services.store;
  const at = services.clock();
  const { cells, records, contracts } = await measureFor(services, person);
  const [people, teams] = [await peopleUnder(read, person), await read.teams.find({})];
  const slices = ownSlices(people);
  const readings = await read.healthReadings.find({
    ...{ slice: slices, metric: "kept", at: { gte: at - mostNights * dayMs } },
  });
  const before = await readBefore(read, slices, at);
  const kept = cells.filter(({ metric }) => metric === "kept");
  const was = readings.filter((reading) => reading.at === before?.at);
  const teamsOf = createTeamsOf(people, teams);
  const own = new Set(people.map(({ id }) => id));
  const ownerOf = ({ ownerId }: Cell): string[] => [lineOf(ownerId, own)];
  return {
    ...{ at, records, beforeAt: before?.at ?? null },
    rate: sumBy(kept, () => ["all"]).get("all") ?? { kept: 0, total: 0 },
    nights: toNights(readings),
    metrics: toMetricRows(cells, before?.counts),
    fields: toRows(kept, ({ field }) => [field]),
    people: toRows(
      kept,
      ownerOf,
      sumReadings(was, (id) => [id]),
    ),
    teams: toRows(kept, (cell) => teamsOf(ownerOf(cell)[0] ?? ""), sumReadings(was, teamsOf)),
    regions: toRows(kept, ({ region }) => (region === null ? [] : [region])),
    names: new Map([...people, ...teams].map(({ id, name }) => [id, name])),
    contracts: new Map(contracts.map((contract) => [contract.id, contract])),
  };
}

/** Somebody's team and those above it. */
function createTeamsOf(people: readonly Person[], teams: readonly Team[]) {
  const teamOf = new Map(people.map(({ id, teamId }) => [id, teamId]));
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  return (personId: string): string[] => {
    const above: string[] = [];
    let id = teamOf.get(personId) ?? null;
    while (id && !above.includes(id)) {
      above.push(id);
      id = parentOf.get(id) ?? null;
    }
    return above;
  };
}

function toRows(
  cells: readonly Cell[],
  idsOf: (cell: Cell) => readonly string[],
  before: ReadonlyMap<string, Count> = new Map(),
): Row[] {
  const broken = ({ now }: Row) => now.total - now.kept;
  return [...sumBy(cells, idsOf)]
    .map(([id, now]) => ({ id, now, before: before.get(id) }))
    .sort((one, other) => broken(other) - broken(one) || (one.id < other.id ? -1 : 1));
}

function toMetricRows(
  cells: readonly Cell[],
  before: ReadonlyMap<Metric, Count> | undefined,
): Row[] {
  const now = sumBy(cells, ({ metric }) => [metric]);
  return metrics.flatMap((id) => {
    const count = now.get(id);
    return count ? [{ id, now: count, before: before?.get(id) }] : [];
  });
}

function sumReadings(
  readings: readonly HealthReading[],
  idsOf: (personId: string) => readonly string[],
): Map<string, Count> {
  const sums = new Map<string, Count>();
  for (const { slice, kept, total } of readings) {
    for (const id of idsOf(slice.slice("person:".length))) {
      const sum = sums.get(id) ?? { kept: 0, total: 0 };
      sums.set(id, { kept: sum.kept + kept, total: sum.total + total });
    }
  }
  return sums;
}

function toNights(readings: readonly HealthReading[]): HealthReport["nights"] {
  return [...groupBy(readings, ({ at }) => String(at)).values()]
    .map((night) => ({
      at: night[0]?.at ?? 0,
      count: {
        kept: night.reduce((sum, { kept }) => sum + kept, 0),
        total: night.reduce((sum, { total }) => sum + total, 0),
      },
    }))
    .sort((one, other) => one.at - other.at);
}
