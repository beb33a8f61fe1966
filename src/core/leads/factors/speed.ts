// Factor: how soon the rep is in touch.
import { medianOf } from "../../statistics/quantiles.ts";
import type { RepFacts } from "../gathering/facts.ts";
import { defineFactor, once, toPercent } from "./factor.ts";

/** First contacts on record before a median means anything. */
const leastContacts = 3;
/** The delay that scores 50. Ours: a next-day first contact is neither good nor bad here. */
const halfwayHours = 24;

/**
 * How fast this rep first contacts customers: 24 / (24 + median hours from a deal's opening to the rep's first
 * call, mail or message). Not how fast they tap accept. That early contact matters: Oldroyd et al., "The Short Life
 * of Online Sales Leads", Harvard Business Review, March 2011.
 * Range 0..100. No data below 3 first contacts on record.
 */
export const speed = defineFactor({
  id: "speed",
  neutral: 50,
  keyOf: () => "",
  measure(_lead, rep) {
    const hours = contactsOf(rep);
    const median = medianOf(hours);
    if (median === undefined || hours.length < leastContacts) return null;
    return {
      value: toPercent(halfwayHours / (halfwayHours + median)),
      reason: () => ({
        code: "speed",
        params: { hours: Math.round(median * 10) / 10, contacts: hours.length },
        refs: [],
      }),
    };
  },
});

const contactsOf = once(({ deals }: RepFacts) =>
  deals.flatMap((deal) => deal.firstContactHours ?? []),
);
