// The latest set of touches for steps in any order, when one touch can be of several steps. Touches that can be given
// to different steps at once are the independent sets of a transversal matroid (Edmonds and Fulkerson, 1965), and in a
// matroid the greedy choice is the latest in every place. So is what is kept after each touch: what it leaves out no
// later set needs.

/**
 * Of touches, latest first, each with the bits of the steps it is of: the indexes of those that make the latest set
 * (as much of it as there is), in the same order. Each step takes `times` of them.
 */
export function latestSet(bits: ArrayLike<number>, times: readonly number[]): number[] {
  const given: number[][] = times.map(() => []);
  const wanted = times.reduce((total, each) => total + each, 0);
  const kept: number[] = [];
  for (let touch = 0; touch < bits.length && kept.length < wanted; touch += 1) {
    if (give(touch, { bits, times, given, asked: 0 })) kept.push(touch);
  }
  return kept;
}

type Search = {
  bits: ArrayLike<number>;
  times: readonly number[];
  /** Of each step, the touches it has. */
  given: number[][];
  /** Bits of the steps asked so far. */
  asked: number;
};

/** Gives a touch to a step of its own, moving others to another of theirs where that makes room (an augmenting path). */
function give(touch: number, search: Search): boolean {
  const { bits, times, given } = search;
  for (const [step, touches] of given.entries()) {
    const bit = 1 << step;
    if (((bits[touch] ?? 0) & bit & ~search.asked) === 0) continue;
    search.asked |= bit;
    if (touches.length < (times[step] ?? 0)) return touches.push(touch) > 0;
    const moved = touches.findIndex((other) => give(other, search));
    if (moved >= 0) {
      touches[moved] = touch;
      return true;
    }
  }
  return false;
}
