// Which of the compared pairs may be one, when a list has no doubles of its own; and a first guess to learn from.
import type { Compared } from "./compare.ts";

/** What the weights may learn from a pair: it may be one, it is the rival of a better one, or neither. */
export type Role = "open" | "rival" | "far";

/** Within one list a record may have any number of doubles. */
export function anyPartners({ left }: Compared): Role[] {
  return Array.from(left, () => "open");
}

/**
 * Between two lists, each free of doubles, a row has one partner at most: pairs that are the most alike for both of
 * their rows stay open. The next best of a row is a rival: it shows how alike two can be that are not one.
 */
export function onePartner({ left, right, alike }: Compared): Role[] {
  const order = Array.from(left, (_, pair) => pair);
  order.sort((one, other) => (alike[other] ?? 0) - (alike[one] ?? 0) || one - other);
  const seen = new Map<number, number>();
  const roles: Role[] = [];
  for (const pair of order) {
    const rows = [left[pair] ?? 0, right[pair] ?? 0];
    const before = rows.map((row) => seen.get(row) ?? 0);
    roles[pair] = roleOf(Math.min(...before), Math.max(...before));
    for (const row of rows) seen.set(row, (seen.get(row) ?? 0) + 1);
  }
  return roles;
}

function roleOf(fewest: number, most: number): Role {
  if (most === 0) return "open";
  return fewest <= 1 ? "rival" : "far";
}

/** To begin with, pairs that are each other's most alike are taken for one. */
export function firstGuess({ left, right, alike }: Compared): Float64Array {
  const best = new Map<number, number>();
  for (const [pair, sum] of alike.entries()) {
    for (const row of [left[pair] ?? 0, right[pair] ?? 0])
      best.set(row, Math.max(sum, best.get(row) ?? 0));
  }
  return alike.map((sum, pair) =>
    [left[pair] ?? 0, right[pair] ?? 0].every((row) => sum >= (best.get(row) ?? 0)) ? 0.9 : 0.05,
  );
}
