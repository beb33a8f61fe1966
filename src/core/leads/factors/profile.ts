import type { Account } from "../../model.ts";
import type { ClosedDeal, RepFacts } from "../facts.ts";
import { defineFactor, once, toPercent } from "./factor.ts";

/** Wins looked at: one lucky look-alike is not a profile. */
const closest = 3;

/**
 * How much the account looks like accounts this rep won: the mean similarity of the three most similar ones.
 * Similarity is Gower's (1971) over industry, size band, territory (equal or not) and employees, revenue
 * (distance on a log scale; a factor of 100 is as different as can be), the industry counting double; what either side
 * lacks is left out.
 * Range 0..100. No data when the lead has no account or the rep no win.
 */
export const profile = defineFactor({
  id: "profile",
  neutral: 50,
  measure({ account }, rep) {
    if (!account) return null;
    const best = mostSimilar(account, rep);
    const top = best[0];
    if (!top) return null;
    const mean = best.reduce((sum, win) => sum + win.similarity, 0) / best.length;
    return {
      value: toPercent(mean),
      reason: () => ({
        code: "profile",
        params: {
          similarity: toPercent(top.similarity),
          account: top.account.name,
          at: top.deal.closedAt,
        },
        refs: [
          { kind: "deal", id: top.deal.dealId },
          { kind: "account", id: top.account.id },
        ],
      }),
    };
  },
});

type Win = { deal: ClosedDeal; account: Account };
type Similar = Win & { similarity: number };

/** The most similar accounts won first. */
function mostSimilar(account: Account, rep: RepFacts): Similar[] {
  const looks = looksOf(account);
  const best: Similar[] = [];
  for (const won of winsOf(rep)) {
    const similarity = won.account.id === account.id ? 1 : similarityOf(looks, won.looks);
    if (similarity !== null && similarity > (best[closest - 1]?.similarity ?? -1))
      insert(best, { ...won, similarity });
  }
  return best;
}

function insert(best: Similar[], one: Similar): void {
  const at = best.findIndex((each) => one.similarity > each.similarity);
  best.splice(at < 0 ? best.length : at, 0, one);
  best.length = Math.min(best.length, closest);
}

/** One entry per account won: its latest win. */
const winsOf = once(({ deals }: RepFacts): (Win & { looks: Looks })[] => {
  const wins = new Map<string, Win>();
  for (const deal of deals)
    if (deal.won && deal.account) wins.set(deal.account.id, { deal, account: deal.account });
  return [...wins.values()].map((win) => ({ ...win, looks: looksOf(win.account) }));
});

/** What accounts are compared by; sizes as powers of ten. */
type Looks = {
  named: readonly (string | null)[];
  employees: number | null;
  revenue: number | null;
  currency: string | null;
};

function looksOf({ industry, segment, territory, country, ...sizes }: Account): Looks {
  return {
    // The industry counts double.
    named: [industry, industry, segment, territory ?? country],
    employees: sizes.employees ? Math.log10(sizes.employees) : null,
    revenue: sizes.revenue ? Math.log10(sizes.revenue) : null,
    currency: sizes.currency,
  };
}

/** In [0, 1]; null when the two have too few known fields in common. */
function similarityOf(a: Looks, b: Looks): number | null {
  let [sum, known] = [0, 0];
  for (let at = 0; at < a.named.length; at += 1) {
    if (a.named[at] === null || b.named[at] === null) continue;
    known += 1;
    if (a.named[at] === b.named[at]) sum += 1;
  }
  const employees = near(a.employees, b.employees);
  const revenue = a.currency === b.currency ? near(a.revenue, b.revenue) : null;
  known += Number(employees !== null) + Number(revenue !== null);
  return known < 3 ? null : (sum + (employees ?? 0) + (revenue ?? 0)) / known;
}

/** A factor of 100 between two sizes is as different as can be. */
function near(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : Math.max(0, 1 - Math.abs(a - b) / 2);
}
