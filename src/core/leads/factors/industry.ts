// Factor: whether the rep knows the industry.
import type { RepFacts } from "../gathering/facts.ts";
import { defineFactor, once, toPercent } from "./factor.ts";

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
  keyOf: ({ account }) => account?.industry ?? "",
  measure({ account }, rep) {
    const name = account?.industry;
    if (!name) return null;
    const deals = dealsByIndustry(rep).get(name) ?? 0;
    const isDeclared = rep.person.industries.includes(name);
    return {
      value: isDeclared ? 100 : toPercent(deals / (deals + halfExpert)),
      reason: () => ({
        code: isDeclared ? "industry_declared" : "industry_deals",
        params: { industry: name, deals },
        refs: [],
      }),
    };
  },
});

const dealsByIndustry = once(({ deals }: RepFacts) => {
  const counts = new Map<string, number>();
  for (const { account } of deals)
    if (account?.industry) counts.set(account.industry, (counts.get(account.industry) ?? 0) + 1);
  return counts;
});
