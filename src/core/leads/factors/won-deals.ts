// Factor: how deals like this one went.
import type { LeadFacts } from "../gathering/facts.ts";
import { defineFactor, toPercent } from "./factor.ts";
import { type Alike, trackRecord } from "./track-record.ts";

/**
 * How deals like this one went for this rep: the share won among the rep's closed deals in the lead's industry
 * (all deals where the industry is not known), drawn towards the team's share in the same deals by a beta prior
 * worth 10 deals (posterior mean; Gelman et al., Bayesian Data Analysis, section 2.4).
 * Range 0..100. No data when nobody has closed such a deal.
 */
export const wonDeals = defineFactor({
  id: "won_deals",
  neutral: 50,
  keyOf: (lead) => sameIndustry(lead).key,
  measure(lead, rep, team) {
    const record = trackRecord(rep, team, sameIndustry(lead));
    if (!record) return null;
    const { won, deals, share, base, wins } = record;
    return {
      value: toPercent(share),
      reason: () => ({
        code: deals > 0 ? "won_deals" : "won_deals_team",
        params: { won, deals, team: toPercent(base), ...industryOf(lead) },
        refs: wins.slice(-5).map((deal) => ({ kind: "deal", id: deal.dealId })),
      }),
    };
  },
});

function sameIndustry({ account }: LeadFacts): Alike {
  const industry = account?.industry;
  return {
    key: `industry:${industry ?? ""}`,
    isAlike: (deal) => !industry || deal.account?.industry === industry,
  };
}

function industryOf({ account }: LeadFacts): { industry?: string } {
  return account?.industry ? { industry: account.industry } : {};
}
