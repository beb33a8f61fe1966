// Factor: how the customer stands with service.
import { defineFactor, toPercent } from "./factor.ts";
import { againstTeam, trackRecord } from "./track-record.ts";

/**
 * Service feedback: how this rep does with customers who stand with service as this one does, by tickets and NPS or CSAT
 * of 180 days (content, calm or unhappy; signals.ts says when). The share won among the rep's deals with such customers,
 * drawn towards the team's by a beta prior worth 10 deals, beside the team's share: 50 is as the team does.
 * Range 0..100. No data without tickets and scores, or when nobody has closed a deal with such a customer.
 */
export const service = defineFactor({
  id: "service",
  neutral: 50,
  keyOf: ({ service: standing }) => standing ?? "",
  measure({ service: standing }, rep, team) {
    if (!standing) return null;
    const key = `service:${standing}`;
    const record = trackRecord(rep, team, { key, isAlike: (deal) => deal.service === standing });
    if (!record) return null;
    const { won, deals, share, base } = record;
    return {
      value: againstTeam(share, base),
      reason: () => ({
        code: "service",
        params: { standing, won, deals, team: toPercent(base) },
        refs: [],
      }),
    };
  },
});
