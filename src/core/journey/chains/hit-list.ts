// What some touches hit, as one list of (chain, bits) after the other: found first, and worked on later.
import type { Hits } from "./pattern-index.ts";

/** Chains with the bits of the patterns a touch is of; those between `from` and `to` are worked on now. */
export class HitList {
  chains = new Int32Array(64);
  bits = new Int32Array(64);
  length = 0;
  from = 0;
  to = 0;

  /** Takes the hits of one touch out of where they were collected. */
  takeOut(hits: Hits): void {
    const { count } = hits;
    if (this.length + count > this.chains.length) this.#grow(count);
    for (let hit = 0; hit < count; hit += 1) {
      const chain = hits.chains[hit] as number;
      this.chains[this.length] = chain;
      this.bits[this.length] = hits.bits[chain] as number;
      this.length += 1;
      hits.bits[chain] = 0;
    }
    hits.count = 0;
  }

  /** Turns to what lies between two places. */
  turnTo(from: number, to: number): void {
    this.from = from;
    this.to = to;
  }

  #grow(count: number): void {
    const room = 2 * (this.length + count);
    this.chains = grown(this.chains, room);
    this.bits = grown(this.bits, room);
  }
}

function grown(numbers: Int32Array, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room);
  larger.set(numbers);
  return larger;
}
