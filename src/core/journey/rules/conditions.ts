// The `where` of a step: { page: product, dwellSeconds: { gt: 120 } } as conditions, or what is wrong with it.
import { nearestWord } from "./nearest.ts";
import { type Condition, type Operator, operators, type Scalar } from "./rule.ts";

/** Something wrong below a `where`: its path there, what, and what to do. */
export type Wrong = { path: (string | number)[]; message: string; fix: string };

/** Reads a `where`; a bare value means `eq`. */
export function parseWhere(where: Record<string, unknown>): {
  conditions: Condition[];
  wrong: Wrong[];
} {
  const conditions: Condition[] = [];
  const wrong: Wrong[] = [];
  for (const [prop, spec] of Object.entries(where)) {
    for (const read of parseProperty(prop, spec)) {
      if ("fix" in read) wrong.push(read);
      else conditions.push(read);
    }
  }
  return { conditions, wrong };
}

function parseProperty(prop: string, spec: unknown): (Condition | Wrong)[] {
  if (isScalar(spec)) return [{ prop, op: "eq", value: spec }];
  const path = [prop];
  if (Array.isArray(spec)) {
    return [{ path, message: "a list is not one value", fix: "write { in: [ … ] }" }];
  }
  const pairs = spec === null || typeof spec !== "object" ? [] : Object.entries(spec);
  if (pairs.length === 0) {
    const fix = `write a value, or one of ${operators.join(", ")} with its value`;
    return [{ path, message: "nothing is asked of it", fix }];
  }
  return pairs.map(([op, value]) => parseOperator(prop, op, value));
}

function parseOperator(prop: string, op: string, value: unknown): Condition | Wrong {
  const path = [prop, op];
  if (!isOperator(op)) {
    const meant = nearestWord(op, operators);
    const fix = meant ? `write ${meant}` : `use one of ${operators.join(", ")}`;
    return { path, message: `"${op}" is no way to compare`, fix };
  }
  if (op === "in") {
    if (Array.isArray(value) && value.length > 0 && value.every(isScalar)) {
      return { prop, op, value };
    }
    return { path, message: "it must name the values to choose from", fix: "write in: [a, b]" };
  }
  if (isScalar(value) && fits[op](value)) return { prop, op, value };
  const fix = op === "exists" ? "write exists: true or exists: false" : fixOf(op);
  return { path, message: `${JSON.stringify(value)} cannot be compared so`, fix };
}

const isOperator = (op: string): op is Operator => operators.some((each) => each === op);

const isOrdered = (value: Scalar) => typeof value !== "boolean";
const fits: Record<Exclude<Operator, "in">, (value: Scalar) => boolean> = {
  eq: () => true,
  ne: () => true,
  contains: () => true,
  gt: isOrdered,
  gte: isOrdered,
  lt: isOrdered,
  lte: isOrdered,
  exists: (value) => typeof value === "boolean",
};

const fixOf = (op: Operator) =>
  op === "eq" || op === "ne" || op === "contains" ? "write one value" : "write a number";

function isScalar(value: unknown): value is Scalar {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" || typeof value === "boolean";
}
