// The one budget everything unsolicited shares, and how nudges compete for it.
import { dayMs } from "../durations.ts";
import type { Role } from "../model.ts";
import type { Hours } from "../people/working-time.ts";
import type { Delivery } from "./nudge.ts";

/** Messages a day beside the digest. */
export const dailyBudget: Record<Role, number> = {
  rep: 5,
  manager: 2,
  contributor: 2,
  operator: 2,
};

/** When somebody may be disturbed on a working day; later things wait for the next morning. */
export const awakeHours: Hours = { from: 8 * 60, to: 20 * 60 };

/** When the digest comes, in minutes since midnight of a working day. */
export const digestAt = 8 * 60 + 30;

/**
 * The least value that is still worth a message when `used` of `budget` are gone: (used / budget)², so that the first
 * goes out whatever it is, and the last only for what matters. What it turns down is in the digest, not lost. (The
 * shape is ours: a rising reserve price, as in the online knapsack rule of Zhou, Chakrabarty and Lukose, 2008.)
 */
export function leastValue(used: number, budget: number): number {
  return budget <= 0 ? Number.POSITIVE_INFINITY : (used / budget) ** 2;
}

/** Where a nudge goes now. */
export function decideDelivery({
  value,
  delivery,
  used,
  budget,
  isAwake,
}: {
  value: number;
  delivery: Delivery;
  /** Messages of today that counted. */
  used: number;
  budget: number;
  isAwake: boolean;
}): "send" | "hold" | "digest" | "mute" {
  if (delivery === "mute") return "mute";
  if (delivery === "digest") return "digest";
  if (!isAwake) return "hold";
  return used < budget && value >= leastValue(used, budget) ? "send" : "digest";
}

/** Two weeks, after which a kind that is acted on less than half the time moves to the digest by itself. */
export const trialMs = 14 * dayMs;
/** How long a message may lie before leaving it counts. */
export const fairChanceMs = dayMs;
/** Fewer than this in two weeks say nothing about a kind. */
const fewestOfTrial = 6;

/** True when a kind should no longer interrupt this person. */
export function isIgnored({ sent, acted }: { sent: number; acted: number }): boolean {
  return sent >= fewestOfTrial && acted * 2 < sent;
}
