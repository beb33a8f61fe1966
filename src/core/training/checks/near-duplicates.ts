// A playbook's check: no two entries say the same.
import type { Playbook } from "../library.ts";
import type { Finding, Reading } from "./check.ts";
import { normalise } from "./normalise.ts";

/** Two entries that share more than this part of their 3-character groups say the same. */
const sameness = 0.5;
/** Nobody reads further, and a file of thousands of near copies would take minutes. */
const mostReported = 200;

/** Finds entries that say nearly what an earlier one says, by the Jaccard index of their character 3-grams. */
export function checkDuplicates({ playbook, shipped }: Reading): Finding[] {
  const before = shipped?.entries ?? [];
  const entries = [...before, ...playbook.entries];
  return findNearDuplicates(entries.map(textOf), mostReported).flatMap((found) => {
    const { index, twin, similarity } = found;
    const [entry, earlier] = [entries[index], entries[twin]];
    if (!entry || !earlier || index < before.length) return [];
    const share = Math.round(similarity * 100);
    const { file, line } = earlier.at;
    return [
      {
        file: entry.at.file,
        path: entry.at.path,
        message: `the entry "${entry.id}" says nearly the same as "${earlier.id}" in ${file}:${line} (${share} % alike)`,
        fix: "take one of the two out, or let it say something else",
      },
    ];
  });
}

const textOf = ({ customer, say }: Playbook["entries"][number]) =>
  normalise([...customer, ...say].join(" "));

type NearDuplicate = { index: number; twin: number; similarity: number };

/**
 * For each text that is nearly a copy of earlier ones, the earlier one it resembles most; at most `limit` of them.
 * Prefix filtering (Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007): with groups sorted from rare to
 * common, two sets whose Jaccard index reaches t share a group among their first n − ⌈t·n⌉ + 1.
 */
export function findNearDuplicates(
  texts: readonly string[],
  limit = Number.POSITIVE_INFINITY,
): NearDuplicate[] {
  const sets = rankGroups(texts.map(groupsOf));
  const holders = new Map<number, number[]>();
  const found: NearDuplicate[] = [];
  for (const [index, set] of sets.entries()) {
    if (found.length >= limit) break;
    const prefix = set.subarray(0, set.length - Math.ceil(sameness * set.length) + 1);
    const duplicate = mostAlike(sets, index, candidatesOf(prefix, holders));
    if (duplicate) found.push(duplicate);
    // What resembles an exact copy resembles the first as much: a file of copies stays linear.
    if (duplicate?.similarity !== 1) hold(holders, prefix, index);
  }
  return found;
}

function hold(holders: Map<number, number[]>, prefix: Int32Array, index: number): void {
  for (const group of prefix) {
    const list = holders.get(group);
    if (list) list.push(index);
    else holders.set(group, [index]);
  }
}

function groupsOf(text: string): Set<string> {
  const characters = Array.from(text);
  const groups = new Set<string>();
  for (let at = 0; at + 3 <= characters.length; at += 1) {
    groups.add(characters.slice(at, at + 3).join(""));
  }
  return groups.size > 0 ? groups : new Set([text]);
}

/** Each set as sorted numbers, the rarest group first. */
function rankGroups(sets: readonly Set<string>[]): Int32Array[] {
  const counts = new Map<string, number>();
  for (const set of sets) {
    for (const group of set) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  const byRarity = [...counts].sort(([, a], [, b]) => a - b);
  const ranks = new Map(byRarity.map(([group], rank) => [group, rank]));
  return sets.map((set) => Int32Array.from(set, (group) => ranks.get(group) ?? 0).sort());
}

function candidatesOf(prefix: Int32Array, holders: Map<number, number[]>): Set<number> {
  const candidates = new Set<number>();
  for (const group of prefix) {
    for (const holder of holders.get(group) ?? []) candidates.add(holder);
  }
  return candidates;
}

const nothing = new Int32Array();

function mostAlike(
  sets: readonly Int32Array[],
  index: number,
  candidates: Set<number>,
): NearDuplicate | undefined {
  let best: NearDuplicate | undefined;
  for (const twin of candidates) {
    const similarity = jaccard(sets[index], sets[twin]);
    if (similarity > (best?.similarity ?? sameness)) best = { index, twin, similarity };
  }
  return best;
}

function jaccard(a: Int32Array = nothing, b: Int32Array = nothing): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const order = (a[i] ?? 0) - (b[j] ?? 0);
    if (order === 0) shared += 1;
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  return shared / (a.length + b.length - shared);
}
