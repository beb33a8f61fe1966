// A program's own ids of records: what it sends again under one of them is there already.
import type { Unit } from "../ports.ts";

type Kind = "lead" | "deal" | "person";
type Row = { externalId?: string | undefined };

/** Our id of each that is known. */
export async function findKnown(
  unit: Unit,
  { kind, source, rows }: { kind: Kind; source: string; rows: readonly Row[] },
): Promise<Map<string, string>> {
  const externalId = rows.flatMap((row) => row.externalId ?? []);
  if (externalId.length === 0) return new Map();
  const found = await unit.externalIds.find({ kind, source, externalId });
  return new Map(found.map((one) => [one.externalId, one.recordId]));
}

/** Remembers those of new records. */
export async function keepExternalIds(
  unit: Unit,
  { kind, source, rows }: { kind: Kind; source: string; rows: readonly (Row & { id: string })[] },
): Promise<void> {
  const links = rows.flatMap(({ id: recordId, externalId }) =>
    externalId ? { recordId, externalId } : [],
  );
  await unit.externalIds.put(
    ...links.map((link) => ({
      ...{ id: unit.newId("externalId"), kind, source, createdAt: unit.now },
      ...link,
    })),
  );
}
