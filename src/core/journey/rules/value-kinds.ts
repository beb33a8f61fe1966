// Whether a property can be what a condition asks of it, by the kind the registry says it is of. Numbers compare with
// numbers only (docs/chains.md), so that "120" in quotes would wait for ever.
import type { TouchType } from "../touch-types.ts";
import { testOf } from "./holds.ts";
import type { Condition } from "./rule.ts";

type Kind = TouchType["props"][string];
/** What a number is not, and what to write. */
type Unreachable = { what: string; fix: string };

/** Says why no value of this kind can do; undefined where one can, or where nobody knows the kind. */
export function findUnreachable(
  { op, value, ...rest }: Condition,
  kind: Kind | undefined,
): Unreachable | undefined {
  const isNumeric = kind === "number" || kind === "seconds" || kind === "percent";
  if (!isNumeric || op === "exists" || op === "ne") return undefined;
  const numbers = [value].flat().filter((each) => typeof each === "number");
  if (op === "contains" || numbers.length === 0) {
    return { what: "a number", fix: "compare it with a number, written without quotes" };
  }
  if (kind !== "percent") return undefined;
  // Above or below something is met at one of the ends, or nowhere.
  const candidates = op === "eq" || op === "in" ? numbers : [0, 100];
  const test = testOf({ op, value, ...rest } as Condition);
  if (candidates.some((each) => each >= 0 && each <= 100 && test(each))) return undefined;
  return { what: "from 0 to 100", fix: "ask for something from 0 to 100" };
}
