// What the sample company, Keelson (invented), sells.
import type { Industry } from "../traits.ts";

/** One product; `industry` is null where every kind of customer buys it. Prices are list prices in USD. */
export type ProductRow = {
  key: string;
  name: string;
  series: string;
  price: number;
  industry: Industry | null;
};

export const productTable: ProductRow[] = [
  { key: "ledger", name: "Keelson Ledger", series: "Ledger", price: 42000, industry: "finance" },
  { key: "floor", name: "Keelson Floor", series: "Floor", price: 55000, industry: "manufacturing" },
  { key: "ward", name: "Keelson Ward", series: "Ward", price: 61000, industry: "medical" },
  { key: "core", name: "Keelson Core", series: "Platform", price: 28000, industry: null },
  { key: "assist", name: "Keelson Assist", series: "Platform", price: 9500, industry: null },
];
