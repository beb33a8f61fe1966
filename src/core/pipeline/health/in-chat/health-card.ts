// Data health in one card: the metrics as a picture, before and after, the worst fields, person by person.
import { note, sentence } from "../../../blocks.ts";
import { type Action, type Block, type Card, type Inline, text } from "../../../card.ts";
import type { Person } from "../../../model.ts";
import type { Unit } from "../../../ports.ts";
import { type Reading, readingOf } from "../../../text/format.ts";
import type { Contract } from "../../contracts/contract.ts";
import { nameOfContract } from "../../contracts/say-contract.ts";
import type { Measured } from "../measure.ts";
import { type Count, type Metric, metrics, rateOf } from "../metric.ts";
import { lineOf, nobody, others } from "../person-lines.ts";
import { type Cell, sumBy } from "../tally.ts";
import type { HealthPages } from "./services.ts";

export type HealthView = {
  person: Person;
  measured: Measured & { contracts: readonly Contract[] };
  /** Those with a line of their own; of all others there is one. */
  people: readonly Person[];
  before: { at: number; counts: ReadonlyMap<Metric, Count> } | undefined;
  key: string;
  pages: HealthPages | undefined;
};

/** Rows of each table. */
const mostRows = 8;
/** Below this a colour warns; a table's own choice, no law. */
const [good, fair] = [0.9, 0.7];

/** The card of one manager. */
export function healthCard(unit: Unit, view: HealthView): Card {
  const { person, measured, key } = view;
  const reading = readingOf(person);
  const { health } = reading.texts;
  const byMetric = sumBy(measured.cells, ({ metric }) => [metric]);
  const kept = byMetric.get("kept") ?? { kept: 0, total: 0 };
  const rate = rateOf(kept);
  if (rate === null) return emptyCard(key, reading);
  return {
    ...{ key, title: health.title, summary: health.summary },
    tone: rate >= good ? "good" : toneBelow(rate),
    subtitle: health.subtitle({
      ...{ rate: percent(rate, reading), kept: reading.format.number(kept.kept) },
      ...{ total: reading.format.number(kept.total) },
      records: reading.format.number(measured.records),
    }),
    blocks: [
      ...beforeBlocks(view, rate, reading),
      chartOf(byMetric, view, reading),
      ...worstFields(measured, reading),
      ...byPerson(view, reading),
      ...byRegion(measured.cells, reading),
      ...figures(byMetric, reading),
      { t: "actions", actions: buttons(unit, view, reading) },
      note(sayPage(view, reading)),
      note(health.how),
    ],
  };
}

function sayPage({ pages }: HealthView, { texts: { healthPage } }: Reading): string {
  return pages ? healthPage.link({ hours: pages.hours }) : healthPage.noAddress;
}

const toneBelow = (rate: number): Card["tone"] => (rate >= fair ? "warn" : "bad");

const percent = (rate: number, { format }: Reading) =>
  `${format.number(Math.floor(rate * 1000) / 10)} %`;

function emptyCard(key: string, { texts: { health } }: Reading): Card {
  const blocks: Block[] = [sentence(health.empty)];
  return { key, title: health.title, tone: "info", summary: health.summary, blocks };
}

function beforeBlocks({ before }: HealthView, rate: number, reading: Reading): Block[] {
  const was = before && rateOf(before.counts.get("kept") ?? { kept: 0, total: 0 });
  if (!before || was === null || was === undefined) return [];
  const { health } = reading.texts;
  const words = health.before({
    ...{ day: reading.format.day(before.at), was: percent(was, reading) },
    now: percent(rate, reading),
  });
  return [sentence(words)];
}

function chartOf(
  byMetric: ReadonlyMap<string, Count>,
  { before }: HealthView,
  reading: Reading,
): Block {
  const { health } = reading.texts;
  const shown = metrics.filter((metric) => (byMetric.get(metric)?.total ?? 0) > 0);
  const name = (metric: Metric) => health.metrics[metric] ?? metric;
  const points = (count: Count | undefined) =>
    count && count.total > 0 ? Math.floor((count.kept / count.total) * 100) : 0;
  const now = shown.map((metric) => points(byMetric.get(metric)));
  const was = before ? shown.map((metric) => points(before.counts.get(metric))) : undefined;
  return {
    ...{ t: "chart", chart: "bar", max: 100, labels: shown.map(name) },
    series: [
      ...(was ? [{ name: health.earlier, values: was }] : []),
      { name: health.now, values: now },
    ],
    alt: shown.map((metric, index) => `${name(metric)} ${now[index]} %`).join(" · "),
  };
}

