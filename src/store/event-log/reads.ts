// Reading many touches of one customer without reading them all: the latest ones, or counts made where the rows lie.
import { mostLookedAt } from "../../core/journey/most-looked-at.ts";
import type {
  EventLog,
  TouchCount,
  TouchGroup,
  TouchOwners,
  TouchRange,
} from "../../core/ports.ts";
import type { Connection } from "./db.ts";
import { columns, type Row } from "./rows.ts";

type Column = "contact" | "anonymous" | "account";

/** More than anybody has: every touch. */
const all = Number.MAX_SAFE_INTEGER;

/** The latest touches of one id that anybody looks at. The index finds them: (id, at). */
const latestOf = (column: Column) => `
  SELECT position, type, at FROM touches
  WHERE ${column} = wanted_id AND at BETWEEN ? AND ? ORDER BY at DESC LIMIT ${mostLookedAt}`;

/** Touches of each id, at most the `latest` of each, oldest first; of types that are rare, among the latest of any. */
export function readOfEach(
  reader: Connection,
  { column, ids }: { column: Column; ids: readonly string[] },
  range: TouchRange = {},
): Promise<Row[]> {
  const { from = Number.MIN_SAFE_INTEGER, to = all, latest = all, types } = range;
  const ofTypes = types ? "WHERE type IN (SELECT value FROM json_each(?))" : "";
  const params = types ? [JSON.stringify(types)] : [];
  return reader.all<Row>(
    `SELECT ${columns} FROM (SELECT DISTINCT value AS wanted_id FROM json_each(?)) AS wanted
     JOIN touches ON touches.position IN (
       SELECT position FROM (${latestOf(column)}) ${ofTypes} ORDER BY at DESC LIMIT ?)
     ORDER BY at, id`,
    JSON.stringify(ids),
    from,
    to,
    ...params,
    latest,
  );
}

/** What machines did: kept, and counted nowhere. */
const automated = `(instr(props, '"automated":true') > 0
         AND iif(json_valid(props), props ->> '$.automated', 0) IS 1)`;

/** Positions of the latest touches of each of several ids. */
const positionsOf = (column: Column) => `
  SELECT touches.position FROM (SELECT DISTINCT value AS wanted_id FROM json_each(?)) AS wanted
  JOIN touches ON touches.position IN (SELECT position FROM (${latestOf(column)}))`;

/** Numbers of touches by type, source and week; what machines did is looked at and not counted. */
export function readCounts(
  reader: Connection,
  { contactIds, visitorIds }: { contactIds: readonly string[]; visitorIds: readonly string[] },
  { from, to, weekMs }: { from: number; to: number; weekMs: number },
): Promise<TouchCount[]> {
  return reader.all<TouchCount>(
    `SELECT type, source, CAST((at - ?) / ? AS INTEGER) AS week, count(*) AS looked,
       count(*) FILTER (WHERE byPerson) AS touches, coalesce(max(at) FILTER (WHERE byPerson), 0) AS lastAt,
       CAST(coalesce(avg(max(received - at, 0)) FILTER (WHERE byPerson), 0) AS INTEGER) AS delayMs
     FROM (SELECT *, NOT ${automated} AS byPerson FROM touches
       WHERE position IN (${positionsOf("contact")} UNION ${positionsOf("anonymous")}))
     GROUP BY type, source, week ORDER BY week, type, source`,
    ...[from, weekMs],
    ...[JSON.stringify(contactIds), from, to],
    ...[JSON.stringify(visitorIds), from, to],
  );
}

/** Each touch once, whichever way it is theirs; each way by its own index. */
const ownedPositions = `${positionsOf("contact")}
  UNION ${positionsOf("anonymous")} AND contact IS NULL
  UNION ${positionsOf("account")}`;

function ownedParams(
  { contactIds, visitorIds, accountIds }: TouchOwners,
  { from, to }: { from: number; to: number },
): (string | number)[] {
  return [contactIds, visitorIds, accountIds].flatMap((ids) => [JSON.stringify(ids), from, to]);
}

/** Groups by contact or visitor, type and bucket, the latest first. */
export async function readGroups(
  reader: Connection,
  of: TouchOwners,
  { origin, bucketMs, limit }: Parameters<EventLog["groupsOf"]>[1],
): Promise<{ groups: TouchGroup[]; total: number }> {
  const rows = await reader.all<TouchGroup & { total: number }>(
    `SELECT contact AS contactId, iif(contact IS NULL, anonymous, NULL) AS anonymousId, type,
       CAST((at - ?) / ? AS INTEGER) AS bucket, count(*) AS touches,
       min(at) AS firstAt, max(at) AS lastAt, sum(count(*)) OVER () AS total
     FROM touches WHERE position IN (${ownedPositions}) AND NOT ${automated}
     GROUP BY 1, 2, type, bucket ORDER BY bucket DESC, touches DESC, type, 1, 2 LIMIT ?`,
    origin,
    bucketMs,
    ...ownedParams(of, { from: origin, to: all }),
    limit,
  );
  const groups = rows.map(({ total: _total, ...group }) => group);
  return { groups, total: rows[0]?.total ?? 0 };
}

/** One page, the latest first. */
export function readPage(
  reader: Connection,
  of: TouchOwners,
  { types, limit, offset = 0, ...range }: Parameters<EventLog["pageOf"]>[1],
): Promise<Row[]> {
  const ofTypes = types ? "AND type IN (SELECT value FROM json_each(?))" : "";
  return reader.all<Row>(
    `SELECT ${columns} FROM touches WHERE position IN (${ownedPositions})
       AND NOT ${automated} ${ofTypes}
     ORDER BY at DESC, id DESC LIMIT ? OFFSET ?`,
    ...ownedParams(of, range),
    ...(types ? [JSON.stringify(types)] : []),
    limit,
    offset,
  );
}
