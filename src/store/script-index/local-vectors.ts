// Vectors fitted on the documents themselves: latent semantic analysis (Deerwester et al., 1990) of tf-idf over words
// and pieces of words. Words that keep the same company come to lie close together; nothing is downloaded.
import { countKnown, isPiece, type Sparse, type Vocabulary } from "./term-matrix.ts";
import { truncatedSvd } from "./truncated-svd.ts";

/** What turns a text into a vector: per term its rarity, and its place as `dimensions` numbers in `basis`. */
export type LocalVectors = { dimensions: number; rarity: Float32Array; basis: Float32Array };

/** Three pieces of a word weigh about as much as the word itself; from 0.3 to 0.6 nothing changed beyond noise. */
const pieceWeight = 0.5;
/** More documents than this teach little more and take long: then evenly spaced ones stand for all. */
const mostFitted = 12_000;

/** Learns from counted documents; in time proportional to their terms times the dimensions. */
export function fitLocalVectors(
  counts: Sparse,
  { vocabulary, dimensions }: { vocabulary: Vocabulary; dimensions: number },
): LocalVectors {
  const rarity = rarityOf(counts, vocabulary);
  const sample = sampleRows(counts);
  const weighed = { ...sample, values: weighRows(sample, rarity) };
  const { basis, rank } = truncatedSvd(weighed, { width: vocabulary.size, rank: dimensions });
  return { dimensions: rank, rarity, basis };
}

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

/** The vectors of all counted documents, one after the other. */
export function embedRows(
  counts: Sparse,
  { dimensions, rarity, basis }: LocalVectors,
): Float32Array {
  const rows = counts.starts.length - 1;
  const all = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row += 1) {
    const vector = all.subarray(row * dimensions, (row + 1) * dimensions);
    for (let at = counts.starts[row] as number; at < (counts.starts[row + 1] as number); at += 1) {
      const term = counts.columns[at] as number;
      const weight = dampen(counts.values[at] as number) * (rarity[term] as number);
      addTerm(vector, { term, weight, basis });
    }
    toUnit(vector);
  }
  return all;
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
const dampen = (count: number) => (count < 1 ? count : 1 + Math.log(count));

function rarityOf({ starts, columns }: Sparse, vocabulary: Vocabulary): Float32Array {
  const held = new Uint32Array(vocabulary.size);
  for (const term of columns) held[term] = (held[term] as number) + 1;
  const documents = starts.length - 1;
  const rarity = new Float32Array(vocabulary.size);
  for (const [term, number] of vocabulary) {
    const weight = isPiece(term) ? pieceWeight : 1;
    rarity[number] = weight * Math.log(1 + documents / Math.max(1, held[number] as number));
  }
  return rarity;
}

function weighRows({ starts, columns, values }: Sparse, rarity: Float32Array): Float32Array {
  const weighed = Float32Array.from(
    values,
    (count, at) => dampen(count) * (rarity[columns[at] as number] as number),
  );
  for (let row = 0; row + 1 < starts.length; row += 1) {
    toUnit(weighed.subarray(starts[row], starts[row + 1]));
  }
  return weighed;
}

function sampleRows(counts: Sparse): Sparse {
  const rows = counts.starts.length - 1;
  if (rows <= mostFitted) return counts;
  const chosen = Array.from({ length: mostFitted }, (_, at) =>
    Math.floor((at * rows) / mostFitted),
  );
  const spans = chosen.map(
    (row) => [counts.starts[row], counts.starts[row + 1]] as [number, number],
  );
  const size = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const sample: Sparse = {
    starts: new Uint32Array(chosen.length + 1),
    columns: new Uint32Array(size),
    values: new Float32Array(size),
  };
  let at = 0;
  for (const [index, [from, to]] of spans.entries()) {
    sample.columns.set(counts.columns.subarray(from, to), at);
    sample.values.set(counts.values.subarray(from, to), at);
    at += to - from;
    sample.starts[index + 1] = at;
  }
  return sample;
}

type Term = { term: number; weight: number; basis: Float32Array };

function addTerm(sum: Float32Array, { term, weight, basis }: Term): void {
  const from = term * sum.length;
  for (let at = 0; at < sum.length; at += 1) {
    sum[at] = (sum[at] as number) + weight * (basis[from + at] as number);
  }
}
