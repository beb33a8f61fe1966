// What would be written now, field by field, and what the mapping misses. Reads here and there; writes nowhere.
import type { Reader } from "../../../ports.ts";
import { checkMapping, type Miss } from "../check-mapping.ts";
import type { Directories } from "../directory.ts";
import type { CrmConnection, CrmKind } from "../mapping.ts";
import { type PlannedField, planWrites } from "./plan-writes.ts";

/** Most waiting changes that are looked at. */
const mostRows = 1_000;

export type DryWrite = {
  kind: CrmKind;
  recordId: string;
  crmId: string | null;
  field: string;
  to: string;
  /** What stands there, and what stands here. */
  theirs: unknown;
  ours: unknown;
  /** write, same, take, ask, or why not. */
  decision: PlannedField["decision"];
};

export type DryRun = { crm: string; waiting: number; writes: DryWrite[]; misses: Miss[] };

type Services = {
  read: Pick<Reader, "crmWrites" | "externalIds" | "crmSeen">;
  directories: Directories;
  now: number;
};

export async function dryRun(connection: CrmConnection, services: Services): Promise<DryRun> {
  const { read, directories, now } = services;
  const { name: connector } = connection;
  const misses = await checkMapping(connection);
  const queued = { connector, state: "queued" } as const;
  const waiting = await read.crmWrites.count(queued);
  const rows = await read.crmWrites.find(queued, { limit: mostRows, order: { by: "createdAt" } });
  const directory = await directories(connection);
  const planned = await planWrites(rows, connection, { read, directory, now });
  const writes = planned.flatMap(({ kind, recordId, crmId = null, fields }) =>
    Object.entries(fields).map(([field, { to, theirs, ours, decision }]): DryWrite => {
      return { kind, recordId, crmId, field, to, theirs, ours, decision };
    }),
  );
  return { crm: connector, waiting, writes, misses };
}
