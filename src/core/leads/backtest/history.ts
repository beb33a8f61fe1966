// What a back-test looks at: who had which lead, what was known of it then, and how it ended.
import type { Account, Lead } from "../../model.ts";

/** One lead or deal of an imported history. */
export type Case = {
  id: string;
  /** Null: nobody is named. */
  repId: string | null;
  /** When it arrived; what became known later is no feature. */
  at: number | null;
  closedAt: number | null;
  /** Null: not decided yet. */
  won: boolean | null;
  lead: Lead;
  account: Account | null;
  /** What was known of it when it arrived, in words: product, source, territory… */
  labels: Readonly<Record<string, string>>;
  /** The same in numbers: employees, revenue, price. */
  numbers: Readonly<Record<string, number>>;
};

/** A case that counts: it has a rep, a beginning and an end. */
export type Decided = Case & { repId: string; at: number; won: boolean };

/** Why cases do not count. */
export type LeftOut = { noRep: number; noDate: number; undecided: number; closedBefore: number };

export type Prepared = {
  /** Oldest first. */
  decided: Decided[];
  leftOut: LeftOut;
  /** Whether it is known when outcomes became known. */
  isDated: boolean;
};

/** Of the decided cases, as many have a closing date where outcomes count as dated. */
const datedShare = 0.8;

/** Keeps the cases that can teach something, and counts the others. */
export function prepare(cases: readonly Case[]): Prepared {
  const leftOut: LeftOut = { noRep: 0, noDate: 0, undecided: 0, closedBefore: 0 };
  const decided: Decided[] = [];
  for (const each of cases) {
    const missing = whatIsMissing(each);
    if (missing) leftOut[missing] += 1;
    else decided.push(each as Decided);
  }
  decided.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const dated = decided.filter(({ closedAt }) => closedAt !== null).length;
  return { decided, leftOut, isDated: dated >= datedShare * decided.length };
}

function whatIsMissing({ won, repId, at, closedAt }: Case): keyof LeftOut | null {
  if (won === null) return "undecided";
  if (repId === null) return "noRep";
  if (at === null) return "noDate";
  return closedAt !== null && closedAt < at ? "closedBefore" : null;
}

export type Split = {
  /** Where the later part begins. */
  at: number;
  train: Decided[];
  test: Decided[];
  /** Arrived before the split, decided after it or nobody knows when: part of neither. */
  embargoed: number;
};

/** Share of the decided cases that arrived before the split. */
const earlier = 0.7;

/** The earlier part to learn from, the later one to be judged on. What was not decided at the split is not learnt from. */
export function splitByTime({ decided, isDated }: Prepared): Split {
  const at = decided[Math.floor(decided.length * earlier)]?.at ?? 0;
  const before = decided.filter((each) => each.at < at);
  const train = before.filter(({ closedAt }) => !isDated || (closedAt !== null && closedAt <= at));
  return {
    at,
    train,
    test: decided.filter((each) => each.at >= at),
    embargoed: before.length - train.length,
  };
}
