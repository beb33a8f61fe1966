// The import as the process that owns the data folder runs it.
import { z } from "zod";
import { scheduleScan } from "../../core/identity/duplicates/scan.ts";
import {
  type ImportPreview,
  type ImportProgress,
  type ImportReport,
  importKinds,
} from "../../core/importing/model.ts";
import { scheduleAssignment } from "../../core/leads/assigning/schedule-assignment.ts";
import { operator } from "../../core/people/actor.ts";
import type { Ringside } from "../../main.ts";
import { importData, previewImport } from "../../sources/import/import-data.ts";

const commands = [...importKinds, "crm"] as const;

export const importArgs = z.object({
  kind: z.enum(commands),
  from: z.string(),
  mapping: z.string().optional(),
});
type ImportArgs = z.infer<typeof importArgs>;

/** What the import would do. */
export function previewHere(
  { kind, from, mapping }: ImportArgs,
  { records }: Ringside,
): Promise<ImportPreview> {
  return previewImport({
    store: records,
    by: operator,
    kind,
    from,
    ...(mapping ? { mapping } : {}),
  });
}

/** The import itself; new leads that are nobody's go into the queue, and doubles are looked for when it is over. */
export async function importHere(
  { kind, from, mapping }: ImportArgs,
  { records, gate, events, clock, newId }: Ringside,
  progress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  const since = clock();
  const report = await importData({
    ...{ store: records, gate, events, by: operator, kind, from, progress },
    ...(mapping ? { mapping } : {}),
    confirm: async () => true,
    onBatch: (unit, { leadIds }) => scheduleAssignment(unit, leadIds, leadIds.join()),
  });
  await records.write(async (unit) => scheduleScan(unit, newId("batch"), { since, askedBy: null }));
  return report;
}
