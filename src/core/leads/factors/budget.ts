// Factor: what is known of the customer's budget, and how this rep does with such ones.
import type { ClosedDeal, LeadFacts } from "../gathering/facts.ts";
import { asksForPrices } from "../gathering/signals.ts";
import { defineFactor, toPercent } from "./factor.ts";
import { type Alike, againstTeam, trackRecord } from "./track-record.ts";

/** Where a budget signal comes from: confirmed by somebody, said, or read from behaviour; `absent`: said to be none. */
type Signal = "verified" | "stated" | "inferred" | "absent";

/** What is less certain moves the value less far from neutral. Ours: a guess from behaviour counts half. */
const certainty: Record<Signal, number> = { verified: 1, stated: 0.75, inferred: 0.5, absent: 1 };

/**
 * Budget signal: how this rep does with budgets like this one. With an amount, deals of the same size band (half a
 * power of ten) in the same currency; without one, deals whose customers asked for prices as this one does, or had no
 * budget either. The share won, drawn towards the team's by a beta prior worth 10 deals, beside the team's share (50 is
 * as the team does), and closer to 50 the less certain the signal is: verified 1, stated 0.75, inferred 0.5.
 * Range 0..100. No data without a signal, or when nobody has closed such a deal.
 */
export const budget = defineFactor({
  id: "budget",
  neutral: 50,
  keyOf(facts) {
    const signal = signalOf(facts);
    return signal ? `${signal} ${alikeBy(signal, facts).key}` : "";
  },
  measure(facts, rep, team) {
    const signal = signalOf(facts);
    const record = signal && trackRecord(rep, team, alikeBy(signal, facts));
    if (!signal || !record) return null;
    const { won, deals, share, base } = record;
    const value = 50 + certainty[signal] * (againstTeam(share, base) - 50);
    return {
      value: Math.round(value),
      reason: () => ({
        code: "budget",
        params: { signal, won, deals, team: toPercent(base), ...saidBy(facts, signal) },
        refs: [],
      }),
    };
  },
});

function signalOf({ lead, touches }: LeadFacts): Signal | null {
  if (lead.budgetStatus === "none" || lead.budgetStatus === "frozen") return "absent";
  if (lead.budget !== null && lead.budget > 0)
    return lead.budgetStatus === "confirmed" ? "verified" : "stated";
  return asksForPrices(touches) ? "inferred" : null;
}

function alikeBy(signal: Signal, { lead }: LeadFacts): Alike {
  if (signal === "absent")
    return { key: "budget:absent", isAlike: (deal) => deal.noBudget === true };
  if (signal === "inferred")
    return { key: "budget:asked", isAlike: (deal) => deal.askedForPrices === true };
  const band = bandOf(lead.budget);
  const isAlike = ({ amount, currency }: ClosedDeal) =>
    bandOf(amount) === band && (currency ?? null) === lead.currency;
  return { key: `budget:${band}:${lead.currency}`, isAlike };
}

/** Half a power of ten: 30,000 and 90,000 are alike, 30,000 and 300,000 are not. */
function bandOf(amount: number | null | undefined): number | null {
  return amount && amount > 0 ? Math.floor(2 * Math.log10(amount)) : null;
}

function saidBy({ lead }: LeadFacts, signal: Signal): { source?: string } {
  return signal !== "inferred" && lead.source ? { source: lead.source } : {};
}
