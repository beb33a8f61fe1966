// The import as the process that owns the data folder runs it.
import { z } from "zod";
import {
  type ImportPreview,
  type ImportProgress,
  type ImportReport,
  importKinds,
} from "../core/importing/model.ts";
import { scheduleAssignment } from "../core/leads/schedule-assignment.ts";
import { operator } from "../core/people/actor.ts";
import type { Ringside } from "../main.ts";
import { importData, previewImport } from "../sources/import/import-data.ts";

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

/** The import itself; new leads that are nobody's go into the queue. */
export function importHere(
  { kind, from, mapping }: ImportArgs,
  { records, gate, events }: Ringside,
  progress: (progress: ImportProgress) => void,
): Promise<ImportReport> {
  return importData({
    ...{ store: records, gate, events, by: operator, kind, from, progress },
    ...(mapping ? { mapping } : {}),
    confirm: async () => true,
    onBatch: (unit, { leadIds }) => scheduleAssignment(unit, leadIds, leadIds.join()),
  });
}
