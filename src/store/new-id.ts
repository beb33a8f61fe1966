// New ids, sortable by when they were made.
import { monotonicFactory } from "ulid";
import { idPrefixes, type NewId } from "../core/ids.ts";

/** Ids from the clock and the system's randomness, rising also within one millisecond. */
export function createNewId(): NewId {
  const next = monotonicFactory();
  return (kind) => `${idPrefixes[kind]}_${next().toLowerCase()}`;
}
