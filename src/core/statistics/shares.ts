// Shares of customers with their 95 % intervals, and the difference of two of them.
import { type Interval, normal95 as z } from "./interval.ts";

/** `count` of `of` customers; low and high bound the true share in 95 of 100 samples. */
export type Share = { count: number; of: number } & Interval;

/** A share with Wilson's (1927) score interval, which holds for few customers and for none. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, value: 0, low: 0, high: 1 };
  const value = count / of;
  const middle = (value + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half =
    (z / (1 + (z * z) / of)) * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of));
  return { count, of, value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** How much larger one share is than another (Newcombe 1998, method 10: from the two Wilson intervals). */
export function differenceOf(one: Share, other: Share): Interval {
  const value = one.value - other.value;
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  };
}
