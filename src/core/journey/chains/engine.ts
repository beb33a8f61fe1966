// What a matcher is made of, and how one moment of one customer passes through it. A moment is all touches of a
// customer with the same `at`: whatever forbids a match counts for its whole moment, so it is looked at first.
import type { Touch } from "../../model.ts";
import type { Rule } from "../rules/rule.ts";
import { Blocks, never } from "./blocks.ts";
import { type Chain, compileRules } from "./chain.ts";
import { type Customer, Customers, type Scope, scopes } from "./customers.ts";
import { Deadlines } from "./deadlines.ts";
import {
  collectHits,
  createHits,
  type Hits,
  indexPatterns,
  type Placed,
  type TypeIndex,
} from "./pattern-index.ts";
import { canBegin, type Move, moveOn } from "./progress.ts";

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
  /** Per customer, not later than their first absence that may be complete. */
  nextDue: Map<number, number>;
  /** Of one touch, by scope. */
  stepHits: Hits[];
  guardHits: Hits[];
  /** Chains forbidden in this moment that have no block yet. */
  forbidden: number[];
  move: Move;
  /** Before this nothing matches: history that is read again. */
  quietBefore: number;
  /** Called before a match clears what led to it. */
  emit: (match: ChainMatch) => void;
};

/** One customer's touches of one moment: those of `touches` from `start` to before `end`. */
type Moment = Whose & { touches: readonly Touch[]; start: number; end: number };
/** A customer by number, and the place of their scope in `scopes`. */
type Whose = { scope: number; customer: number };

/** Who a touch is of, within a scope; nobody when it is not known. */
export type CustomerOf = (touch: Touch, scope: Scope) => string | null;

const unlessBit = 1;
const absentBit = 2;

