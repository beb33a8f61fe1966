// A merge as it is kept: which record went into which, why, and everything needed to take it back.
import type { RecordKind } from "../model.ts";

export type MergeKind = Extract<RecordKind, "contact" | "account">;

/** Why two records look like one: a sentence of the texts (`customers.reasons`) and its parameters. */
export type MergeReason = { code: string; params: Record<string, string | number> };

/** One field of one record as it was and as the merge set it. */
export type SetField = {
  kind: MergeKind | Extract<RecordKind, "lead" | "deal">;
  id: string;
  field: string;
  from: unknown;
  to: unknown;
  /** The record's time of change before the merge. */
  updatedAt: number;
};

/** What the merge found: the record that went, whole, and every field it set elsewhere. */
export type Before = {
  merged: Record<string, unknown>;
  fields: SetField[];
  externalIds: string[];
  /** Visitors that were linked to the record that went. */
  visitors: string[];
};

export type Merge = {
  id: string;
  kind: MergeKind;
  keptId: string;
  mergedId: string;
  reasons: MergeReason[];
  before: Before;
  actorId: string | null;
  at: number;
  undoneAt: number | null;
};
