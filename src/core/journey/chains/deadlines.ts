// Who has to be looked at when: a binary heap of moments, and the earliest of each customer. An entry that no longer
// holds costs one look in vain.

type Deadline = { at: number; customer: number };

/** "Not at all", as a deadline. */
export const noDeadline = Number.POSITIVE_INFINITY;

/** The moments at which an absence may be complete. */
export class Deadlines {
  readonly #heap: Deadline[] = [];
  /** What was read to bring it near: of no other use, but reading must not look needless. */
  near = 0;
  #earliest = new Float64Array(256).fill(noDeadline);

  /** The earliest moment, if there is one. */
  get next(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** Not later than a customer's first absence that may be complete. */
  of(customer: number): number {
    return this.#earliest[customer] ?? noDeadline;
  }

  /** Reads what `of` will read of these customers, so that it waits for memory less. */
  bringNear(customers: Int32Array, count: number): void {
    let seen = 0;
    for (let at = 0; at < count; at += 1) seen += this.of(customers[at] as number);
    this.near = seen;
  }

  /** Says what a customer's earliest moment is now. */
  set({ at, customer }: Deadline): void {
    const { length } = this.#earliest;
    if (customer >= length) {
      const longer = new Float64Array(Math.max(customer + 1, 2 * length)).fill(noDeadline);
      longer.set(this.#earliest);
      this.#earliest = longer;
    }
    this.#earliest[customer] = at;
  }

  add(deadline: Deadline): void {
    if (deadline.at < this.of(deadline.customer)) this.set(deadline);
    this.#heap.push(deadline);
    let place = this.#heap.length - 1;
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (this.#at(parent) <= this.#at(place)) return;
      this.#swap(parent, place);
      place = parent;
    }
  }

  /** Takes the customer of the earliest moment. */
  take(): number | undefined {
    const first = this.#heap[0];
    const last = this.#heap.pop();
    if (!first || !last || this.#heap.length === 0) return first?.customer;
    this.#heap[0] = last;
    this.#sink();
    return first.customer;
  }

  #sink(): void {
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const least = this.#at(left + 1) < this.#at(left) ? left + 1 : left;
      if (this.#at(least) >= this.#at(place)) return;
      this.#swap(least, place);
      place = least;
    }
  }

  #at(place: number): number {
    return this.#heap[place]?.at ?? Number.POSITIVE_INFINITY;
  }

  #swap(one: number, other: number): void {
    const kept = this.#heap[one] as Deadline;
    this.#heap[one] = this.#heap[other] as Deadline;
    this.#heap[other] = kept;
  }
}
