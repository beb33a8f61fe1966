import { describe, expect, it } from "vitest";
import { type Counts, estimate, toState } from "../../../../src/core/training/twin/estimate.ts";

/** Numbers in [0, 1), the same every time (Numerical Recipes' quick generator). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const [reps, checks] = [1000, 4];

/**
 * The share of made-up reps whose true share lies in the interval. Checks of one talk are alike with correlation
 * `likeness`: a Pólya urn, which draws from the beta-binomial.
 */
function coverage(
  { talks, likeness }: { talks: number; likeness: number },
  countsOf: (pieces: Parameters<typeof estimate>[0]) => Counts,
): number {
  const random = createRandom(7 * talks + 1);
  const urn = (1 - likeness) / likeness;
  let inside = 0;
  for (let rep = 0; rep < reps; rep += 1) {
    const share = random();
    const pieces = Array.from({ length: talks }, (_, at) => {
      let passed = 0;
      for (let drawn = 0; drawn < checks; drawn += 1)
        passed += Number(random() < (share * urn + passed) / (urn + drawn));
      return { id: String(at), skill: "rapport" as const, passed, checks, at: 0 };
    });
    const { low, high } = toState(countsOf(pieces));
    inside += Number(low - 0.5 <= 100 * share && 100 * share <= high + 0.5);
  }
  return inside / reps;
}

const asTwin = (pieces: Parameters<typeof estimate>[0]) => estimate(pieces, 0);
/** Every check for itself, as if no two belonged to one talk. */
const naive = (pieces: Parameters<typeof estimate>[0]) => ({
  alpha: 1 + pieces.reduce((sum, { passed }) => sum + passed, 0),
  beta: 1 + pieces.reduce((sum, piece) => sum + piece.checks - piece.passed, 0),
  evidence: pieces.length,
});

describe("the 90 % interval of a skill", () => {
  it.each([1, 2, 4, 8, 16])("holds the truth nine times out of ten after %i talks", (talks) => {
    const ours = coverage({ talks, likeness: 0.2 }, asTwin);
    expect(ours).toBeGreaterThan(0.88);
    expect(ours).toBeLessThan(0.96);
  });

  it("would be too narrow if every check counted for itself", () => {
    expect(coverage({ talks: 8, likeness: 0.2 }, naive)).toBeLessThan(0.88);
  });

  it("still holds it in more than eight of ten where talks differ twice as much", () => {
    expect(coverage({ talks: 8, likeness: 0.4 }, asTwin)).toBeGreaterThan(0.82);
  });
});
