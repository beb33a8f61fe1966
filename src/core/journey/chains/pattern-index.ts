// Which rules a touch concerns. Patterns are kept by type of touch, then by the value of one property they demand, so
// that the cost of a touch grows with the patterns it could be of, not with the patterns there are.
import type { Touch } from "../../model.ts";
import { type Test, testOf } from "../rules/holds.ts";
import type { Condition, Pattern } from "../rules/rule.ts";

/** A pattern, and the bit it stands for in a chain; `scope` is the place of the chain's scope in `scopes`. */
export type Placed = { pattern: Pattern; scope: number; chain: number; bit: number };

/** The chains of one scope that a touch concerns; the bits of the patterns it is of lie at each chain's place. */
export type Hits = { count: number; chains: Int32Array; bits: Int32Array };

type Props = Touch["props"];
type Entry = { tests: { prop: string; test: Test }[]; placed: Placed[] };

/** The patterns of one type of touch. */
export type TypeIndex = {
  byValue: { prop: string; entries: Map<unknown, Entry[]> }[];
  others: Entry[];
};

/** Sorts patterns by type; equal patterns of many chains are asked once. */
export function indexPatterns(placed: readonly Placed[]): Map<string, TypeIndex> {
  const entries = new Map<string, Entry>();
  const index = new Map<string, TypeIndex>();
  for (const each of placed) {
    const key = JSON.stringify([each.pattern.touch, each.pattern.where]);
    const entry = entries.get(key) ?? addEntry(index, each.pattern);
    entries.set(key, entry);
    entry.placed.push(each);
  }
  return index;
}

function addEntry(index: Map<string, TypeIndex>, { touch, where }: Pattern): Entry {
  const ofType = index.get(touch) ?? { byValue: [], others: [] };
  index.set(touch, ofType);
  const demanded = where.find(({ op }) => op === "eq");
  const entry: Entry = {
    tests: where
      .filter((condition) => condition !== demanded)
      .map((condition) => ({ prop: condition.prop, test: testOf(condition) })),
    placed: [],
  };
  if (demanded) addByValue(ofType, demanded, entry);
  else ofType.others.push(entry);
  return entry;
}

function addByValue({ byValue }: TypeIndex, { prop, value }: Condition, entry: Entry): void {
  let ofProp = byValue.find((each) => each.prop === prop);
  if (!ofProp) {
    ofProp = { prop, entries: new Map() };
    byValue.push(ofProp);
  }
  const same = ofProp.entries.get(value);
  if (same) same.push(entry);
  else ofProp.entries.set(value, [entry]);
}

/** Room for the hits of one touch on `chains` chains, by scope. */
export function createHits(scopes: number, chains: number): Hits[] {
  return Array.from({ length: scopes }, () => ({
    count: 0,
    chains: new Int32Array(chains),
    bits: new Int32Array(chains),
  }));
}

/** Finds what a touch with these properties hits; what was found before has been taken out (hit-list.ts). */
export function collectHits(index: TypeIndex | undefined, props: Props, hits: Hits[]): void {
  if (!index) return;
  const { byValue, others } = index;
  for (let at = 0; at < byValue.length; at += 1) {
    const { prop, entries } = byValue[at] as TypeIndex["byValue"][number];
    const demanding = entries.get(props[prop]);
    if (demanding) collectFrom(demanding, props, hits);
  }
  if (others.length > 0) collectFrom(others, props, hits);
}

function collectFrom(entries: readonly Entry[], props: Props, hits: Hits[]): void {
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at] as Entry;
    if (passes(entry, props)) addHits(entry, hits);
  }
}

function passes({ tests }: Entry, props: Props): boolean {
  for (let at = 0; at < tests.length; at += 1) {
    const { prop, test } = tests[at] as Entry["tests"][number];
    if (!test(props[prop])) return false;
  }
  return true;
}

function addHits({ placed }: Entry, byScope: Hits[]): void {
  for (let at = 0; at < placed.length; at += 1) {
    const { scope, chain, bit } = placed[at] as Placed;
    const hits = byScope[scope] as Hits;
    if (hits.bits[chain] === 0) {
      hits.chains[hits.count] = chain;
      hits.count += 1;
    }
    hits.bits[chain] = (hits.bits[chain] as number) | bit;
  }
}
