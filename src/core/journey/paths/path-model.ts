// What customers do next: the chance of every step after the steps before it, learnt from history. Interpolated
// Kneser–Ney smoothing over contexts of any length up to `order` (Kneser and Ney 1995; Chen and Goodman 1999): a long
// context speaks where history knows it, a shorter one where it does not. Counts pass to the shorter context the first
// time only, which is Kneser–Ney's continuation count (Teh 2006, "minimal path"), and lets it learn one step at a time.

/** One step of a path: what was done, and where the deal stood then ("" where there are no stages). */
export type Step = { kind: string; stage: string };

/** A step that may come next, and its chance. */
export type Likely = { kind: string; chance: number };

export type PathModel = {
  order: number;
  /** Steps it has learnt from. */
  steps: number;
  /** The chance of `step` after `before`, oldest first. Steps nobody ever took have one too. */
  chanceOf(before: readonly Step[], step: Step): number;
  /** The likeliest next step at this stage; undefined before anything was learnt. */
  likeliest(before: readonly Step[], stage: string): Likely | undefined;
};

/** Counts of what followed one context. */
type Followers = { total: number; counts: Map<string, number> };

/** Separates what a key is made of; no name of a step holds it. */
const mark = "\u0001";
const beginning = "\u0002";

/** Learns from whole paths, each oldest first. `order`: the most steps that are looked back. */
export function learnPaths(paths: Iterable<readonly Step[]>, order: number): PathModel {
  const contexts = new Map<string, Followers>();
  const kinds = new Set<string>();
  let steps = 0;
  for (const path of paths) {
    for (const [index, { kind, stage }] of path.entries()) {
      learn(contexts, keysOf(path, { index, stage, order }), kind);
      kinds.add(kind);
      steps += 1;
    }
  }
  const discounts = discountsOf(contexts, order + 1);
  const chanceIn = (keys: readonly string[], kind: string) => {
    let chance = 1 / (kinds.size + 1);
    for (const [level, key] of keys.entries()) {
      const followers = contexts.get(key);
      if (!followers) break;
      chance = blend(followers, { kind, lower: chance, discount: discounts[level] ?? 0.5 });
    }
    return chance;
  };
  const keysAfter = (before: readonly Step[], stage: string) =>
    keysOf(before, { index: before.length, stage, order });
  return {
    ...{ order, steps },
    chanceOf: (before, { kind, stage }) => chanceIn(keysAfter(before, stage), kind),
    likeliest(before, stage) {
      const keys = keysAfter(before, stage);
      let best: Likely | undefined;
      for (const kind of candidates(contexts, keys)) {
        const chance = chanceIn(keys, kind);
        if (!best || chance > best.chance) best = { kind, chance };
      }
      return best;
    },
  };
}

/** How surprising a chance is: 1 bit is a coin's toss, 5 bits one case in 32. */
export function bitsOf(chance: number): number {
  return -Math.log2(chance);
}

/** Context keys from the shortest to the longest: none, the stage, the stage and the last step, and the one before… */
function keysOf(
  path: readonly Step[],
  { index, stage, order }: { index: number; stage: string; order: number },
): string[] {
  let key = `${mark}${stage}`;
  const keys = ["", key];
  for (let back = 1; back <= order && index - back >= -1; back += 1) {
    key += `${mark}${path[index - back]?.kind ?? beginning}`;
    keys.push(key);
  }
  return keys;
}

function learn(contexts: Map<string, Followers>, keys: readonly string[], kind: string): void {
  for (let level = keys.length - 1; level >= 0; level -= 1) {
    const key = keys[level] as string;
    const followers = contexts.get(key) ?? { total: 0, counts: new Map<string, number>() };
    const before = followers.counts.get(kind) ?? 0;
    followers.counts.set(kind, before + 1);
    followers.total += 1;
    contexts.set(key, followers);
    if (before > 0) return;
  }
}

/** Absolute discounting: every follower gives up `discount`, shared out as the shorter context has it. */
function blend(
  { total, counts }: Followers,
  { kind, lower, discount }: { kind: string; lower: number; discount: number },
): number {
  const kept = Math.max((counts.get(kind) ?? 0) - discount, 0);
  return (kept + discount * counts.size * lower) / total;
}

/** Per context length n1 / (n1 + 2 n2): ones and twos among the counts (Ney, Essen and Kneser 1994). */
function discountsOf(contexts: ReadonlyMap<string, Followers>, levels: number): number[] {
  const seen = Array.from({ length: levels + 1 }, () => ({ ones: 0, twos: 0 }));
  for (const [key, { counts }] of contexts) {
    const level = seen[key.split(mark).length - 1];
    if (!level) continue;
    for (const count of counts.values()) {
      level.ones += Number(count === 1);
      level.twos += Number(count === 2);
    }
  }
  return seen.map(({ ones, twos }) => {
    const discount = ones / (ones + 2 * twos);
    // Without ones, or with nothing else, the formula gives 0, 1 or nothing: no smoothing, or nothing but.
    return Number.isFinite(discount) ? Math.min(0.95, Math.max(0.05, discount)) : 0.5;
  });
}

/** What followed the longest context that is known: one of them is the likeliest step. */
function candidates(contexts: ReadonlyMap<string, Followers>, keys: readonly string[]) {
  const known = keys.toReversed().find((key) => contexts.has(key)) ?? "";
  const found = new Set(contexts.get(known)?.counts.keys());
  // Also the likeliest of the stage, which a thin long context may not have seen.
  for (const kind of contexts.get(keys[1] ?? "")?.counts.keys() ?? []) found.add(kind);
  return found;
}
