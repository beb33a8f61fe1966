// Where finding fails most: by tactic and by vertical, with queries that got nothing of use in the first three.
import type { Interval } from "../../core/statistics/interval.ts";
import { bootstrapMean } from "./bootstrap.ts";
import type { JudgedQuery } from "./judge.ts";
import { measure } from "./metrics.ts";

/** One kind of query; `failed` are examples, the shortest first. */
export type WeakGroup = { name: string; queries: number; r3: Interval; failed: Failure[] };

/** A query whose first three were of no use: what came first, and what was wanted. */
export type Failure = { id: string; query: string; found?: string; wanted: string[] };

/** The worst tactics and verticals by R@3, of those with at least one failure. */
export type Weak = { tactics: WeakGroup[]; verticals: WeakGroup[] };

const shown = { groups: 6, examples: 3 };

/** Groups queries by what they are about; `rankings` are the ids found, one list per query in the same order. */
export function findWeak(queries: readonly JudgedQuery[], rankings: readonly string[][]): Weak {
  const rows = queries.map((query, index) => ({ query, ranked: rankings[index] ?? [] }));
  return {
    tactics: worst(rows, ({ tactic }) => tactic),
    verticals: worst(rows, ({ vertical }) => vertical ?? "any vertical"),
  };
}

type Row = { query: JudgedQuery; ranked: string[] };

function worst(rows: Row[], nameOf: (query: JudgedQuery) => string): WeakGroup[] {
  const names = [...new Set(rows.map(({ query }) => nameOf(query)))];
  const groups = names.map((name) =>
    group(
      name,
      rows.filter(({ query }) => nameOf(query) === name),
    ),
  );
  return groups
    .filter(({ failed }) => failed.length > 0)
    .sort((a, b) => a.r3.value - b.r3.value || b.queries - a.queries)
    .slice(0, shown.groups);
}

function group(name: string, own: Row[]): WeakGroup {
  const failed = own.filter((row) => hit(row) === 0).map(toFailure);
  return {
    name,
    queries: own.length,
    r3: bootstrapMean(own.map(hit)),
    failed: failed.sort((a, b) => a.query.length - b.query.length).slice(0, shown.examples),
  };
}

const hit = ({ query, ranked }: Row) => measure(ranked, query.grades).r3;

function toFailure({ query, ranked }: Row): Failure {
  const [found] = ranked;
  const wanted = [...query.grades]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([id]) => id);
  return { id: query.id, query: query.query, ...(found ? { found } : {}), wanted };
}
