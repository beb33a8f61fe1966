import { defineFactor, toPercent } from "./factor.ts";

/** Closed deals in an industry that make half an expert. */
const halfExpert = 5;

/**
 * Whether the rep knows the customer's industry: 100 when it is a declared speciality, else n / (n + 5) for the n
 * deals the rep closed there, won or lost (a saturating count: the tenth deal teaches less than the first).
 * Range 0..100. No data when the customer's industry is not known.
 */
export const industry = defineFactor({
  id: "industry",
  neutral: 50,
  measure({ account }, rep) {
    const name = account?.industry;
    if (!name) return null;
    const deals = rep.deals.filter((deal) => deal.account?.industry === name).length;
    const isDeclared = rep.person.industries.includes(name);
    return {
      value: isDeclared ? 100 : toPercent(deals / (deals + halfExpert)),
      reason: {
        code: isDeclared ? "industry_declared" : "industry_deals",
        params: { industry: name, deals },
        refs: [],
      },
    };
  },
});
