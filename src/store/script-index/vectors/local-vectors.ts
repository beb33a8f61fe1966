// Vectors fitted on the documents themselves: latent semantic analysis (Deerwester et al., 1990) of tf-idf over words
// and pieces of words. Words that keep the same company come to lie close together; nothing is downloaded.
import { countKnown, type Vocabulary } from "./term-matrix.ts";

/** What turns a text into a vector: per term its rarity, and its place as `dimensions` numbers in `basis`. */
export type LocalVectors = { dimensions: number; rarity: Float32Array; basis: Float32Array };

/** A text's vector, of length 1; all zeros when no part of it is known. */
export function embedLocally(
  text: string,
  { vectors, vocabulary }: { vectors: LocalVectors; vocabulary: Vocabulary },
): Float32Array {
  const { dimensions, rarity, basis } = vectors;
  const sum = new Float32Array(dimensions);
  for (const [term, count] of countKnown(text, vocabulary)) {
    addTerm(sum, { term, weight: dampen(count) * (rarity[term] as number), basis });
  }
  return toUnit(sum);
}

/** Scales a vector to length 1, in place; one of only zeros stays. */
export function toUnit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  if (square < 1e-18) return vector.fill(0);
  const scale = 1 / Math.sqrt(square);
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] as number) * scale;
  return vector;
}

/** A term that comes ten times says more than one that comes once, but not ten times as much. */
export const dampen = (count: number) => (count < 1 ? count : 1 + Math.log(count));

type Term = { term: number; weight: number; basis: Float32Array };

/** Adds a term's place, weighed, to a vector. */
export function addTerm(sum: Float32Array, { term, weight, basis }: Term): void {
  const from = term * sum.length;
  for (let at = 0; at < sum.length; at += 1) {
    sum[at] = (sum[at] as number) + weight * (basis[from + at] as number);
  }
}
