import type { Account } from "../../model.ts";
import type { ClosedDeal } from "../facts.ts";
import { defineFactor, toPercent } from "./factor.ts";

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
    const best = mostSimilar(account, rep.deals);
    const top = best[0];
    if (!top) return null;
    const mean = best.reduce((sum, win) => sum + win.similarity, 0) / best.length;
    return {
      value: toPercent(mean),
      reason: {
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
      },
    };
  },
});

type Win = { deal: ClosedDeal; account: Account; similarity: number };

/** One entry per account won, its latest win, most similar first. */
function mostSimilar(account: Account, deals: ClosedDeal[]): Win[] {
  const wins = new Map<string, Win>();
  for (const deal of deals) {
    if (!deal.won || !deal.account) continue;
    const similarity = similarityOf(account, deal.account);
    if (similarity !== null) wins.set(deal.account.id, { deal, account: deal.account, similarity });
  }
  return [...wins.values()].sort((a, b) => b.similarity - a.similarity).slice(0, closest);
}

/** In [0, 1]; null when the two have too few known fields in common. */
function similarityOf(a: Account, b: Account): number | null {
  if (a.id === b.id) return 1;
  const parts = [
    equal(a.industry, b.industry),
    equal(a.industry, b.industry),
    equal(a.segment, b.segment),
    equal(a.territory ?? a.country, b.territory ?? b.country),
    near(a.employees, b.employees),
    a.currency === b.currency ? near(a.revenue, b.revenue) : null,
  ].filter((part) => part !== null);
  if (parts.length < 3) return null;
  return parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

function equal(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null;
  return a === b ? 1 : 0;
}

function near(a: number | null, b: number | null): number | null {
  if (!a || !b) return null;
  return Math.max(0, 1 - Math.abs(Math.log10(a / b)) / 2);
}
