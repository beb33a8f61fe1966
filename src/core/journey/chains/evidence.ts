// The touches behind a match. The matcher keeps only times; the touches lie in the log, and this finds the set again:
// of those that start where it did, the one whose every touch is as late as it can be.
import type { Touch } from "../../model.ts";
import { isOf } from "../rules/holds.ts";
import type { Rule } from "../rules/rule.ts";
import type { ChainMatch } from "./engine.ts";
import { latestSet } from "./latest-set.ts";

/**
 * The touches of a match, in order. `history` holds the customer's touches from `from` to `to`, both included, in
 * order (more does not matter). Empty when it does not hold them (they were deleted since).
 */
export function touchesOf(
  { rule, from, to }: Pick<ChainMatch, "rule" | "from" | "to">,
  history: readonly Touch[],
): Touch[] {
  const inside = history.filter(({ at }) => at >= from && at <= to);
  const find = rule.match === "sequence" ? findSequence : findAnyOrder;
  for (const [index, { at }] of inside.entries()) {
    const found = at === to ? find(rule, inside.slice(0, index + 1).reverse()) : undefined;
    if (found) return found.reverse();
  }
  return [];
}

/** The latest set that ends with the first of `latest`, latest first. */
type Find = (rule: Rule, latest: readonly Touch[]) => Touch[] | undefined;

const findSequence: Find = ({ steps }, latest) => {
  const wanted = steps.flatMap((step) => Array.from({ length: step.times }, () => step)).reverse();
  const found: Touch[] = [];
  for (const touch of latest) {
    const step = wanted[found.length];
    if (step && isOf(step, touch)) found.push(touch);
    // The last of the set has to be the last of them.
    if (found.length === 0) return undefined;
  }
  return found.length === wanted.length ? found : undefined;
};

const findAnyOrder: Find = ({ steps }, latest) => {
  const bits = latest.map((touch) =>
    steps.reduce((all, step, index) => (isOf(step, touch) ? all | (1 << index) : all), 0),
  );
  if (bits[0] === 0) return undefined;
  const times = steps.map((step) => step.times);
  const kept = latestSet(bits, times);
  if (kept.length < times.reduce((sum, each) => sum + each, 0)) return undefined;
  return kept.map((index) => latest[index] as Touch);
};
