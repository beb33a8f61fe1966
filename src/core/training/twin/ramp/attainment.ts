// How far newcomers have come in their first three months, against earlier colleagues at the same age. Pure.
import { dayMs } from "../../../durations.ts";
import type { Person } from "../../../model.ts";
import { meanOf } from "../../../statistics/mean.ts";

/** What counts as the start of somebody's work here: three months. */
export const rampMs = 90 * dayMs;
/** Newcomers are shown until half a year after they came: the three months end, looking at them does not. */
const shownMs = 180 * dayMs;
/** Fewer earlier colleagues are no yardstick (ours). */
export const fewestEarlier = 5;

/** A deal that was won: by whom, and when. */
export type Win = { ownerId: string; at: number };

/** One newcomer: `days` here, capped at the three months; wins up to then. */
export type Attainment = {
  person: Person;
  days: number;
  won: number;
  /** Days from being hired to the first win; null: none yet. */
  firstWinDays: number | null;
  earlier: Earlier;
};

/** Earlier colleagues at the same age: how many, their mean of wins, and how many had won once; null where too few. */
export type Earlier = {
  n: number;
  won: { mean: number; low: number; high: number } | null;
  hadWon: number;
};

type Given = {
  /** Everybody of the subtree, those who left as well: leaving out who gave up would flatter the rest. */
  people: readonly Person[];
  wins: readonly Win[];
  /** Since when wins are known at all: who came before has wins nobody recorded. */
  since: number | null;
  now: number;
};

type Hired = Person & { hiredAt: number };

/** Newcomers who still work here, the latest first. */
export function attainments({ people, wins, since, now }: Given): Attainment[] {
  const hired = people.filter((one): one is Hired => one.hiredAt !== null && one.role === "rep");
  return hired
    .filter(({ active, hiredAt }) => active && hiredAt <= now && now - hiredAt <= shownMs)
    .sort((a, b) => b.hiredAt - a.hiredAt || (a.id < b.id ? -1 : 1))
    .map((person) => {
      const age = Math.min(now - person.hiredAt, rampMs);
      const before = hired.filter(
        (one) => one.hiredAt < person.hiredAt && one.hiredAt >= (since ?? now),
      );
      const own = winsBy(person, age, wins);
      return {
        ...{ person, days: Math.floor(age / dayMs), won: own.length },
        firstWinDays: own[0] === undefined ? null : Math.floor((own[0] - person.hiredAt) / dayMs),
        earlier: toEarlier(before.map((one) => winsBy(one, age, wins).length)),
      };
    });
}

/** When they won in their first `age` milliseconds, in order. */
function winsBy({ id, hiredAt }: Hired, age: number, wins: readonly Win[]): number[] {
  return wins
    .filter(({ ownerId, at }) => ownerId === id && at >= hiredAt && at <= hiredAt + age)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
}

function toEarlier(counts: readonly number[]): Earlier {
  const n = counts.length;
  const hadWon = counts.filter((count) => count > 0).length;
  if (n < fewestEarlier) return { n, won: null, hadWon };
  const { mean, low, high } = meanOf(counts);
  return { n, won: { mean, low: Math.max(0, low), high }, hadWon };
}
