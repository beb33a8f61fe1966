// Ours, theirs and what was last seen there: what becomes of one field. A three-way merge, with the mapping's policy
// where both sides changed.
import type { MappedField } from "./mapping.ts";
import { isSame, isUnread } from "./values.ts";

/** same: it stands there already; take: theirs stands. */
export type FieldDecision = "write" | "same" | "take" | "ask";

export type Sides = {
  field: MappedField;
  ours: unknown;
  theirs: unknown;
  /** What was last seen there; undefined: never looked. */
  seen: unknown;
  /** What ours was before: the best guess where nobody looked. */
  from: unknown;
  /** Somebody looked at both and decided for ours. */
  isDecided: boolean;
  /** The CRM's record changed after ours did. */
  isTheirsNewer: boolean;
};

export function decideField(sides: Sides): FieldDecision {
  const { field, ours, theirs, isDecided, isTheirsNewer } = sides;
  if (isSame(ours, theirs)) return "same";
  if (isDecided || !isChangedThere(sides)) return "write";
  if (field.wins === "newest") return isTheirsNewer ? "take" : "write";
  if (field.wins === "ask") return "ask";
  return field.wins === "ours" ? "write" : "take";
}

function isChangedThere({ field, theirs, seen, from }: Sides): boolean {
  // A queue or an integration user owns what is nobody's.
  if (field.as === "owner" && isUnread(theirs)) return false;
  const base = seen === undefined ? from : seen;
  const isEmpty = theirs === null && seen === undefined;
  return !isEmpty && !isSame(theirs, base);
}
