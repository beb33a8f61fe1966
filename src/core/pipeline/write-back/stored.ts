// What is kept about CRMs: changes on their way, what was last seen there, how far was read, and how each line is.
import type { Flip } from "./flips.ts";
import type { CrmKind } from "./mapping.ts";

/** What one field was here before, and what it is to be there. */
export type FieldChange = { from: unknown; to: unknown };

/** A change on its way to a CRM. */
export type CrmWrite = {
  id: string;
  /** One change of one record for one CRM: queued again, it is the same. */
  key: string;
  connector: string;
  kind: CrmKind;
  recordId: string;
  change: {
    fields: Record<string, FieldChange>;
    /** Who made it; null: Ringside. */
    actorId: string | null;
    /** Somebody saw what stands there and decided for ours. */
    isDecided?: true;
  };
  /** conflict: what was changed there stands, or somebody is asked. */
  state: "queued" | "written" | "conflict" | "refused";
  attempts: number;
  nextAt: number;
  error: string | null;
  createdAt: number;
  writtenAt: number | null;
};

/** What the fields of a record were when last seen there, by our field and as we read them. */
export type CrmSeen = {
  id: string;
  connector: string;
  kind: CrmKind;
  recordId: string;
  values: Record<string, unknown>;
  flips: Record<string, Flip>;
  updatedAt: number;
};

/** What became of the records read so far. */
export type SyncCounts = {
  read: number;
  linked: number;
  created: number;
  changed: number;
  unknown: number;
};

/** How far one kind of records was read. */
export type CrmCursor = {
  id: string;
  connector: string;
  kind: CrmKind;
  cursor: string | null;
  counts: SyncCounts;
  syncedAt: number | null;
  updatedAt: number;
};

/** How a CRM is; `id` is the connector's name. */
export type CrmLine = {
  id: string;
  state: "ok" | "down" | "auth" | "mapping";
  since: number;
  error: string | null;
  toldAt: number | null;
};

/** The id of what was seen of one record in one CRM. */
export function seenId(connector: string, kind: CrmKind, recordId: string): string {
  return `${connector}:${kind}:${recordId}`;
}
