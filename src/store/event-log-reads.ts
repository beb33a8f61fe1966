// Reading many touches of one customer without reading them all: the latest ones, or counts made where the rows lie.
import type { TouchCount, TouchRange } from "../core/ports.ts";
import type { Connection } from "./event-log-db.ts";
import { columns, type Row } from "./event-log-rows.ts";

type Column = "contact" | "anonymous";

/** More than anybody has: every touch. */
const all = Number.MAX_SAFE_INTEGER;

/** Touches of each id, at most the `latest` of each, oldest first. The index finds them: (id, at). */
export function readOfEach(
  reader: Connection,
  { column, ids }: { column: Column; ids: readonly string[] },
  range: TouchRange = {},
): Promise<Row[]> {
  const { from = Number.MIN_SAFE_INTEGER, to = all, latest = all, types } = range;
  const ofTypes = types ? "AND type IN (SELECT value FROM json_each(?))" : "";
  const params = types ? [JSON.stringify(types)] : [];
  return reader.all<Row>(
    `SELECT ${columns} FROM (SELECT DISTINCT value AS wanted_id FROM json_each(?)) AS wanted
     JOIN touches ON touches.position IN (
       SELECT position FROM touches
       WHERE ${column} = wanted_id AND at BETWEEN ? AND ? ${ofTypes} ORDER BY at DESC LIMIT ?)
     ORDER BY at, id`,
    JSON.stringify(ids),
    from,
    to,
    ...params,
    latest,
  );
}

/** Numbers of touches by type, source and week; what machines did is not counted. */
export function readCounts(
  reader: Connection,
  { contactIds, visitorIds }: { contactIds: readonly string[]; visitorIds: readonly string[] },
  { from, to, weekMs }: { from: number; to: number; weekMs: number },
): Promise<TouchCount[]> {
  return reader.all<TouchCount>(
    `SELECT type, source, CAST((at - ?) / ? AS INTEGER) AS week, count(*) AS touches, max(at) AS lastAt,
       CAST(avg(max(received - at, 0)) AS INTEGER) AS delayMs
     FROM touches
     WHERE (contact IN (SELECT value FROM json_each(?))
         OR anonymous IN (SELECT value FROM json_each(?)))
       AND at BETWEEN ? AND ?
       AND NOT (instr(props, '"automated":true') > 0
         AND iif(json_valid(props), props ->> '$.automated', 0) IS 1)
     GROUP BY type, source, week ORDER BY week, type, source`,
    from,
    weekMs,
    JSON.stringify(contactIds),
    JSON.stringify(visitorIds),
    from,
    to,
  );
}
