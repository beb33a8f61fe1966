// Factor: likeness to the accounts this rep has won.
import type { Account } from "../../model.ts";
import type { ClosedDeal, RepFacts } from "../gathering/facts.ts";
import { type Column, defineFactor, once, toPercent, unknown } from "./factor.ts";
import { type Looks, looksOf, similarityOf } from "./looks.ts";
import { bestLikenesses, createWinsOf } from "./profile-column.ts";

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
  column({ account }, team) {
    const column: Column = new Uint8Array(team.reps.length).fill(unknown);
    if (!account) return column;
    const best = bestLikenesses(account, { wins: teamWins(team), count: closest });
    for (let rep = 0; rep < column.length; rep += 1) {
      const mean = meanOf(best, rep * closest);
      if (mean >= 0) column[rep] = toPercent(mean);
    }
    return column;
  },
});

/** The mean of one rep's best; -1 where there is none. */
function meanOf(best: Float64Array, from: number): number {
  let [sum, count] = [0, 0];
  while (count < closest && (best[from + count] as number) >= 0) {
    sum += best[from + count] as number;
    count += 1;
  }
  return count === 0 ? -1 : sum / count;
}

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

const teamWins = createWinsOf(winsOf);
