// How much an account looks like what each rep of a team won, all at once: the team's wins lie in flat arrays, so that
// ten thousand of them are compared in less than a millisecond. It says what similarityOf says, to the last bit.
import type { Account } from "../../model.ts";
import type { RepFacts, TeamFacts } from "../gathering/facts.ts";
import { once } from "./factor.ts";
import { type Looks, leastKnown, looksOf } from "./looks.ts";

/** A win as similarity sees it. */
type Win = { account: Account; looks: Looks };

/** Every rep's wins, one rep after the other; `starts[rep]` is where theirs begin. */
type Wins = {
  /** Names and ids as numbers; 0 is "not known". */
  numbers: Map<string, number>;
  starts: Int32Array;
  ids: Int32Array;
  /** Of each win: its names, as many as `looks.named` has. */
  named: Int32Array;
  currencies: Int32Array;
  /** Powers of ten; NaN where not known. */
  employees: Float64Array;
  revenues: Float64Array;
};

const namesEach = 4;

/** The similarities of the most similar wins of each rep, best first: `count` places per rep, -1 where there is none. */
export function bestLikenesses(
  account: Account,
  { wins, count }: { wins: Wins; count: number },
): Float64Array {
  const reps = wins.starts.length - 1;
  const best = new Float64Array(reps * count).fill(-1);
  const likeness = likenessTo(account, wins);
  for (let rep = 0; rep < reps; rep += 1) {
    const end = wins.starts[rep + 1] as number;
    for (let win = wins.starts[rep] as number; win < end; win += 1)
      insert(best, { from: rep * count, count }, likeness(win));
  }
  return best;
}

type Places = { from: number; count: number };

/** Puts a similarity among the best, if it is one of them. */
function insert(best: Float64Array, { from, count }: Places, similarity: number): void {
  let at = from + count - 1;
  if (similarity <= (best[at] as number)) return;
  while (at > from && similarity > (best[at - 1] as number)) {
    best[at] = best[at - 1] as number;
    at -= 1;
  }
  best[at] = similarity;
}

/** Compares the account with a win by its place: -1 where the two have too few known fields in common. */
function likenessTo(account: Account, wins: Wins): (win: number) => number {
  const { named, currencies, employees, revenues, ids } = wins;
  const looks = looksOf(account);
  // Of a name no win has, -1: known, and equal to none.
  const numberOf = (name: string | null) => (name === null ? 0 : (wins.numbers.get(name) ?? -1));
  const own = Int32Array.from(looks.named, numberOf);
  const [id, currency] = [numberOf(account.id), numberOf(looks.currency)];
  const [ownEmployees, ownRevenue] = [looks.employees ?? Number.NaN, looks.revenue ?? Number.NaN];
  return (win) => {
    if (ids[win] === id) return 1;
    let [sum, known] = [0, 0];
    for (let at = 0; at < namesEach; at += 1) {
      const theirs = named[win * namesEach + at] as number;
      const isKnown = theirs !== 0 && own[at] !== 0;
      known += Number(isKnown);
      sum += Number(isKnown && theirs === own[at]);
    }
    const byEmployees = near(ownEmployees, employees[win] as number);
    const byRevenue = currencies[win] === currency ? near(ownRevenue, revenues[win] as number) : -1;
    known += Number(byEmployees >= 0) + Number(byRevenue >= 0);
    if (known < leastKnown) return -1;
    return (sum + Math.max(0, byEmployees) + Math.max(0, byRevenue)) / known;
  };
}

/** -1 where one of the two is not known. */
function near(a: number, b: number): number {
  const distance = Math.abs(a - b);
  return Number.isNaN(distance) ? -1 : Math.max(0, 1 - distance / 2);
}

/** Makes what lays a team's wins out flat, once per team. */
export function createWinsOf(winsOf: (rep: RepFacts) => readonly Win[]): (team: TeamFacts) => Wins {
  return once(({ reps }: TeamFacts) => flatten(reps.map(winsOf)));
}

function flatten(byRep: readonly (readonly Win[])[]): Wins {
  const all = byRep.flat();
  const numbers = new Map<string, number>();
  const numberOf = (name: string | null): number => {
    if (name === null) return 0;
    const known = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, known);
    return known;
  };
  const starts = new Int32Array(byRep.length + 1);
  for (const [rep, wins] of byRep.entries())
    starts[rep + 1] = (starts[rep] as number) + wins.length;
  return {
    ...{ numbers, starts },
    ids: Int32Array.from(all, ({ account }) => numberOf(account.id)),
    named: Int32Array.from(all.flatMap(({ looks }) => looks.named.map(numberOf))),
    currencies: Int32Array.from(all, ({ looks }) => numberOf(looks.currency)),
    employees: Float64Array.from(all, ({ looks }) => looks.employees ?? Number.NaN),
    revenues: Float64Array.from(all, ({ looks }) => looks.revenue ?? Number.NaN),
  };
}
