// How one moment of one customer passes through a matcher. A moment is all their touches with the same `at`: whatever
// forbids a match counts for its whole moment, so it is looked at first.
import type { Touch } from "../../model.ts";
import { completeAbsences, match } from "./absences.ts";
import { never } from "./blocks.ts";
import type { Chain } from "./chain.ts";
import { type Customer, scopes } from "./customers.ts";
import { absentBit, type Engine, unlessBit } from "./engine.ts";
import { collectHits, type Hits } from "./pattern-index.ts";
import { canBegin, moveOn } from "./progress.ts";

/** One customer's touches of one moment: those of `touches` from `start` to before `end`. */
type Moment = {
  /** The place of the customer's scope in `scopes`. */
  scope: number;
  customer: number;
  touches: readonly Touch[];
  start: number;
  end: number;
};

/** Takes one moment of one customer; their moments come in order. */
export function takeMoment(engine: Engine, moment: Moment): void {
  const { scope, customer, touches, start, end } = moment;
  beginMoment(engine, { customer, at: (touches[start] as Touch).at });
  for (let place = start; place < end; place += 1) {
    const { type, props } = touches[place] as Touch;
    collectHits(engine.types.get(type)?.guards, props, engine.guardHits);
    turnToOnly(engine, { hits: engine.guardHits, scope });
    forbid(engine, customer);
  }
  // What was absent up to and including this moment is a match at this moment.
  completeAbsences(engine, { customer, until: engine.move.at });
  for (let place = start; place < end; place += 1) {
    const { type, props } = touches[place] as Touch;
    collectHits(engine.types.get(type)?.steps, props, engine.stepHits);
    turnToOnly(engine, { hits: engine.stepHits, scope });
    advance(engine, customer);
  }
  endMoment(engine);
}

/** Takes out what was collected; what another scope has of it is not looked at. */
function turnToOnly({ list }: Engine, { hits, scope }: { hits: Hits[]; scope: number }): void {
  list.length = 0;
  list.takeOut(hits[scope] as Hits);
  list.turnTo(0, list.length);
  for (let other = 0; other < hits.length; other += 1) {
    if (other !== scope) list.takeOut(hits[other] as Hits);
  }
}

/** A touch that is alone in its moment, by what it hits: guards up to `guardsTo`, then steps. */
type Alone = { customer: number; at: number; from: number; guardsTo: number; to: number };

/** Takes a touch that is alone in its moment. */
export function takeHits(engine: Engine, { customer, at, from, guardsTo, to }: Alone): void {
  beginMoment(engine, { customer, at });
  if (guardsTo > from) {
    engine.list.turnTo(from, guardsTo);
    forbid(engine, customer);
  }
  completeAbsences(engine, { customer, until: at });
  engine.list.turnTo(guardsTo, to);
  advance(engine, customer);
  endMoment(engine);
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

function forbid(engine: Engine, customer: number): void {
  const { blocks, forbidden, move, list } = engine;
  for (let hit = list.from; hit < list.to; hit += 1) {
    const chain = list.chains[hit] as number;
    const { unlessAt, pendingAt } = engine.chains[chain] as Chain;
    const block = blocks.find(customer, chain);
    const bit = list.bits[hit] as number;
    if ((bit & unlessBit) !== 0) {
      if (block < 0) forbidden.push(chain);
      else blocks.values[block + unlessAt] = move.at;
    }
    if ((bit & absentBit) !== 0 && block >= 0) blocks.values[block + pendingAt] = never;
  }
}

function advance(engine: Engine, customer: number): void {
  const { blocks, move, list } = engine;
  for (let hit = list.from; hit < list.to; hit += 1) {
    const chain = engine.chains[list.chains[hit] as number] as Chain;
    const bit = list.bits[hit] as number;
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
    engine.deadlines.add({ at: due, customer });
    return;
  }
  match(engine, { chain, customer, block, at, from: start, to: at });
}
