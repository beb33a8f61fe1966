// A rule made ready for matching: how its sets are looked for, and which numbers that takes per customer.
import { findContradiction } from "../rules/contradiction.ts";
import type { Rule, Step } from "../rules/rule.ts";

/**
 * How sets are found. `sequence`: the latest possible start of each prefix. `counts`: any order, and no touch can be of
 * two steps: the last touches of each step. `overlapping`: any order, and a touch may be of several steps.
 */
type Kind = "sequence" | "counts" | "overlapping";

/** A rule with its place in the matcher, and the places of its numbers in a customer's block. */
export type Chain = {
  index: number;
  rule: Rule;
  /** Rules that match alike have the same: their half-finished sets survive a reload. */
  key: string;
  kind: Kind;
  /** Touches in a set. */
  length: number;
  /** Of each step: how many touches, and how many before it. */
  times: readonly number[];
  offsets: readonly number[];
  /** Of each touch of a set in order: the bit of its step. */
  bitOf: readonly number[];
  /** When it last matched is at 0; -1 marks what a rule has no use for. */
  unlessAt: number;
  pendingAt: number;
  stepsAt: number;
  size: number;
};

/** Prepares rules; a rule's place in the list is its index. */
export function compileRules(rules: readonly Rule[]): Chain[] {
  return rules.map(compileRule);
}

function compileRule(rule: Rule, index: number): Chain {
  const { id, scope, withinMs, match, steps, absent, unless, cooldownMs } = rule;
  const times = steps.map((step) => step.times);
  const offsets = times.map((_, step) => sum(times.slice(0, step)));
  const length = sum(times);
  const bitOf = times.flatMap((count, step) => Array<number>(count).fill(1 << step));
  const kind = kindOf(rule);
  const unlessAt = unless.length > 0 ? 1 : -1;
  const pendingAt = absent ? 1 + unless.slice(0, 1).length : -1;
  const stepsAt = 1 + (unlessAt < 0 ? 0 : 1) + (absent ? 2 : 0);
  return {
    ...{ index, rule, kind, length, times, offsets, bitOf, unlessAt, pendingAt, stepsAt },
    key: JSON.stringify([id, scope, withinMs, match, steps, absent, unless, cooldownMs]),
    size: stepsAt + cellsOf[kind](length),
  };
}

const cellsOf: Record<Kind, (length: number) => number> = {
  // The last step is never waited on.
  sequence: (length) => length - 1,
  counts: (length) => length,
  overlapping: (length) => 2 * length,
};

function kindOf({ match, steps }: Rule): Kind {
  if (match === "sequence") return "sequence";
  const isApart = steps.every((step, index) =>
    steps.slice(index + 1).every((other) => areDisjoint(step, other)),
  );
  return isApart ? "counts" : "overlapping";
}

function areDisjoint(one: Step, other: Step): boolean {
  if (one.touch !== other.touch) return true;
  return findContradiction([...one.where, ...other.where]) !== undefined;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
