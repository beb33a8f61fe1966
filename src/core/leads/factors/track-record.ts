// How deals of one kind went for a rep, against how they went for the team: what several factors are made of.
import type { ClosedDeal, RepFacts, TeamFacts } from "../gathering/facts.ts";
import { once, toPercent } from "./factor.ts";

/** Observations that count as much as the team's experience: below it, the team speaks louder. */
const priorWeight = 10;

/** Deals alike, and what makes them so as a key: whatever is alike has the same key. */
export type Alike = { key: string; isAlike(deal: ClosedDeal): boolean };

export type TrackRecord = {
  won: number;
  deals: number;
  /** The rep's share won, drawn towards the team's by a beta prior worth 10 deals. */
  share: number;
  /** The team's share won. */
  base: number;
  /** The deals the rep won, oldest first. */
  wins: ClosedDeal[];
};

/**
 * A rep's record in deals alike; null when nobody has closed one. The share is the posterior mean under a beta prior
 * with the team's share as its mean (Gelman et al., Bayesian Data Analysis, section 2.4).
 */
export function trackRecord(rep: RepFacts, team: TeamFacts, alike: Alike): TrackRecord | null {
  const all = teamTally(team, alike);
  if (all.deals === 0) return null;
  const { deals, wins } = ownRecord(rep, alike);
  const base = all.won / all.deals;
  const share = shrink({ hits: wins.length, of: deals, base });
  return { won: wins.length, deals, share, base, wins };
}

type OwnRecord = { deals: number; wins: ClosedDeal[] };

const recordsOf = once((_rep: RepFacts) => new Map<string, OwnRecord>());

/** A rep's own deals alike, counted once however many leads ask. */
function ownRecord(rep: RepFacts, { key, isAlike }: Alike): OwnRecord {
  const records = recordsOf(rep);
  const known = records.get(key);
  if (known) return known;
  const mine = rep.deals.filter((deal) => isAlike(deal));
  const record = { deals: mine.length, wins: mine.filter(({ won }) => won) };
  records.set(key, record);
  return record;
}

/** A share drawn towards `base` by a prior worth `prior` observations. */
export function shrink({
  hits,
  of,
  base,
  prior = priorWeight,
}: {
  hits: number;
  of: number;
  base: number;
  prior?: number;
}): number {
  return (hits + prior * base) / (of + prior);
}

/** A rep's share beside the team's, as a percentage: 50 is as the team does, 67 twice as well. */
export function againstTeam(share: number, base: number): number {
  return share + base === 0 ? 50 : toPercent(share / (share + base));
}

export type Tally = { deals: number; won: number };

/** The whole team's deals alike: counted once for everybody where the facts keep count. */
function teamTally(team: TeamFacts, alike: Alike): Tally {
  const known = team.tallies?.get(alike.key);
  if (known) return known;
  const tally = { deals: 0, won: 0 };
  for (const rep of team.reps) {
    const { deals, wins } = ownRecord(rep, alike);
    tally.deals += deals;
    tally.won += wins.length;
  }
  team.tallies?.set(alike.key, tally);
  return tally;
}
