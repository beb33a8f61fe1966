// What a matcher is made of: its rules, their patterns by type of touch, and every customer's half-finished sets.
import type { Touch } from "../../model.ts";
import type { Rule } from "../rules/rule.ts";
import { Blocks, never } from "./blocks.ts";
import { type Chain, compileRules } from "./chain.ts";
import { Customers, type Scope, scopes } from "./customers.ts";
import { Deadlines } from "./deadlines.ts";
import { HitList } from "./hit-list.ts";
import {
  createHits,
  type Hits,
  indexPatterns,
  type Placed,
  type TypeIndex,
} from "./pattern-index.ts";
import type { Move } from "./progress.ts";
import { createRunLines, type RunLines } from "./run-lines.ts";

/**
 * A chain that fired: when, and from the first to the last touch of its set (`touchesOf` in evidence.ts finds them).
 * With an absence, `at` is later than `to`.
 */
export type ChainMatch = { rule: Rule; customer: string; at: number; from: number; to: number };

/** The patterns of one type of touch: what moves sets on, and what forbids matches. */
type Patterns = { steps: TypeIndex | undefined; guards: TypeIndex | undefined };

export type Engine = {
  chains: Chain[];
  types: Map<string, Patterns>;
  blocks: Blocks;
  customers: Customers;
  deadlines: Deadlines;
  /** Of one touch, by scope. */
  stepHits: Hits[];
  guardHits: Hits[];
  /** Of the touches under way. */
  list: HitList;
  run: RunLines;
  /** Chains forbidden in this moment that have no block yet. */
  forbidden: number[];
  move: Move;
  /** Before this nothing matches: history that is read again. */
  quietBefore: number;
  /** Called before a match clears what led to it. */
  emit: (match: ChainMatch) => void;
};

/** Who a touch is of, within a scope; nobody when it is not known. */
export type CustomerOf = (touch: Touch, scope: Scope) => string | null;

/** What a pattern that forbids matches is to its chain. */
export const unlessBit = 1;
export const absentBit = 2;

export function createEngine(rules: readonly Rule[]): Engine {
  const chains = compileRules(rules);
  const blocks = new Blocks(chains.map(({ size }) => size));
  return {
    chains,
    types: indexTypes(chains),
    blocks,
    customers: new Customers(),
    deadlines: new Deadlines(),
    stepHits: createHits(scopes.length, chains.length),
    guardHits: createHits(scopes.length, chains.length),
    ...{ list: new HitList(), run: createRunLines() },
    forbidden: [],
    move: { chain: chains[0] as Chain, values: blocks.values, block: 0, at: 0, bits: 0 },
    quietBefore: never,
    emit: () => {},
  };
}

function indexTypes(chains: readonly Chain[]): Engine["types"] {
  const steps = indexPatterns(chains.flatMap(placeSteps));
  const guards = indexPatterns(chains.flatMap(placeGuards));
  const types = [...steps.keys(), ...guards.keys()];
  return new Map(types.map((type) => [type, { steps: steps.get(type), guards: guards.get(type) }]));
}

function placeSteps({ index, rule }: Chain): Placed[] {
  const place = { scope: scopes.indexOf(rule.scope), chain: index };
  return rule.steps.map((pattern, step) => ({ pattern, ...place, bit: 1 << step }));
}

function placeGuards({ index, rule }: Chain): Placed[] {
  const place = { scope: scopes.indexOf(rule.scope), chain: index };
  const placed = rule.unless.map((pattern) => ({ pattern, ...place, bit: unlessBit }));
  const absent = rule.absent?.anyOf ?? [];
  return [...placed, ...absent.map((pattern) => ({ pattern, ...place, bit: absentBit }))];
}
