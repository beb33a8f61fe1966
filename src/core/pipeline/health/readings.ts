// Health kept day by day, so that before and after can be told apart.
import { dayMs } from "../../durations.ts";
import type { Person, Team } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import type { Count, Metric } from "./metric.ts";
import { type Cell, slicesOf, sumBy } from "./tally.ts";

/** One metric of one slice on one day: "all", "field:deal.amount", "person:…", "team:…", "region:…". */
export type HealthReading = {
  id: string;
  metric: string;
  slice: string;
  kept: number;
  total: number;
  at: number;
};

/** What "before" is compared with: at least a week ago, less a day for a job that ran late. */
const beforeMs = 6 * dayMs;

/** Every metric of every slice; the same day measured again replaces its readings. */
export function toReadings(
  cells: readonly Cell[],
  { people, teams, at }: { people: readonly Person[]; teams: readonly Team[]; at: number },
): HealthReading[] {
  const slices = slicesOf(people, teams);
  const sums = sumBy(cells, (cell) => slices(cell).map((slice) => `${cell.metric} ${slice}`));
  const day = new Date(at).toISOString().slice(0, 10);
  return [...sums].map(([key, { kept, total }]) => {
    const cut = key.indexOf(" ");
    const [metric, slice] = [key.slice(0, cut), key.slice(cut + 1)];
    return { id: `${day}:${metric}:${slice}`, metric, slice, kept, total, at };
  });
}

/** Stores a day's readings in portions a transaction does not feel. */
export async function keepReadings(unit: Unit, readings: readonly HealthReading[]): Promise<void> {
  for (let from = 0; from < readings.length; from += 1_000) {
    await unit.healthReadings.put(...readings.slice(from, from + 1_000));
  }
}

/** The slices as they were a week ago or before, added up by metric; nothing where nothing was kept yet. */
export async function readBefore(
  read: Pick<Reader, "healthReadings">,
  slices: readonly string[],
  now: number,
): Promise<{ at: number; counts: ReadonlyMap<Metric, Count> } | undefined> {
  const [latest] = await read.healthReadings.find(
    { slice: [...slices], at: { lte: now - beforeMs } },
    { order: { by: "at", descending: true }, limit: 1 },
  );
  if (!latest) return undefined;
  const counts = new Map<Metric, Count>();
  for (const reading of await read.healthReadings.find({ slice: [...slices], at: latest.at })) {
    const metric = reading.metric as Metric;
    const sum = counts.get(metric) ?? { kept: 0, total: 0 };
    counts.set(metric, { kept: sum.kept + reading.kept, total: sum.total + reading.total });
  }
  return { at: latest.at, counts };
}
