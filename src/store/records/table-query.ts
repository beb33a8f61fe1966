// From the conditions of the table ports to SQL, and from rows back to what core knows.
import type { FindOptions, Match, Where } from "../../core/tables.ts";
import type { Parameter, Sql } from "./sql.ts";

export type Condition = { text: string; parameters: Parameter[] };

/** `WHERE …`, or nothing. Column names come from core's types, never from outside; values are parameters. */
export function toWhere<Row>(where: Where<Row>): Condition {
  const conditions = Object.entries(where)
    .filter(([, match]) => match !== undefined)
    .map(([field, match]) => toCondition(`"${field}"`, match as Match<unknown>));
  if (conditions.length === 0) return { text: "", parameters: [] };
  return {
    text: ` WHERE ${conditions.map(({ text }) => text).join(" AND ")}`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

/** The id settles ties, so that a page is the same every time. */
export function toOrder<Row>({ order }: FindOptions<Row>): string {
  const by = order ? [`"${order.by}" ${order.descending ? "DESC" : "ASC"}`] : [];
  const last = order?.by === "id" ? [] : ['"id" ASC'];
  return ` ORDER BY ${[...by, ...last].join(", ")}`;
}

const signs = { gt: ">", gte: ">=", lt: "<", lte: "<=" } as const;

function toCondition(column: string, match: Match<unknown>): Condition {
  if (match === null) return { text: `${column} IS NULL`, parameters: [] };
  if (Array.isArray(match)) return toList(column, match);
  if (typeof match !== "object") return { text: `${column} = ?`, parameters: [toParameter(match)] };
  const bounds = Object.entries(match).filter(([, value]) => value !== undefined);
  return {
    text: bounds.map(([sign]) => `${column} ${signs[sign as keyof typeof signs]} ?`).join(" AND "),
    parameters: bounds.map(([, value]) => toParameter(value)),
  };
}

/** One parameter however long the list, so that one statement serves them all. */
function toList(column: string, values: readonly unknown[]): Condition {
  if (values.length === 1 && values[0] !== null) return toCondition(column, values[0]);
  return {
    text: `${column} IN (SELECT "value" FROM json_each(?))`,
    parameters: [JSON.stringify(values.map(toParameter))],
  };
}

/** What SQLite keeps: booleans are 0 and 1. */
export function toParameter(value: unknown): Parameter {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === undefined) return null;
  return value as Parameter;
}

type Decode = (row: Record<string, unknown>) => void;

/** Makes booleans and JSON of the columns declared so; everything else is as SQLite gives it. */
export function createDecode(sql: Sql, table: string): Decode {
  const columns = sql.all<{ name: string; type: string }>(
    `SELECT "name", "type" FROM pragma_table_info('${table}')`,
  );
  const named = (declared: string) =>
    columns.filter(({ type }) => type === declared).map(({ name }) => name);
  const [booleans, documents] = [named("BOOLEAN"), named("JSONB")];
  return (row) => {
    for (const name of booleans) row[name] = row[name] === null ? null : row[name] === 1;
    for (const name of documents) {
      const value = row[name];
      // A document that is a number became one on the way in: the column's affinity is numeric.
      if (typeof value === "string") row[name] = JSON.parse(value);
    }
  };
}
