// Where records of each kind are kept.
import type { RecordKind } from "../model.ts";
import type { Reader } from "../ports.ts";

/** The table of each kind of record. */
export const recordTables = {
  team: "teams",
  person: "people",
  account: "accounts",
  contact: "contacts",
  product: "products",
  lead: "leads",
  deal: "deals",
} as const satisfies Record<RecordKind, keyof Reader>;
