// Placeholders: what people type to get past a field ("n/a", "待定", 111111), told from real values that look odd.
import { fieldSort } from "./placeholder-fields.ts";
import { isKeySmash, isRepeated, isRun } from "./placeholder-keys.ts";
import { isLabel } from "./placeholder-labels.ts";
import { isStandIn } from "./placeholder-samples.ts";
import { foldValue, isDeferred, isElsewhere, isFiller, isNothing } from "./placeholder-words.ts";

/**
 * Why a value is none: it says that nothing is known, puts it off, points elsewhere, is the field's own label, a test,
 * keys pressed at random, or what documentation uses for an example.
 */
export const placeholderKinds = [
  "nothing",
  "later",
  "elsewhere",
  "label",
  "test",
  "keys",
  "sample",
] as const;
export type PlaceholderKind = (typeof placeholderKinds)[number];

/** One value of one field. */
export type Entry = { field: string; value: string };

/** What kind of placeholder a value is; nothing for what may well be meant. An empty value is no placeholder. */
export function findPlaceholder({ field, value }: Entry): PlaceholderKind | undefined {
  const folded = foldValue(value);
  if (value.trim() === "") return undefined;
  const typed = { sort: fieldSort(field), value: value.normalize("NFKC").trim(), folded };
  if (isNothing(typed)) return "nothing";
  if (isDeferred(typed)) return "later";
  if (isElsewhere(typed)) return "elsewhere";
  if (isLabel(field, folded)) return "label";
  if (isFiller(typed)) return "test";
  if (isRepeated(typed) || isRun(typed) || isKeySmash(typed)) return "keys";
  return isStandIn(typed) ? "sample" : undefined;
}
