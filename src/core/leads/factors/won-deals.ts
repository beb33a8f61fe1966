import type { ClosedDeal, LeadFacts, TeamFacts } from "../facts.ts";
import { defineFactor, toPercent } from "./factor.ts";

/** Deals of history that count as much as the team's experience: below it, the team speaks louder. */
const priorDeals = 10;

/**
 * How deals like this one went for this rep: the share won among the rep's closed deals in the lead's industry
 * (all deals where the industry is not known), drawn towards the team's share in the same deals by a beta prior
 * worth 10 deals (posterior mean; Gelman et al., Bayesian Data Analysis, section 2.4).
 * Range 0..100. No data when nobody has closed such a deal.
 */
export const wonDeals = defineFactor({
  id: "won_deals",
  neutral: 50,
  measure(lead, rep, team) {
    const mine = rep.deals.filter((deal) => isAlike(deal, lead));
    const all = ofTeam(team, lead);
    if (all.deals === 0) return null;
    const won = mine.filter((deal) => deal.won).length;
    const base = all.won / all.deals;
    const share = (won + priorDeals * base) / (mine.length + priorDeals);
    return {
      value: toPercent(share),
      reason: {
        code: mine.length > 0 ? "won_deals" : "won_deals_team",
        params: { won, deals: mine.length, team: toPercent(base), ...industryOf(lead) },
        refs: mine
          .filter((deal) => deal.won)
          .slice(-5)
          .map((deal) => ({ kind: "deal", id: deal.dealId })),
      },
    };
  },
});

function isAlike(deal: ClosedDeal, { account }: LeadFacts): boolean {
  return !account?.industry || deal.account?.industry === account.industry;
}

function ofTeam(team: TeamFacts, lead: LeadFacts): { deals: number; won: number } {
  let deals = 0;
  let won = 0;
  for (const rep of team.reps) {
    for (const deal of rep.deals) {
      if (!isAlike(deal, lead)) continue;
      deals += 1;
      if (deal.won) won += 1;
    }
  }
  return { deals, won };
}

function industryOf({ account }: LeadFacts): { industry?: string } {
  return account?.industry ? { industry: account.industry } : {};
}
