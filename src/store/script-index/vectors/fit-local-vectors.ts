// Fitting local vectors on counted documents. Apart from using them, for only a worker thread has to load this.
import { addTerm, dampen, type LocalVectors, toUnit } from "./local-vectors.ts";
import { isPiece, type Sparse, type Vocabulary } from "./term-matrix.ts";
import { truncatedSvd } from "./truncated-svd.ts";

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