export function createEngine(rules: readonly Rule[]): Engine {
  const chains = compileRules(rules);
  const blocks = new Blocks(chains.map(({ size }) => size));
  return {
    chains,
    types: indexTypes(chains),
    blocks,
    customers: new Customers(),
    deadlines: new Deadlines(),
    nextDue: new Map(),
    stepHits: createHits(scopes.length, chains.length),
    guardHits: createHits(scopes.length, chains.length),
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
  return rule.absent ? [...placed, { pattern: rule.absent, ...place, bit: absentBit }] : placed;
}

/** Takes one moment of one customer; their moments come in order. */
export function takeMoment(engine: Engine, moment: Moment): void {
  const { scope, customer, touches, start, end } = moment;
  beginMoment(engine, { customer, at: (touches[start] as Touch).at });
  for (let place = start; place < end; place += 1) {
    const { type, props } = touches[place] as Touch;
    collectHits(engine.types.get(type)?.guards, props, engine.guardHits);
    forbid(engine, { scope, customer });
  }
  // What was absent up to and including this moment is a match at this moment.
  completeAbsences(engine, { customer, until: engine.move.at });
  for (let place = start; place < end; place += 1) {
    const { type, props } = touches[place] as Touch;
    collectHits(engine.types.get(type)?.steps, props, engine.stepHits);
    advance(engine, { scope, customer });
  }
  endMoment(engine);
}

/** Takes a touch that is alone in its moment: whose it is matters only where a pattern is met. */
export function takeAlone(engine: Engine, touch: Touch, customerOf: CustomerOf): void {
  const patterns = engine.types.get(touch.type);
  if (!patterns) return;
  const { guardHits, stepHits } = engine;
  collectHits(patterns.guards, touch.props, guardHits);
  collectHits(patterns.steps, touch.props, stepHits);
  for (let scope = 0; scope < scopes.length; scope += 1) {
    const name = scopes[scope] as Scope;
    const isMet = (guardHits[scope] as Hits).count + (stepHits[scope] as Hits).count > 0;
    const id = isMet ? customerOf(touch, name) : null;
    if (id === null) continue;
    const whose = { scope, customer: engine.customers.numberOf(name, id) };
    beginMoment(engine, { customer: whose.customer, at: touch.at });
    forbid(engine, whose);
    completeAbsences(engine, { customer: whose.customer, until: touch.at });
    advance(engine, whose);
    endMoment(engine);
  }
}

function beginMoment(engine: Engine, { customer, at }: { customer: number; at: number }): void {
  engine.move.at = at;
  completeAbsences(engine, { customer, until: at - 1 });
}

function endMoment({ forbidden }: Engine): void {
  if (forbidden.length > 0) forbidden.length = 0;
}

/** Takes touches of one customer, in order, whoever they say they are of. */
export function takeOwn(
  engine: Engine,
  { customer: { scope, id }, touches }: { customer: Customer; touches: readonly Touch[] },
): void {
  const customer = engine.customers.numberOf(scope, id);
  const place = scopes.indexOf(scope);
  for (let start = 0, end = 0; start < touches.length; start = end) {
    end = endOfMoment(touches, start);
    takeMoment(engine, { scope: place, customer, touches, start, end });
  }
}

/** The first place after the touches that happened when the one at `start` did. */
export function endOfMoment(touches: readonly Touch[], start: number): number {
  let end = start + 1;
  while (end < touches.length && touches[end]?.at === touches[start]?.at) end += 1;
  return end;
}

function forbid(engine: Engine, { scope, customer }: Whose): void {
  const { blocks, forbidden, move } = engine;
  const { count, chains, bits } = engine.guardHits[scope] as Hits;
  for (let hit = 0; hit < count; hit += 1) {
    const chain = chains[hit] as number;
    const { unlessAt, pendingAt } = engine.chains[chain] as Chain;
    const block = blocks.find(customer, chain);
    const bit = bits[chain] as number;
    if ((bit & unlessBit) !== 0) {
      if (block < 0) forbidden.push(chain);
      else blocks.values[block + unlessAt] = move.at;
    }
    if ((bit & absentBit) !== 0 && block >= 0) blocks.values[block + pendingAt] = never;
  }
}

function advance(engine: Engine, { scope, customer }: Whose): void {
  const { blocks, move } = engine;
  const { count, chains, bits } = engine.stepHits[scope] as Hits;
  for (let hit = 0; hit < count; hit += 1) {
    const chain = engine.chains[chains[hit] as number] as Chain;
    const bit = bits[chain.index] as number;
    let block = blocks.find(customer, chain.index);
    if (block < 0) {
      if (!canBegin(chain, bit)) continue;
      block = begin(engine, customer, chain);
    } else if (move.at <= (blocks.values[block] as number)) continue;
    move.chain = chain;
    move.values = blocks.values;
    move.block = block;
    move.bits = bit;
    const start = moveOn(move);
    if (start !== never) judge(engine, customer, start);
  }
}

function begin({ blocks, forbidden, move }: Engine, customer: number, chain: Chain): number {
  const block = blocks.add(customer, chain.index);
  if (forbidden.length > 0 && forbidden.includes(chain.index)) {
    blocks.values[block + chain.unlessAt] = move.at;
  }
  return block;
}

/** Judges the set that just ended: its span, what lies inside it, and whether it is time for a match. */
function judge(engine: Engine, customer: number, start: number): void {
  const { chain, values, block, at } = engine.move;
  const { withinMs, cooldownMs, absent } = chain.rule;
  if (at - start > withinMs) return;
  if (chain.unlessAt >= 0 && (values[block + chain.unlessAt] as number) >= start) return;
  const due = absent ? at + absent.forMs : at;
  if (due < (values[block] as number) + cooldownMs || due < engine.quietBefore) return;
  if (absent) {
    // The first to be complete matches first, and then what came before it no longer counts.
    if (values[block + chain.pendingAt] !== never) return;
    values[block + chain.pendingAt] = at;
    values[block + chain.pendingAt + 1] = start;
    expect(engine, { at: due, customer });
    return;
  }
  match(engine, { chain, customer, block, at, from: start, to: at });
}

/** Notes when a customer has to be looked at. */
export function expect(engine: Engine, deadline: { at: number; customer: number }): void {
  const { at, customer } = deadline;
  const known = engine.nextDue.get(customer);
  if (known === undefined || at < known) engine.nextDue.set(customer, at);
  engine.deadlines.add(deadline);
}

type Matched = Omit<ChainMatch, "rule" | "customer"> & {
  chain: Chain;
  customer: number;
  block: number;
};

function match(engine: Engine, { chain, customer, block, at, from, to }: Matched): void {
  const { id } = engine.customers.all[customer] as { id: string };
  engine.emit({ rule: chain.rule, customer: id, at, from, to });
  engine.blocks.clear(block, chain.size);
  engine.blocks.values[block] = at;
}

/** Matches what a customer's chains waited for in vain up to `until`. */
export function completeAbsences(
  engine: Engine,
  { customer, until }: { customer: number; until: number },
): void {
  if (engine.nextDue.size === 0) return;
  const due = engine.nextDue.get(customer);
  if (due === undefined || due > until) return;
  let next = Number.POSITIVE_INFINITY;
  engine.blocks.each(customer, (index, block) => {
    const chain = engine.chains[index] as Chain;
    const at = dueOf(engine, chain, block);
    if (at > until) next = Math.min(next, at);
    else {
      const [to = 0, from = 0] = engine.blocks.values.subarray(block + chain.pendingAt);
      match(engine, { chain, customer, block, at, from, to });
    }
  });
  if (next === Number.POSITIVE_INFINITY) engine.nextDue.delete(customer);
  else engine.nextDue.set(customer, next);
}

/** When the absence a block waits for is complete; infinity when it waits for none. */
export function dueOf({ blocks }: Engine, { rule, pendingAt }: Chain, block: number): number {
  const to = rule.absent ? (blocks.values[block + pendingAt] as number) : never;
  return rule.absent && to !== never ? to + rule.absent.forMs : Number.POSITIVE_INFINITY;
}
