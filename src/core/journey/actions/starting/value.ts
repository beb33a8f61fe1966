// What acting on a match is worth, in [0, 1]: actions compete for a person's attention by it.
import type { Stage } from "../../../model.ts";
import { medianOf } from "../../../statistics/quantiles.ts";

/** Deals further along lose more when nobody acts. Lost and won ones are open again only by mistake. */
const stageWorth: Record<Stage, number> = {
  ...{ new: 0.2, contacted: 0.4, qualified: 0.6, proposal: 0.8, negotiation: 1, won: 0, lost: 0 },
};
/** A lead is worth what a new deal is. */
const leadWorth = stageWorth.new;
/** Half of a sign's worth is gone after a day (Oldroyd, HBR 2011, found hours to matter; the shape is ours). */
const halfLifeMs = 24 * 3_600_000;
/** Somebody else's customer, or nobody's, waits for those that are yours. */
const nobodysShare = 0.5;

export type Worth = {
  /** Of the deal, or the lead's budget; null: not known. */
  amount: number | null;
  /** The usual amount, in the same currency; null: too few to say. */
  usualAmount: number | null;
  /** Null: there is no deal yet. */
  stage: Stage | null;
  /** How long ago the chain was complete. */
  ageMs: number;
  isNobodys: boolean;
};

/**
 * 0.4 × amount / (amount + usual) + 0.4 × stage + 0.2 × 2^(−age / 1 day); an amount nobody knows counts as usual, and
 * what is nobody's counts half. The weights are ours: money and stage alike, freshness to settle what is level.
 */
export function actionValue({ amount, usualAmount, stage, ageMs, isNobodys }: Worth): number {
  const isKnown = amount !== null && usualAmount !== null && amount > 0 && usualAmount > 0;
  const size = isKnown ? amount / (amount + usualAmount) : 0.5;
  const fresh = 2 ** (-Math.max(0, ageMs) / halfLifeMs);
  const value = 0.4 * size + 0.4 * (stage ? stageWorth[stage] : leadWorth) + 0.2 * fresh;
  return isNobodys ? value * nobodysShare : value;
}

/** Fewer amounts than these do not say what is usual. */
const fewest = 5;

/** The middle of what deals are about, by currency. */
export function usualAmounts(
  deals: readonly { amount: number | null; currency: string | null }[],
): Map<string, number> {
  const amounts = new Map<string, number[]>();
  for (const { amount, currency } of deals) {
    if (amount === null || amount <= 0) continue;
    amounts.set(currency ?? "", [...(amounts.get(currency ?? "") ?? []), amount]);
  }
  const known = [...amounts].filter(([, list]) => list.length >= fewest);
  return new Map(known.map(([currency, list]) => [currency, medianOf(list) ?? 0]));
}
