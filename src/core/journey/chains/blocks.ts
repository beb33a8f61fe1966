// Where the numbers of half-finished sets lie: one block per customer and chain, made when a first step is seen. All
// blocks share one array of 64-bit numbers; each customer has a sorted list of (chain, place) in another, and a head in a
// third, so that most of what a customer has no block of is known from one place in memory.

/** "Never", as a time. */
export const never = Number.NEGATIVE_INFINITY;

const firstRoom = 4;

/**
 * A head: where the customer's list lies, how many pairs it has and has room for, and a filter: of each chain in the list,
 * one bit of 32 is set (a Bloom filter of one hash, B. H. Bloom, CACM 13(7), 1970).
 */
const headSize = 4;
const [countAt, roomAt, filterAt] = [1, 2, 3];

/** The blocks of all customers. A block's size is its chain's. */
export class Blocks {
  /** Read afresh after `add`: the numbers may have moved to a bigger array. */
  values = new Float64Array(1_024);
  readonly #sizes: readonly number[];
  /** Places given back, by size. */
  readonly #free: number[][] = [];
  readonly #freeLists: number[][] = [];
  #used = 0;
  #lists = new Int32Array(1_024);
  #listsUsed = 0;
  #heads = new Int32Array(256 * headSize);
  /** What was read to bring it near: of no other use, but reading must not look needless. */
  near = 0;

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
  }

  /** Where a customer's block of a chain begins, or -1. */
  find(customer: number, chain: number): number {
    const heads = this.#heads;
    const head = headSize * customer;
    if (((heads[head + filterAt] ?? 0) & (1 << chain)) === 0) return -1;
    const lists = this.#lists;
    const start = heads[head] as number;
    const end = start + 2 * (heads[head + countAt] as number);
    const at = this.#search(chain, start, end);
    return at < end && lists[at] === chain ? (lists[at + 1] as number) : -1;
  }

  /** Reads what `find` will read of these customers, so that it waits for memory less. */
  bringNear(customers: Int32Array, count: number): void {
    let seen = 0;
    for (let at = 0; at < count; at += 1) {
      const head = headSize * (customers[at] as number);
      const pairs = this.#heads[head + countAt] ?? 0;
      if (pairs > 0) seen ^= this.#lists[(this.#heads[head] as number) + pairs] as number;
    }
    this.near = seen;
  }

  /** Makes the block of a customer and a chain that has none; everything in it is "never". */
  add(customer: number, chain: number): number {
    const size = this.#sizes[chain] ?? 0;
    const block = this.#free[size]?.pop() ?? this.#takeValues(size);
    this.clear(block, size);
    const head = headSize * customer;
    this.#makeRoom(head);
    const lists = this.#lists;
    const heads = this.#heads;
    const start = heads[head] as number;
    // A loop: for a few numbers it is faster than copyWithin.
    let at = start + 2 * (heads[head + countAt] as number);
    while (at > start && (lists[at - 2] as number) > chain) {
      lists[at] = lists[at - 2] as number;
      lists[at + 1] = lists[at - 1] as number;
      at -= 2;
    }
    lists[at] = chain;
    lists[at + 1] = block;
    heads[head + countAt] = (heads[head + countAt] as number) + 1;
    heads[head + filterAt] = (heads[head + filterAt] as number) | (1 << chain);
    return block;
  }

  /** Makes everything in a block "never". */
  clear(block: number, size: number): void {
    const { values } = this;
    for (let at = block; at < block + size; at += 1) values[at] = never;
  }

  /** Makes room for as many numbers at once. */
  reserve(numbers: number): void {
    if (numbers > this.values.length) this.values = grown(this.values, numbers);
  }

  /** Calls `visit` with each chain and block of a customer. */
  each(customer: number, visit: (chain: number, block: number) => void): void {
    const start = this.#heads[headSize * customer] ?? 0;
    const pairs = this.#heads[headSize * customer + countAt] ?? 0;
    for (let at = start; at < start + 2 * pairs; at += 2) {
      visit(this.#lists[at] as number, this.#lists[at + 1] as number);
    }
  }

  /** Gives back all blocks of a customer. */
  remove(customer: number): void {
    this.each(customer, (chain, block) => giveBack(this.#free, this.#sizes[chain] ?? 0, block));
    const head = headSize * customer;
    if (head >= this.#heads.length) return;
    this.#heads[head + countAt] = 0;
    this.#heads[head + filterAt] = 0;
  }

  /** The bytes in use by `customers` customers. */
  bytes(customers: number): number {
    return this.#used * 8 + this.#listsUsed * 4 + customers * headSize * 4;
  }

  /** Between two places of a list, the first pair whose chain is not below `chain`; `end` where all are. */
  #search(chain: number, start: number, end: number): number {
    let low = 0;
    let high = (end - start) >> 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lists[start + 2 * middle] as number) < chain) low = middle + 1;
      else high = middle;
    }
    return start + 2 * low;
  }

  #takeValues(size: number): number {
    const block = this.#used;
    this.#used += size;
    if (this.#used > this.values.length) this.values = grown(this.values, this.#used);
    return block;
  }

  #makeRoom(head: number): void {
    if (head >= this.#heads.length) this.#heads = grown(this.#heads, head + headSize);
    const room = this.#heads[head + roomAt] as number;
    if ((this.#heads[head + countAt] as number) < room) return;
    const more = room === 0 ? firstRoom : 2 * room;
    const start = this.#freeLists[more]?.pop() ?? this.#takeList(more);
    const old = this.#heads[head] as number;
    const lists = this.#lists;
    for (let at = 0; at < 2 * room; at += 1) lists[start + at] = lists[old + at] as number;
    giveBack(this.#freeLists, room, old);
    this.#heads[head] = start;
    this.#heads[head + roomAt] = more;
  }

  #takeList(room: number): number {
    const start = this.#listsUsed;
    this.#listsUsed += 2 * room;
    if (this.#listsUsed > this.#lists.length) this.#lists = grown(this.#lists, this.#listsUsed);
    return start;
  }
}

function giveBack(free: number[][], size: number, place: number): void {
  if (size === 0) return;
  const places = free[size];
  if (places) places.push(place);
  else free[size] = [place];
}

function grown<Values extends Float64Array | Int32Array>(values: Values, least: number): Values {
  const Kind = values.constructor as new (length: number) => Values;
  const larger = new Kind(Math.max(least, values.length * 2));
  larger.set(values);
  return larger;
}
