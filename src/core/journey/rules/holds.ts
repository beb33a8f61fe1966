// Whether a touch is of a pattern. A missing property (null is missing) makes every condition false, `ne` too; only
// `exists: false` asks for just that. Values of different kinds are never equal and never in an order.
import type { Touch } from "../../model.ts";
import type { Condition, Pattern, Scalar } from "./rule.ts";

/** A condition as a question to a property's value. */
export type Test = (value: unknown) => boolean;

/** Whether a touch has the type of a pattern and meets all its conditions. */
export function isOf({ touch, where }: Pattern, { type, props }: Pick<Touch, "type" | "props">) {
  return type === touch && where.every((condition) => testOf(condition)(props[condition.prop]));
}

/** The question a condition asks. */
export function testOf(condition: Condition): Test {
  if (condition.op === "exists") {
    return condition.value ? isThere : (value) => !isThere(value);
  }
  if (condition.op === "in") {
    const wanted: ReadonlySet<unknown> = new Set(condition.value);
    return (value) => wanted.has(value);
  }
  return comparisons[condition.op](condition.value);
}

const isThere: Test = (value) => value !== undefined && value !== null;

const comparisons: Record<Exclude<Condition["op"], "in" | "exists">, (wanted: Scalar) => Test> = {
  eq: (wanted) => (value) => value === wanted,
  ne: (wanted) => (value) => isThere(value) && value !== wanted,
  gt: (wanted) => (value) => typeof value === typeof wanted && (value as Scalar) > wanted,
  gte: (wanted) => (value) => typeof value === typeof wanted && (value as Scalar) >= wanted,
  lt: (wanted) => (value) => typeof value === typeof wanted && (value as Scalar) < wanted,
  lte: (wanted) => (value) => typeof value === typeof wanted && (value as Scalar) <= wanted,
  contains: (wanted) => (value) => {
    if (typeof value === "string") return value.includes(String(wanted));
    return Array.isArray(value) && value.includes(wanted);
  },
};
