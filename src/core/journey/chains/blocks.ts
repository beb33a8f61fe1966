// Where the numbers of half-finished sets lie: one block per customer and chain, made when a first step is seen. All
// blocks share one array of 64-bit numbers; each customer has a sorted list of (chain, place) in another.

/** "Never", as a time. */
export const never = Number.NEGATIVE_INFINITY;

const firstRoom = 4;

/** The blocks of all customers. A block's size is its chain's. */
export class Blocks {
  /** Read afresh after `add`: the numbers may have moved to a bigger array. */
  values = new Float64Array(1_024);
  readonly #sizes: readonly number[];
  readonly #free = new Map<number, number[]>();
  readonly #freeLists = new Map<number, number[]>();
  #used = 0;
  #lists = new Int32Array(1_024);
  #listsUsed = 0;
  /** Per customer: where their list lies, how many pairs it has, and has room for. */
  #listAt = new Int32Array(256);
  #count = new Int32Array(256);
  #room = new Int32Array(256);
  /** What was read to bring it near: of no other use, but reading must not look needless. */
  near = 0;

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
  }

  /** Where a customer's block of a chain begins, or -1. */
  find(customer: number, chain: number): number {
    const count = this.#count[customer] ?? 0;
    if (count === 0) return -1;
    const place = this.#search(customer, chain);
    const at = (this.#listAt[customer] as number) + 2 * place;
    const isThere = place < count && this.#lists[at] === chain;
    return isThere ? (this.#lists[at + 1] as number) : -1;
  }

  /** Reads what `find` will read of these customers, so that it waits for memory less. */
  bringNear(customers: Int32Array, count: number): void {
    let seen = 0;
    for (let at = 0; at < count; at += 1) {
      const customer = customers[at] as number;
      const pairs = this.#count[customer] ?? 0;
      const list = this.#listAt[customer] ?? 0;
      if (pairs > 0) seen ^= this.#lists[list + pairs] as number;
    }
    this.near = seen;
  }

  /** Makes the block of a customer and a chain that has none; everything in it is "never". */
  add(customer: number, chain: number): number {
    const size = this.#sizes[chain] ?? 0;
    const block = this.#free.get(size)?.pop() ?? this.#takeValues(size);
    this.clear(block, size);
    this.#makeRoom(customer);
    const lists = this.#lists;
    const pairs = this.#count[customer] as number;
    // A loop: for a few numbers it is faster than copyWithin.
    let at = (this.#listAt[customer] as number) + 2 * pairs;
    const start = this.#listAt[customer] as number;
    while (at > start && (lists[at - 2] as number) > chain) {
      lists[at] = lists[at - 2] as number;
      lists[at + 1] = lists[at - 1] as number;
      at -= 2;
    }
    lists[at] = chain;
    lists[at + 1] = block;
    this.#count[customer] = pairs + 1;
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
    const start = this.#listAt[customer] ?? 0;
    const pairs = this.#count[customer] ?? 0;
    for (let at = start; at < start + 2 * pairs; at += 2) {
      visit(this.#lists[at] as number, this.#lists[at + 1] as number);
    }
  }

  /** Gives back all blocks of a customer. */
  remove(customer: number): void {
    this.each(customer, (chain, block) => giveBack(this.#free, this.#sizes[chain] ?? 0, block));
    if (customer < this.#count.length) this.#count[customer] = 0;
  }

  /** The bytes in use by `customers` customers. */
  bytes(customers: number): number {
    return this.#used * 8 + this.#listsUsed * 4 + customers * 12;
  }

  /** The number of the customer's chains below `chain`. */
  #search(customer: number, chain: number): number {
    const start = this.#listAt[customer] as number;
    let low = 0;
    let high = this.#count[customer] as number;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lists[start + 2 * middle] as number) < chain) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #takeValues(size: number): number {
    const block = this.#used;
    this.#used += size;
    if (this.#used > this.values.length) this.values = grown(this.values, this.#used);
    return block;
  }

  #makeRoom(customer: number): void {
    if (customer >= this.#count.length) {
      this.#listAt = grown(this.#listAt, customer + 1);
      this.#count = grown(this.#count, customer + 1);
      this.#room = grown(this.#room, customer + 1);
    }
    const room = this.#room[customer] as number;
    if ((this.#count[customer] as number) < room) return;
    const more = room === 0 ? firstRoom : 2 * room;
    const start = this.#freeLists.get(more)?.pop() ?? this.#takeList(more);
    const old = this.#listAt[customer] as number;
    this.#lists.copyWithin(start, old, old + 2 * room);
    giveBack(this.#freeLists, room, old);
    this.#listAt[customer] = start;
    this.#room[customer] = more;
  }

  #takeList(room: number): number {
    const start = this.#listsUsed;
    this.#listsUsed += 2 * room;
    if (this.#listsUsed > this.#lists.length) this.#lists = grown(this.#lists, this.#listsUsed);
    return start;
  }
}

function giveBack(free: Map<number, number[]>, size: number, place: number): void {
  if (size === 0) return;
  const places = free.get(size);
  if (places) places.push(place);
  else free.set(size, [place]);
}

function grown<Values extends Float64Array | Int32Array>(values: Values, least: number): Values {
  const Kind = values.constructor as new (length: number) => Values;
  const larger = new Kind(Math.max(least, values.length * 2));
  larger.set(values);
  return larger;
}
