// What of a row is news: neither what the record says now nor what this source said last time.
import type { RecordKind } from "../../../core/model.ts";
import type { Unit } from "../../../core/ports.ts";
import { isSameValue } from "../../../core/records/same-value.ts";
import type { Fields } from "./interpret.ts";
import { findIn } from "./matching/find-in.ts";

type Said = { value: unknown; original: string | null };

/** By record and field, what this source said last. */
export type LastSaid = { get(recordId: string, field: string): Said | undefined };

/** A row of a known record, and that record. */
export type Compared = {
  id: string;
  current: Fields;
  set: Fields;
  original: Record<string, string>;
};

type Query = { kind: RecordKind; source: string };

/** Reads what the source said before of records whose row does not simply agree with them. */
export async function loadLastSaid(
  unit: Pick<Unit, "fieldValues">,
  compared: readonly Compared[],
  { kind, source }: Query,
): Promise<LastSaid> {
  const asked = compared.map((one) => ({ id: one.id, fields: fieldsInQuestion(one) }));
  const ids = asked.filter(({ fields }) => fields.length > 0).map(({ id }) => id);
  const fields = [...new Set(asked.flatMap((one) => one.fields))];
  const said = new Map<string, Said>();
  const where = { kind, field: fields, source };
  // Ids rise with time: what came last stays.
  for (const row of await findIn(unit.fieldValues, "recordId", { values: ids, where })) {
    said.set(`${row.recordId} ${row.field}`, { value: row.value, original: row.original });
  }
  return { get: (recordId, field) => said.get(`${recordId} ${field}`) };
}

/**
 * The fields to write, and the originals to keep. A value that somebody changed here since the last import stays
 * theirs until the source itself says something new.
 */
export function findNews(compared: Compared, last: LastSaid) {
  const { id, current, set, original } = compared;
  const isNews = ([field, value]: [string, unknown]) =>
    !isSameValue(value, current[field]) && !isSameValue(value, last.get(id, field)?.value);
  const news: Fields = Object.fromEntries(Object.entries(set).filter(isNews));

  const isLost = (field: string, text: string) =>
    isSameValue(set[field], null) && last.get(id, field)?.original !== text;
  const originals = Object.entries(original).filter(
    ([field, text]) => field in news || isLost(field, text),
  );
  return { set: news, original: Object.fromEntries(originals), told: toldOf(compared, last) };
}

function toldOf({ id, set }: Compared, last: LastSaid): Record<string, string> {
  const said = Object.keys(set).map((field) => ({ field, ...last.get(id, field) }));
  const told = said.filter(({ value, original }) => original && isSameValue(value, null));
  return Object.fromEntries(told.map(({ field, original }) => [field, original ?? ""]));
}

function fieldsInQuestion({ current, set, original }: Compared): string[] {
  const differing = Object.keys(set).filter((field) => !isSameValue(set[field], current[field]));
  const lost = Object.keys(original).filter((field) => isSameValue(set[field], null));
  return [...new Set([...differing, ...lost])];
}
