// `crm sync --first`, in the process that owns the data folder.
import { z } from "zod";
import {
  firstSync,
  pickConnection,
  type SyncProgress,
} from "../../core/pipeline/write-back/coming-in/first-sync.ts";
import type { CrmServices } from "../../core/pipeline/write-back/services.ts";

export const syncArgs = z.object({ crm: z.string().optional() });

/** Reads everything the CRM has; each page is a line of progress, the last of each kind is the result. */
export async function syncHere(
  { crm: name }: z.output<typeof syncArgs>,
  services: CrmServices,
  progress: (line: unknown) => void,
): Promise<{ crm: string; kinds: SyncProgress[] }> {
  const connection = pickConnection(services.crm, name);
  const kinds: SyncProgress[] = [];
  for await (const line of firstSync(connection, services)) {
    progress(line);
    if (line.done) kinds.push(line);
  }
  return { crm: connection.name, kinds };
}
