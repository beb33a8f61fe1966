// Whether conditions can hold together. It finds what a person can see at a glance (equal to two things, above 5 and
// below 3), not everything that is impossible.
import { testOf } from "./holds.ts";
import type { Condition, Scalar } from "./rule.ts";

/** The property no value can satisfy, and why in words. */
export type Contradiction = { prop: string; why: string };

/** Finds two conditions on one property that exclude each other. */
export function findContradiction(where: readonly Condition[]): Contradiction | undefined {
  for (const [index, later] of where.entries()) {
    const earlier = where.slice(0, index).filter(({ prop }) => prop === later.prop);
    const against = earlier.find((each) => exclude(each, later));
    if (against) {
      return { prop: later.prop, why: `${say(against)} and ${say(later)} exclude each other` };
    }
  }
  return undefined;
}

function exclude(one: Condition, other: Condition): boolean {
  const values = valuesOf(one) ?? valuesOf(other);
  if (values) return !values.some((value) => testOf(one)(value) && testOf(other)(value));
  if (isAbsent(one) || isAbsent(other)) return !(isAbsent(one) && isAbsent(other));
  const [low, high] = isLow(one) ? [one, other] : [other, one];
  if (isLow(low) && isHigh(high)) return isEmpty(low, high);
  return isRange(one) && isRange(other) && typeof one.value !== typeof other.value;
}

/** The only values that can do, where there are only so many. */
function valuesOf({ op, value }: Condition): readonly Scalar[] | undefined {
  if (op === "eq") return [value];
  return op === "in" ? value : undefined;
}

const isAbsent = ({ op, value }: Condition) => op === "exists" && !value;
const isLow = ({ op }: Condition) => op === "gt" || op === "gte";
const isHigh = ({ op }: Condition) => op === "lt" || op === "lte";
const isRange = (condition: Condition) => isLow(condition) || isHigh(condition);

function isEmpty(low: Condition, high: Condition): boolean {
  if (typeof low.value !== typeof high.value || low.value > high.value) return true;
  return low.value === high.value && (low.op === "gt" || high.op === "lt");
}

const say = ({ op, value }: Condition) => `"${op}: ${JSON.stringify(value)}"`;
