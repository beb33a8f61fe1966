// Records that are probably one: candidates by rare keys, compared column by column, weighed.
import { type CandidateOptions, findCandidates, type Pairs } from "./candidates.ts";
import type { Column } from "./column.ts";
import { type Compared, compareAll } from "./compare.ts";
import { bitsOf, fitWeights, toProbability, type Weights } from "./fit-weights.ts";
import { anyPartners, firstGuess, onePartner, type Role } from "./partners.ts";

/** Two rows, how likely they are one, and how alike in each column (-1: one of them says nothing). */
export type Duplicate = {
  left: number;
  right: number;
  probability: number;
  similarities: number[];
};

export type FoundDuplicates = {
  /** Pairs that may be one, most likely first. */
  pairs: Duplicate[];
  /** Every pair that was compared. */
  compared: Pairs;
  weights: Weights;
};

export type FindDuplicatesOptions = CandidateOptions & {
  /** What levels are worth where that is known beforehand; by default it is learned from the rows. */
  weights?: Weights;
};

/** From this probability a pair is proposed: more likely one than not, which maximises F1 where they are right. */
export const proposeFrom = 0.5;

/**
 * The same between two lists where the weights were learned: what is learned from best partners and their rivals is too
 * sure when few records have a partner. On the tuning half, thinned out to that, 0.9 was better and elsewhere no worse.
 */
export const proposeBetweenFrom = 0.9;

/** Compares the candidates among rows. Costs in proportion to the pairs that share rare keys, not to all pairs. */
export function findDuplicates(options: FindDuplicatesOptions): FoundDuplicates {
  const { columns, secondFrom } = options;
  const compared = compareAll(columns, findCandidates(options));
  const roles = secondFrom === undefined ? anyPartners(compared) : onePartner(compared);
  const weights = options.weights ?? learn(columns, compared, roles);
  const pairs: Duplicate[] = [];
  for (const [pair, role] of roles.entries()) {
    if (role === "open") pairs.push(weigh(pair, { columns, compared, weights }));
  }
  pairs.sort((one, other) => other.probability - one.probability);
  return { pairs, compared, weights };
}

type Weighing = { columns: readonly Column[]; compared: Compared; weights: Weights };

function weigh(pair: number, { columns, compared, weights }: Weighing): Duplicate {
  const [left, right] = [compared.left[pair] ?? 0, compared.right[pair] ?? 0];
  const [from, to] = [pair * columns.length, (pair + 1) * columns.length];
  const rarity = columns.reduce((sum, column) => sum + column.rarity(left, right), 0);
  const probability = toProbability(bitsOf(weights, compared.levels.subarray(from, to)) + rarity);
  return { left, right, probability, similarities: [...compared.similarities.subarray(from, to)] };
}

function learn(columns: readonly Column[], compared: Compared, roles: readonly Role[]): Weights {
  const guess = firstGuess(compared);
  const examples = roles.flatMap((role, pair) => (role === "far" ? [] : pair));
  return fitWeights(
    columns,
    examples.map((pair) => ({
      levels: compared.levels.subarray(pair * columns.length, (pair + 1) * columns.length),
      start: guess[pair] ?? 0,
      isOpen: roles[pair] === "open",
    })),
  );
}
