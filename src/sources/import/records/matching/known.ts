// Which rows were stored before, as which records.

import type { RecordKind } from "../../../../core/model.ts";
import type { Unit } from "../../../../core/ports.ts";
import { recordTables } from "../../../../core/records/record-tables.ts";
import type { ReadTable, RecordTables } from "../../../../core/tables.ts";
import type { Fields } from "../interpret.ts";
import { findIn } from "./find-in.ts";

export type KnownRecord = { id: string; current: Fields };

/** A row that was stored before; its record may have been deleted since, and is then made again. */
export type KnownRow = { id: string; current: Fields | undefined };

/** Row key -> the record it was stored as. */
export async function findKnown(
  unit: Unit,
  { kind, source, keys }: { kind: RecordKind; source: string; keys: string[] },
): Promise<Map<string, KnownRow>> {
  const links = await findIn(unit.externalIds, "externalId", {
    values: keys,
    where: { source, kind },
  });
  const records = await readRecords(
    unit,
    kind,
    links.map(({ recordId }) => recordId),
  );
  return new Map(
    links.map(({ externalId, recordId }) => [
      externalId,
      { id: recordId, current: records.get(recordId) },
    ]),
  );
}

/** Records of one kind by id. */
export async function readRecords(
  unit: RecordTables,
  kind: RecordKind,
  ids: readonly string[],
): Promise<Map<string, Fields>> {
  const table: ReadTable<{ id: string }> = unit[recordTables[kind]];
  const rows = await findIn(table, "id", { values: ids });
  return new Map(rows.map((row) => [row.id, row as Fields & { id: string }]));
}

/** Of these records, those that this source already knows by another row. */
export async function findClaimed(
  unit: Unit,
  { kind, source, ids }: { kind: RecordKind; source: string; ids: readonly string[] },
): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const links = await findIn(unit.externalIds, "recordId", {
    values: ids,
    where: { kind, source },
  });
  for (const { recordId } of links) counts.set(recordId, (counts.get(recordId) ?? 0) + 1);
  return counts;
}
