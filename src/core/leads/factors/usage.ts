// Factor: how deeply the customer uses the product.
import { defineFactor, toPercent } from "./factor.ts";
import { againstTeam, trackRecord } from "./track-record.ts";

/**
 * Product usage depth: how this rep does with customers who use the product as deeply as this one (light, regular or
 * deep; signals.ts says when). The share won among the rep's deals with such customers, drawn towards the team's by a
 * beta prior worth 10 deals, beside the team's share: 50 is as the team does.
 * Range 0..100. No data when this customer's use is not on record, or nobody has closed a deal with such a one.
 */
export const usage = defineFactor({
  id: "usage",
  neutral: 50,
  keyOf: ({ usage: depth }) => depth ?? "",
  measure({ usage: depth }, rep, team) {
    if (!depth) return null;
    const key = `usage:${depth}`;
    const record = trackRecord(rep, team, { key, isAlike: (deal) => deal.usage === depth });
    if (!record) return null;
    const { won, deals, share, base } = record;
    return {
      value: againstTeam(share, base),
      reason: () => ({
        code: "usage",
        params: { depth, won, deals, team: toPercent(base) },
        refs: [],
      }),
    };
  },
});
