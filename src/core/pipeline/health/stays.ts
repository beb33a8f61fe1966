// How long deals that were won stayed in each stage: what "too long" is measured by.
import type { StageChange } from "../../facts.ts";
import { groupBy } from "../../group-by.ts";
import { type Stage, stages } from "../../model.ts";
import { nearestRank } from "../../statistics/quantiles.ts";

/** Nine of ten won deals were quicker (nearest rank). */
const quantile = 0.9;
/** Fewer won deals than these say nothing about a stage. */
export const leastDeals = 10;

/** Stage -> milliseconds, of the moves of deals that were won. */
export function learnStays(moves: readonly StageChange[]): ReadonlyMap<Stage, number> {
  const lengths = staysByStage(moves);
  const known = stages.flatMap((stage): [Stage, number][] => {
    const stays = lengths.get(stage) ?? [];
    const most = nearestRank(stays, quantile);
    return stays.length < leastDeals || most === undefined ? [] : [[stage, most]];
  });
  return new Map(known);
}

/** Stage -> how long each deal stayed there until it moved on, in milliseconds. */
export function staysByStage(moves: readonly StageChange[]): Map<string, number[]> {
  const lengths = new Map<string, number[]>();
  for (const own of groupBy(moves, ({ dealId }) => dealId).values()) {
    const ordered = own.toSorted((one, other) => one.at - other.at);
    for (const [index, { to, at }] of ordered.entries()) {
      const next = ordered[index + 1];
      if (next) lengths.set(to, [...(lengths.get(to) ?? []), next.at - at]);
    }
  }
  return lengths;
}
