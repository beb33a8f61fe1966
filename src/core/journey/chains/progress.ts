// One touch into one customer's block of one chain: what is waited for moves on. Each way of looking for sets gives the
// latest start of the sets that end with this touch, or "never" when none does.
import { never } from "./blocks.ts";
import type { Chain } from "./chain.ts";
import { latestSet } from "./latest-set.ts";

/** One touch and one block: when it happened, the bits of the steps it is of, and where the block begins in `values`. */
export type Move = { chain: Chain; values: Float64Array; block: number; at: number; bits: number };

/** Moves a block on. */
export function moveOn(move: Move): number {
  if (move.chain.kind === "sequence") return moveSequence(move);
  return move.chain.kind === "counts" ? moveCounts(move) : moveOverlapping(move);
}

/** Whether a touch can begin anything: in a sequence only the first step does. */
export function canBegin({ kind }: Chain, bits: number): boolean {
  return kind !== "sequence" || (bits & 1) !== 0;
}

/** A prefix of i + 1 touches that ends here starts where the best prefix of i touches did. */
function moveSequence({ chain, values, block, at, bits }: Move): number {
  const { bitOf, length, stepsAt } = chain;
  const cells = block + stepsAt;
  let complete = never;
  // From the back, so that no touch is of two steps of one set.
  for (let place = length - 1; place >= 0; place -= 1) {
    if ((bits & (bitOf[place] as number)) === 0) continue;
    const start = place === 0 ? at : (values[cells + place - 1] as number);
    if (place === length - 1) complete = start;
    else values[cells + place] = start;
  }
  return complete;
}

/** Each step keeps its last touches, oldest first; the oldest of all is where the set starts. */
function moveCounts({ chain, values, block, at, bits }: Move): number {
  const { times, offsets, stepsAt } = chain;
  let start = at;
  for (let step = 0; step < times.length; step += 1) {
    const first = block + stepsAt + (offsets[step] as number);
    const last = first + (times[step] as number) - 1;
    if ((bits & (1 << step)) !== 0) {
      for (let place = first; place < last; place += 1) values[place] = values[place + 1] as number;
      values[last] = at;
    }
    start = Math.min(start, values[first] as number);
  }
  return start;
}

/** The latest set so far as (time, bits), latest first; a touch comes in, and at most one goes out. */
function moveOverlapping({ chain, values, block, at, bits }: Move): number {
  const { times, length, stepsAt } = chain;
  const cells = block + stepsAt;
  const ats = [at];
  const kinds = [bits];
  for (let place = 0; place < length && values[cells + 2 * place] !== never; place += 1) {
    ats.push(values[cells + 2 * place] as number);
    kinds.push(values[cells + 2 * place + 1] as number);
  }
  const kept = latestSet(kinds, times);
  for (const [place, touch] of kept.entries()) {
    values[cells + 2 * place] = ats[touch] as number;
    values[cells + 2 * place + 1] = kinds[touch] as number;
  }
  return kept.length === length ? (ats[kept.at(-1) ?? 0] as number) : never;
}
