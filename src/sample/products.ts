// The sample company's products as records.
import { dayMs } from "../core/durations.ts";
import type { Product } from "../core/model.ts";
import { toNameKey } from "../core/records/names.ts";
import { sampleId } from "./sample-id.ts";
import { productTable } from "./tables/product-table.ts";

/** What there is to sell, at list prices in USD. */
export function listProducts(now: number): Product[] {
  const createdAt = now - 1500 * dayMs;
  return productTable.map(({ key, name, series, price }) => ({
    id: sampleId("product", key),
    name,
    nameKey: toNameKey(name),
    series,
    price,
    currency: "USD",
    createdAt,
    updatedAt: createdAt,
  }));
}
