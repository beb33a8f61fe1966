// Placeholders: what people type to get past a field ("n/a", "待定", 111111), told from real values that look odd.
import { fieldName, fieldSort, type Typed } from "./placeholder-fields.ts";
import { isFiller } from "./placeholder-fillers.ts";
import { isKeySmash, isRepeated, isRun } from "./placeholder-keys.ts";
import { besideLabel, isLabel } from "./placeholder-labels.ts";
import { isStandIn } from "./placeholder-samples.ts";
import { foldValue, isDeferred, isElsewhere, isNothing } from "./placeholder-words.ts";

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
export function findPlaceholder({ field: written, value }: Entry): PlaceholderKind | undefined {
  const field = fieldName(written);
  const folded = foldValue(value);
  if (value.trim() === "") return undefined;
  const typed = { sort: fieldSort(field), value: value.normalize("NFKC").trim(), folded };
  const said = findUnsaid(typed) ?? findBeside(field, typed);
  if (said) return said;
  if (isElsewhere(typed)) return "elsewhere";
  if (isLabel(field, folded)) return "label";
  if (isFiller(typed)) return "test";
  if (isRepeated(typed) || isRun(typed) || isKeySmash(typed)) return "keys";
  return isStandIn(typed) ? "sample" : undefined;
}

function findUnsaid(typed: Typed): PlaceholderKind | undefined {
  if (isNothing(typed)) return "nothing";
  return isDeferred(typed) ? "later" : undefined;
}

/** "No competitor" and "no budget" are answers; "no address" and "姓名待补" are none. */
function findBeside(field: string, typed: Typed): PlaceholderKind | undefined {
  if (typed.sort === "rival" || typed.sort === "money") return undefined;
  const rest = besideLabel(field, typed.folded);
  if (rest === undefined) return undefined;
  if (/^(?:no|没留|没填|未留|没给|暂无)$/.test(rest)) return "nothing";
  return findUnsaid({ ...typed, folded: rest, value: rest });
}
