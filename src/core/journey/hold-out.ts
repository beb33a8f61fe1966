// Which customers a rule leaves alone, so that its effect can be seen: drawn once and for good.
import { lotOf } from "../statistics/hash.ts";

/** The most a rule may hold out. */
export const mostHeldOut = 0.2;

/** Whether nothing is done for a customer: the same answer every time. */
export function isHeldOut(customer: string, ruleId: string, share: number): boolean {
  if (share <= 0) return false;
  return lotOf(`${ruleId}\u001f${customer}`) / 2 ** 32 < Math.min(share, mostHeldOut);
}

/** The size of deal up to which a rule may hold customers out. */
export type HoldOutLimit = { holdOutUpTo: number | null; holdOutCurrency: string | null };

/** Whether a customer's open deals let them be held out: each known, in the limit's currency and not above it. */
export function mayHoldOut(
  { holdOutUpTo, holdOutCurrency }: HoldOutLimit,
  deals: readonly { amount: number | null; currency: string | null }[],
): boolean {
  if (holdOutUpTo === null) return false;
  return deals.every(
    ({ amount, currency }) =>
      amount !== null && amount <= holdOutUpTo && currency === holdOutCurrency,
  );
}
