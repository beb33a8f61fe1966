// From a request to statements: the rows that count, then their groups. The reach comes first and is always there.
import type { CountRequest, RunSql } from "../../core/ask/counting.ts";
import { isTime } from "../../core/ask/dimensions.ts";
import { metrics } from "../../core/ask/metrics.ts";
import { ownMs } from "../../core/training/twin/visible.ts";
import { groupsOf, mostGroups, mostRows, type Step, spansSql } from "./groups.ts";
import { type Counting, countings, type Source } from "./sources.ts";
import { toContactStep, touchSteps } from "./touches.ts";

/** The statements of one request, in order; the last gives its groups. */
export function toSteps(request: CountRequest): Step[] {
  if (request.metric === "touches") return touchSteps(request);
  const counting = countings[request.metric];
  if (request.metric !== "hours_to_contact") return [groupedStep(request, counting)];
  const inner = innerOf(request, counting);
  const columns = [inner.key, 'l."contactId" AS "contact"', 's."closedAt" AS "at"'];
  const text = `${inner.spans ? `WITH ${inner.spans}\n` : ""}SELECT ${columns.join(", ")}\n${inner.text}\nLIMIT :mostRows`;
  return [{ database: "records", text, parameters: inner.parameters }, toContactStep()];
}

function groupedStep(request: CountRequest, counting: Counting): Step {
  const inner = innerOf(request, counting);
  const { kind } = metrics[request.metric];
  const columns = [
    inner.key,
    `${counting.currency ?? "NULL"} AS "currency"`,
    `${counting.weight ?? "1"} AS "weight"`,
    ...(counting.part ? [`${counting.part} AS "part"`] : []),
    ...(counting.value ? [`${counting.value} AS "value"`] : []),
  ];
  const counted = `"counted" AS (\n  SELECT ${columns.join(", ")}\n  ${inner.text.replaceAll("\n", "\n  ")}\n  LIMIT :mostRows)`;
  const text = `WITH ${[inner.spans, counted].filter(Boolean).join(",\n")}\n${groupsOf(kind)}`;
  return { database: "records", text, parameters: { ...inner.parameters, mostGroups } };
}

type Inner = { key: string; text: string; spans: string; parameters: RunSql["parameters"] };

/** Which rows of which tables: FROM and WHERE, and the expression of the group's key. */
function innerOf(request: CountRequest, counting: Counting): Inner {
  const { source } = counting;
  const { by, where, scope, askerId, now } = request;
  const dimensions = [
    ...(by && !isTime(by) ? [by] : []),
    ...where.map(({ dimension }) => dimension),
  ];
  const needed = new Set([
    ...(counting.joins ?? []),
    ...dimensions.flatMap((dimension) => source.columns[dimension]?.joins ?? []),
  ]);
  const joins = Object.keys(source.joins).filter((name) => needed.has(name));
  const time = timeOf(request, counting);
  const conditions = [
    `${source.owner} IN (SELECT "value" FROM json_each(:scope))`,
    ...counting.where,
    ...time.conditions,
    ...where.map(
      ({ dimension }) =>
        `${columnOf(source, dimension)} IN (SELECT "value" FROM json_each(:${dimension}))`,
    ),
  ];
  const text = [
    `FROM ${source.from}`,
    ...joins.map((name) => source.joins[name] ?? ""),
    ...time.joins,
    `WHERE ${conditions.join("\n  AND ")}`,
  ].join("\n");
  const all: RunSql["parameters"] = {
    ...{ scope: JSON.stringify(scope.map(({ id }) => id)), mostRows: mostRows + 1 },
    ...time.parameters,
    ...Object.fromEntries(
      where.map(({ dimension, values }) => [dimension, JSON.stringify(values)]),
    ),
    ...{ now, asker: askerId, ownUntil: now - ownMs },
  };
  const key = `${by === null ? "NULL" : keyOf(source, by)} AS "key"`;
  const whole = `${time.spans} ${key} ${text} ${counting.value ?? ""}`;
  return { key, text, spans: time.spans, parameters: used(all, whole) };
}

/** Parameters that the text names; SQLite takes no others. */
function used(all: RunSql["parameters"], text: string): RunSql["parameters"] {
  const named = Object.entries(all).filter(
    ([name]) => name === "mostRows" || new RegExp(`:${name}\\b`).test(text),
  );
  return Object.fromEntries(named);
}

function keyOf(source: Source, by: NonNullable<CountRequest["by"]>): string {
  return isTime(by) ? 'spans."key"' : columnOf(source, by);
}

function columnOf(source: Source, dimension: NonNullable<CountRequest["by"]>): string {
  const found = source.columns[dimension]?.column;
  if (!found) throw new Error(`${source.from} has no ${dimension}: the layer and its SQL differ.`);
  return found;
}

type Time = {
  spans: string;
  joins: string[];
  conditions: string[];
  parameters: RunSql["parameters"];
};

/** The period, and the buckets of a split by time. */
function timeOf({ metric, range, buckets, now }: CountRequest, { at }: Counting): Time {
  if (at === null) return { spans: "", joins: [], conditions: [], parameters: {} };
  const isReading = metric === "contract_rate";
  if (buckets) {
    const spans = JSON.stringify(buckets.map(({ key, from, to }) => [key, from, to]));
    const bounds = { from: 'spans."from"', to: 'spans."to"' };
    return {
      ...{ spans: spansSql, parameters: { spans } },
      joins: [`JOIN "spans" spans ON ${at} >= spans."from" AND ${at} < spans."to"`],
      conditions: isReading ? [latestReading(bounds)] : [],
    };
  }
  const parameters = range ?? (isReading ? { from: 0, to: now + 1 } : undefined);
  if (!parameters) return { spans: "", joins: [], conditions: [], parameters: {} };
  const bounded = [`${at} >= :from`, `${at} < :to`];
  const latest = isReading ? [latestReading({ from: ":from", to: ":to" })] : [];
  return {
    spans: "",
    joins: [],
    conditions: [...bounded, ...latest],
    parameters: { ...parameters },
  };
}

/** Health is a state: of several readings in one stretch the last one tells. */
function latestReading({ from, to }: { from: string; to: string }): string {
  return `h."at" = (SELECT max(x."at") FROM "HealthReading" x
    WHERE x."metric" = h."metric" AND x."slice" = h."slice" AND x."at" >= ${from} AND x."at" < ${to})`;
}
