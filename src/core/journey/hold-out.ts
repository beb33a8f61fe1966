// Which customers a rule leaves alone, so that its effect can be seen (PRODUCT.md, 2.4): drawn once and for good.

/** The most a rule may hold out. */
export const mostHeldOut = 0.2;

/**
 * Whether nothing is done for a customer: the same answer every time, spread evenly (FNV-1a, Fowler, Noll and Vo, then
 * the finaliser of MurmurHash3, Appleby, for names that differ in one letter).
 */
export function isHeldOut(customer: string, ruleId: string, share: number): boolean {
  if (share <= 0) return false;
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(`${ruleId}\u001f${customer}`)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < Math.min(share, mostHeldOut);
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
