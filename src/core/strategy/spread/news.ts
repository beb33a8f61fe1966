// What was new of strategies in a stretch of time: published ones with their verdicts, taken on, retired.
import type { Reader } from "../../ports.ts";
import type { StoredVerdict, Strategy } from "../stored.ts";

/** One thing worth telling, with whom it is to be credited to. */
export type News = { strategy: Strategy; author: string } & (
  | { kind: "published"; code: StoredVerdict["code"] }
  | { kind: "taken"; count: number }
  | { kind: "retired" }
);

type Span = { from: number; to: number };

/** Published first, then taken on by the most, then retired. Only what is public anyway. */
export async function readNews(read: Reader, { from, to }: Span): Promise<News[]> {
  const publishedAt = { gte: from, lt: to };
  const fresh = await read.strategies.find(
    { state: "published", publishedAt },
    { order: { by: "publishedAt" } },
  );
  const adoptions = await read.adoptions.find({ at: { gte: from, lt: to }, retiredAt: null });
  const retired = await read.strategies.find({
    state: "retired",
    updatedAt: { gte: from, lt: to },
  });
  const taken = await read.strategies.find({
    ...{ state: "published", id: [...new Set(adoptions.map(({ strategyId }) => strategyId))] },
  });
  const all = [...fresh, ...taken, ...retired];
  const people = await read.people.find({ id: all.map(({ authorId }) => authorId) });
  const credited = (strategy: Strategy) => ({
    ...{ strategy, author: people.find(({ id }) => id === strategy.authorId)?.name ?? "–" },
  });
  const verdicts = await read.verdicts.find(
    { strategyId: fresh.map(({ id }) => id) },
    { order: { by: "at", descending: true } },
  );
  const countOf = ({ id }: Strategy) =>
    new Set(adoptions.filter((one) => one.strategyId === id).map(({ personId }) => personId)).size;
  return [
    ...fresh.flatMap((strategy): News[] => {
      const verdict = verdicts.find(({ strategyId }) => strategyId === strategy.id);
      return verdict ? [{ kind: "published", ...credited(strategy), code: verdict.code }] : [];
    }),
    ...taken
      .map((strategy) => ({
        kind: "taken" as const,
        ...credited(strategy),
        count: countOf(strategy),
      }))
      .sort((one, other) => other.count - one.count),
    ...retired.map((strategy) => ({ kind: "retired" as const, ...credited(strategy) })),
  ];
}
