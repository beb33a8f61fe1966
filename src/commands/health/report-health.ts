// The health of this installation's records, read without writing.
import { setImmediate } from "node:timers/promises";
import type { Config } from "../../config.ts";
import type { Person, Team } from "../../core/model.ts";
import { measureHealth } from "../../core/pipeline/health/measure.ts";
import { type Count, metrics, rateOf } from "../../core/pipeline/health/metric.ts";
import { readBefore } from "../../core/pipeline/health/readings.ts";
import { type Cell, slicesOf, sumBy } from "../../core/pipeline/health/tally.ts";
import type { Reader } from "../../core/ports.ts";
import { contractsHere, readHere } from "../contracts/contracts-here.ts";

type Figure = Count & { metric: string; rate: number | null };
type Slice = { slice: string; figures: Figure[] };
type HealthReport = {
  at: string;
  records: number;
  tookMs: number;
  metrics: Figure[];
  bySlice: Slice[];
  before: { at: string; metrics: Figure[] } | null;
};

/** Every metric over everything, then by slice: "field:…", "person:…", "team:…", "region:…". */
export async function reportHealth(config: Config): Promise<HealthReport> {
  const contracts = (await contractsHere(config)).map(({ contract }) => contract);
  const now = Date.now();
  const read = async (reader: Reader) => {
    const about = { read: reader, contracts, scope: "everything", now } as const;
    const { records, cells } = await measureHealth({ ...about, pause: () => setImmediate() });
    const [people, teams] = [await reader.people.find({}), await reader.teams.find({})];
    return { records, cells, people, teams, before: await readBefore(reader, ["all"], now) };
  };
  const found = await readHere(config, read);
  const { records = 0, cells = [], people = [], teams = [], before } = found ?? {};
  const slices = toSlices(cells, people, teams);
  return {
    ...{ at: new Date(now).toISOString(), records, tookMs: Date.now() - now },
    metrics: slices.find(({ slice }) => slice === "all")?.figures ?? [],
    bySlice: slices.filter(({ slice }) => slice !== "all"),
    before: before
      ? { at: new Date(before.at).toISOString(), metrics: toFigures(before.counts) }
      : null,
  };
}

function toSlices(cells: readonly Cell[], people: Person[], teams: Team[]): Slice[] {
  const slicesOfCell = slicesOf(people, teams);
  const bySlice = new Map<string, Cell[]>();
  for (const cell of cells) {
    for (const slice of slicesOfCell(cell)) {
      const own = bySlice.get(slice) ?? [];
      own.push(cell);
      bySlice.set(slice, own);
    }
  }
  return [...bySlice]
    .map(([slice, own]) => ({ slice, figures: toFigures(sumBy(own, ({ metric }) => [metric])) }))
    .sort((one, other) => (one.slice < other.slice ? -1 : 1));
}

function toFigures(counts: ReadonlyMap<string, Count>): Figure[] {
  return metrics.flatMap((metric) => {
    const count = counts.get(metric);
    const rate = count ? rateOf(count) : null;
    return count
      ? [{ metric, ...count, rate: rate === null ? null : Math.round(rate * 1e4) / 1e4 }]
      : [];
  });
}

/** The report as lines for a terminal. */
export function toHealthLines({ records, metrics: all, bySlice }: HealthReport): string[] {
  const line = (name: string, { kept, total, rate }: Figure) =>
    `${name.padEnd(28)} ${rate === null ? "–" : `${(rate * 100).toFixed(1)} %`} (${kept} of ${total})`;
  return [
    `${records} records`,
    ...all.map((figure) => line(`  ${figure.metric}`, figure)),
    ...bySlice.flatMap(({ slice, figures }) => {
      const kept = figures.find(({ metric }) => metric === "kept");
      return kept ? [line(`  ${slice}`, kept)] : [];
    }),
  ];
}