function worstFields({ cells, contracts }: HealthView["measured"], reading: Reading): Block[] {
  const { health } = reading.texts;
  const nameOf = new Map(contracts.map((contract) => [contract.id, contract]));
  const sums = sumBy(
    cells.filter(({ metric }) => metric === "kept"),
    ({ field }) => [field],
  );
  const rows = worstFirst(sums).map(([field, count]) => {
    const contract = nameOf.get(field);
    return rowOf(contract ? nameOfContract(contract, reading) : field, count, reading);
  });
  return tableOf([health.field, ...health.columns], rows);
}

function byPerson({ measured, people }: HealthView, reading: Reading): Block[] {
  const { health } = reading.texts;
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const sums = sumBy(
    measured.cells.filter(({ metric }) => metric === "kept"),
    ({ ownerId }) => [lineOf(ownerId, nameOf)],
  );
  const names = new Map([...nameOf, [nobody, health.nobody], [others, health.others]]);
  const rows = worstFirst(sums).map(([id, count]) => rowOf(names.get(id) ?? id, count, reading));
  return tableOf([health.person, ...health.columns], rows);
}

function byRegion(cells: readonly Cell[], reading: Reading): Block[] {
  const { health } = reading.texts;
  const sums = sumBy(
    cells.filter(({ metric, region }) => metric === "kept" && region !== null),
    ({ region }) => [region ?? ""],
  );
  if (sums.size < 2) return [];
  const rows = worstFirst(sums).map(([region, count]) => rowOf(region, count, reading));
  return tableOf([health.region, ...health.columns], rows);
}

/** Every metric with its numerator and denominator, and what it means. */
function figures(byMetric: ReadonlyMap<string, Count>, reading: Reading): Block[] {
  const { health } = reading.texts;
  const shown = metrics.filter((metric) => (byMetric.get(metric)?.total ?? 0) > 0);
  const blocks = shown.map((metric): Block => {
    const { kept, total } = byMetric.get(metric) ?? { kept: 0, total: 0 };
    const said = health.figure({
      ...{ metric: health.metrics[metric] ?? metric, about: health.about[metric] ?? "" },
      ...{ kept: reading.format.number(kept), total: reading.format.number(total) },
    });
    return sentence(said);
  });
  return [{ t: "more", title: health.figures, blocks }];
}

function worstFirst(sums: ReadonlyMap<string, Count>): [string, Count][] {
  const broken = ({ kept, total }: Count) => total - kept;
  return [...sums]
    .sort(([one, a], [other, b]) => broken(b) - broken(a) || (one < other ? -1 : 1))
    .slice(0, mostRows);
}

function rowOf(name: string, count: Count, reading: Reading): Inline[][] {
  const { number } = reading.format;
  const rate = percent(rateOf(count) ?? 0, reading);
  return [name, rate, number(count.total - count.kept), number(count.total)].map((said) => [
    text(said),
  ]);
}

function tableOf(columns: string[], rows: Inline[][][]): Block[] {
  return rows.length === 0 ? [] : [{ t: "table", columns, rows, numeric: [1, 2, 3] }];
}

function buttons(unit: Unit, view: HealthView, reading: Reading): Action[] {
  const { person, measured, key, pages } = view;
  const { health, healthPage } = reading.texts;
  const button = (id: string, label: string): Action => ({
    ...{ id, label },
    ref: unit.arm({ action: id, params: {}, personId: person.id, cardKey: key }),
  });
  return [
    ...(pages ? [{ label: healthPage.button, url: pages.linkFor(person.id) }] : []),
    button("health.export", health.export),
    ...(measured.toFix > 0 ? [button("health.fixes", health.fixes)] : []),
  ];
}
