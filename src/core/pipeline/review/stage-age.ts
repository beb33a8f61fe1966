// How long a deal has been in its stage, beside how long those that were won stayed there.
import type { StageChange } from "../../facts.ts";
import type { Deal, Stage } from "../../model.ts";
import { nearestRank } from "../../statistics/quantiles.ts";
import { leastDeals, staysByStage } from "../health/stays.ts";

/** What won deals took for a stage; milliseconds. `quicker`: of 1, how many of them had left it by now. */
export type WonStays = { medianMs: number; mostMs: number; deals: number; quicker: number };

export type StageAge = {
  stage: Stage;
  since: number;
  ageMs: number;
  /** Null: fewer than `leastDeals` won deals stayed in this stage. */
  won: WonStays | null;
  /** How many did, in either case. */
  known: number;
};

type Moves = {
  /** The moves of this deal. */
  own: readonly StageChange[];
  /** Those of deals that were won. */
  won: readonly StageChange[];
  now: number;
};

/**
 * Median and 90th percentile by nearest rank. A deal came to its stage when that was recorded; only a new one is as old as
 * itself, whenever it was written down.
 */
export function stageAge(
  { stage, openedAt, createdAt }: Pick<Deal, "stage" | "openedAt" | "createdAt">,
  { own, won, now }: Moves,
): StageAge {
  const [last] = own.filter(({ to }) => to === stage).sort((one, other) => other.at - one.at);
  const recordedAt = last?.at ?? createdAt;
  const since = stage === "new" ? Math.min(openedAt ?? recordedAt, recordedAt) : recordedAt;
  const ageMs = Math.max(0, now - since);
  const stays = staysByStage(won).get(stage) ?? [];
  const rank = (share: number) => nearestRank(stays, share) ?? 0;
  const quicker = stays.filter((stay) => stay < ageMs).length / (stays.length || 1);
  const isKnown = stays.length >= leastDeals;
  const known = stays.length;
  const figures = { medianMs: rank(0.5), mostMs: rank(0.9), deals: known, quicker };
  return { stage, since, ageMs, won: isKnown ? figures : null, known };
}
