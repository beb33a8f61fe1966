// The kinds the generating model tells apart.

export const industries = ["finance", "manufacturing", "medical"] as const;
export type Industry = (typeof industries)[number];

/** Company size, stored as the account's segment: under 200 people, under 2,000, the rest. */
export type Size = "small" | "mid" | "large";

/** How a customer's people like to find out: by reading, by watching, by talking. Never stored. */
export const styles = ["reader", "watcher", "talker"] as const;
export type Style = (typeof styles)[number];

/** The size of a company with so many people. */
export function sizeOf(employees: number): Size {
  if (employees < 200) return "small";
  return employees < 2000 ? "mid" : "large";
}
