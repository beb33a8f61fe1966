// What accounts are compared by, and how alike two of them look.
import type { Account } from "../../model.ts";

/** Sizes as powers of ten. */
export type Looks = {
  named: readonly (string | null)[];
  employees: number | null;
  revenue: number | null;
  currency: string | null;
};

/** What of an account is looked at. */
export function looksOf({ industry, segment, territory, country, ...sizes }: Account): Looks {
  return {
    // The industry counts double.
    named: [industry, industry, segment, territory ?? country],
    employees: sizes.employees ? Math.log10(sizes.employees) : null,
    revenue: sizes.revenue ? Math.log10(sizes.revenue) : null,
    currency: sizes.currency,
  };
}

/** Known fields in common below which nothing is said. */
export const leastKnown = 3;

/** In [0, 1]; null when the two have too few known fields in common. */
export function similarityOf(a: Looks, b: Looks): number | null {
  let [sum, known] = [0, 0];
  for (let at = 0; at < a.named.length; at += 1) {
    if (a.named[at] === null || b.named[at] === null) continue;
    known += 1;
    if (a.named[at] === b.named[at]) sum += 1;
  }
  const employees = near(a.employees, b.employees);
  const revenue = a.currency === b.currency ? near(a.revenue, b.revenue) : null;
  known += Number(employees !== null) + Number(revenue !== null);
  return known < leastKnown ? null : (sum + (employees ?? 0) + (revenue ?? 0)) / known;
}

/** A factor of 100 between two sizes is as different as can be. */
function near(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(0, 1 - Math.abs(a - b) / 2);
}
