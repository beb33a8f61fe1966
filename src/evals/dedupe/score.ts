// How many of the proposed pairs are true, and how many of the true ones are proposed.
import { countValues } from "../../core/identity/duplicates/column.ts";
import type { Interval } from "../../core/statistics/interval.ts";
import { bootstrap } from "../retrieval/bootstrap.ts";
import type { DataSet } from "./data-sets.ts";

export type Pair = { left: number; right: number };
export type Score = { precision: Interval; recall: Interval; f1: Interval; proposed: number };

/** How many true pairs each entity has. */
export function countTrue({ entities, secondFrom }: DataSet): Map<string, number> {
  const first = countValues(entities.slice(0, secondFrom));
  const second = countValues(secondFrom === undefined ? [] : entities.slice(secondFrom));
  const pairs = new Map<string, number>();
  for (const [entity, count] of first) {
    const within = (count * (count - 1)) / 2;
    const between = count * (second.get(entity) ?? 0);
    const wanted = secondFrom === undefined ? within : between;
    if (wanted > 0) pairs.set(entity, wanted);
  }
  return pairs;
}

/** Whether two rows are about the same. */
export function isTrue({ entities }: DataSet, { left, right }: Pair): boolean {
  return entities[left] === entities[right];
}

/** With 95 % intervals over whole entities: the pairs of one stand or fall together. */
export function scorePairs(set: DataSet, proposed: readonly Pair[]): Score {
  const groups = new Map<string, Counts>();
  const add = (entity: string, count: Partial<Counts>) => {
    const known = groups.get(entity) ?? { hits: 0, proposed: 0, wanted: 0 };
    known.hits += count.hits ?? 0;
    known.proposed += count.proposed ?? 0;
    known.wanted += count.wanted ?? 0;
    groups.set(entity, known);
  };
  for (const [entity, wanted] of countTrue(set)) add(entity, { wanted });
  for (const pair of proposed)
    add(set.entities[pair.left] ?? "", { proposed: 1, hits: isTrue(set, pair) ? 1 : 0 });
  const all = [...groups.values()];
  const share = (over: (sum: Counts) => number) =>
    bootstrap(all.length, (drawn) => {
      const sum = sumOf(all, drawn);
      return over(sum) === 0 ? 0 : sum.hits / over(sum);
    });
  return {
    precision: share((sum) => sum.proposed),
    recall: share((sum) => sum.wanted),
    f1: share((sum) => (sum.proposed + sum.wanted) / 2),
    proposed: proposed.length,
  };
}

type Counts = { hits: number; proposed: number; wanted: number };

function sumOf(all: readonly Counts[], drawn: Uint32Array): Counts {
  const sum = { hits: 0, proposed: 0, wanted: 0 };
  for (const index of drawn) {
    const { hits, proposed, wanted } = all[index] ?? { hits: 0, proposed: 0, wanted: 0 };
    sum.hits += hits;
    sum.proposed += proposed;
    sum.wanted += wanted;
  }
  return sum;
}

/** The best F1 any threshold reaches when the labels are looked at: an upper bound, and no result. */
export function bestThreshold(
  set: DataSet,
  ranked: readonly (Pair & { score: number })[],
): { threshold: number; f1: number } {
  const wanted = [...countTrue(set).values()].reduce((sum, count) => sum + count, 0);
  let [hits, best] = [0, { threshold: 1, f1: 0 }];
  for (const [at, pair] of ranked.entries()) {
    if (isTrue(set, pair)) hits += 1;
    const f1 = (2 * hits) / (at + 1 + wanted);
    if (f1 > best.f1 && ranked[at + 1]?.score !== pair.score) best = { threshold: pair.score, f1 };
  }
  const round = (value: number) => Math.round(value * 10_000) / 10_000;
  return { threshold: round(best.threshold), f1: round(best.f1) };
}
