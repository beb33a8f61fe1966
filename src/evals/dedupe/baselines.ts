// What anybody would try first, on the same records in the same run.
import { toNameKey } from "../../core/records/names.ts";
import type { DataSet } from "./data-sets.ts";
import type { Pair } from "./score.ts";

/** Pairs with the same value, case and punctuation aside, in the column that has the most different values. */
export function matchByKey(set: DataSet): { column: string; pairs: Pair[] } {
  const { rows, header } = set;
  const different = (column: string) =>
    new Set(rows.map((row) => toNameKey(row[column] ?? ""))).size;
  const [column = ""] = [...header].sort((one, other) => different(other) - different(one));
  const byKey = new Map<string, number[]>();
  for (const [row, cells] of rows.entries()) {
    const key = toNameKey(cells[column] ?? "");
    if (key !== "") byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  const pairs = [...byKey.values()].flatMap((same) =>
    same.flatMap((left, at) => same.slice(at + 1).map((right) => ({ left, right }))),
  );
  return { column, pairs: pairs.filter((pair) => isAllowed(set, pair)) };
}

function isAllowed({ secondFrom }: DataSet, { left, right }: Pair): boolean {
  return secondFrom === undefined || (left < secondFrom && right >= secondFrom);
}

/**
 * Pairs by the share of words they have in common (Jaccard 1912), most first, among the pairs compared; between two
 * lists each record keeps its best partner only, as ours does.
 */
export function rankByWords(
  { rows, header, secondFrom }: DataSet,
  compared: { left: Int32Array; right: Int32Array },
): (Pair & { score: number })[] {
  const words = rows.map(
    (row) => new Set(header.flatMap((column) => toNameKey(row[column] ?? "").split(" "))),
  );
  const ranked = Array.from(compared.left, (left, pair) => {
    const right = compared.right[pair] ?? 0;
    return { left, right, score: jaccard(words[left] ?? new Set(), words[right] ?? new Set()) };
  });
  ranked.sort((one, other) => other.score - one.score);
  if (secondFrom === undefined) return ranked;
  const taken = new Set<number>();
  return ranked.filter(({ left, right }) => {
    const isFree = !taken.has(left) && !taken.has(right);
    taken.add(left).add(right);
    return isFree;
  });
}

function jaccard(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (word !== "" && other.has(word)) shared += 1;
  return shared / Math.max(1, one.size + other.size - shared);
}
