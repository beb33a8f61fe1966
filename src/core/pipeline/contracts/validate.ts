// Whether a value is what its contract says values are.
import { dayMs } from "../../durations.ts";
import type { Contract, Validation } from "./contract.ts";

/** The first demand a value breaks, with its limit. */
export type Broken = { rule: keyof Validation; limit: string | number };

type Moment = {
  now: number;
  /** A person says it now; what comes from outside may lie in the past. */
  isPerson: boolean;
};

/** The longest text a pattern is tried on: beyond it a pattern could take for ever. */
const mostMatched = 300;

/** What is wrong with a value; nothing with one that is not known. */
export function findBroken(
  { valid }: Pick<Contract, "valid">,
  value: unknown,
  moment: Moment,
): Broken | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number") return brokenNumber(valid, value, moment);
  return typeof value === "string" ? brokenText(valid, value) : undefined;
}

function brokenNumber(valid: Validation, value: number, { now, isPerson }: Moment) {
  const { least, most, notPast } = valid;
  if (least !== undefined && value < least) return { rule: "least" as const, limit: least };
  if (most !== undefined && value > most) return { rule: "most" as const, limit: most };
  // A day is past everywhere once it is a day old: dates are stored as the start of a day in somebody's zone.
  const isPast = notPast === true && isPerson && value < now - dayMs;
  return isPast ? { rule: "notPast" as const, limit: "" } : undefined;
}

function brokenText({ mostCharacters, pattern, oneOf }: Validation, value: string) {
  const length = [...value].length;
  if (mostCharacters !== undefined && length > mostCharacters) {
    return { rule: "mostCharacters" as const, limit: mostCharacters };
  }
  if (oneOf && !oneOf.includes(value)) return { rule: "oneOf" as const, limit: oneOf.join(", ") };
  const isMatch =
    pattern === undefined || (length <= mostMatched && new RegExp(pattern, "u").test(value));
  return isMatch ? undefined : { rule: "pattern" as const, limit: pattern };
}

/** Whether a field has an answer. Nobody's amount is 0: that is how systems write "not known". */
export function isKnown({ type }: Pick<Contract, "type">, value: unknown): boolean {
  if (value === null || value === undefined || value === "") return false;
  return type !== "money" || Number(value) > 0;
}
