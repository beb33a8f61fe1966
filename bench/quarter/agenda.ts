// What is still to happen, in order of time: what was planned, and what people will do later.

export type Agenda = {
  add(at: number, happen: () => Promise<void>): void;
  /** When the next thing happens; undefined when nothing does. */
  nextAt(): number | undefined;
  /** Takes everything due by then, in order. */
  takeDue(now: number): (() => Promise<void>)[];
};

/** Things at the same moment happen in the order they were added. */
export function createAgenda(): Agenda {
  const waiting: { at: number; happen: () => Promise<void> }[] = [];
  /** The first place later than `at`, by bisection. */
  const placeOf = (at: number): number => {
    let [low, high] = [0, waiting.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((waiting[middle]?.at ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    add: (at, happen) => void waiting.splice(placeOf(at), 0, { at, happen }),
    nextAt: () => waiting[0]?.at,
    takeDue: (now) => waiting.splice(0, placeOf(now)).map(({ happen }) => happen),
  };
}
