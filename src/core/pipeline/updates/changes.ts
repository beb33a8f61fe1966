// What a deal looked like when a card showed it, and what changed since.
import type { Deal } from "../../model.ts";
import type { Reading } from "../../text/format.ts";
import { dealFields, type UpdateBody } from "./stored.ts";
import { sayDealValue } from "./values.ts";

/** The deal as a card shows it. */
export function seenOf(deal: Deal): NonNullable<UpdateBody["seen"]> {
  return Object.fromEntries(dealFields.map((field) => [field, deal[field]]));
}

/** Each field that is different now, in words. */
export function changesSince(seen: UpdateBody["seen"], deal: Deal, reading: Reading): string[] {
  if (!seen) return [];
  const { updates } = reading.texts;
  return dealFields
    .filter(
      (field) => Object.hasOwn(seen, field) && (seen[field] ?? null) !== (deal[field] ?? null),
    )
    .map((field) =>
      updates.changedOne({
        field: updates.fields[field] ?? field,
        from: sayDealValue(field, { currency: deal.currency, ...seen }, reading) || updates.nothing,
        to: sayDealValue(field, deal, reading) || updates.nothing,
      }),
    );
}
