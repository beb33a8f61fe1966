// Texts as weighted sets of parts: parts that few texts have count most.

/** How alike two rows are by the parts they share; 0 where either has none. */
export type Vectors = {
  cosine(left: number, right: number): number;
  isEmpty(row: number): boolean;
};

type Vector = { parts: Int32Array; weights: Float64Array };

/** Cosine of inverse document frequencies (Spärck Jones 1972); a part counts once however often it stands there. */
export function createVectors(rows: readonly (readonly string[])[]): Vectors {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const sets = rows.map((parts) => {
    const own = new Set(parts.map((part) => numberOf(numbers, part)));
    for (const part of own) counts[part] = (counts[part] ?? 0) + 1;
    return Int32Array.from(own).sort();
  });
  const vectors = sets.map((parts) => toVector(parts, { counts, texts: rows.length }));
  const none: Vector = toVector(new Int32Array(), { counts, texts: 1 });
  return {
    cosine: (left, right) => dot(vectors[left] ?? none, vectors[right] ?? none),
    isEmpty: (row) => (vectors[row] ?? none).parts.length === 0,
  };
}

function numberOf(numbers: Map<string, number>, part: string): number {
  const known = numbers.get(part);
  if (known !== undefined) return known;
  numbers.set(part, numbers.size);
  return numbers.size - 1;
}

type Corpus = { counts: readonly number[]; texts: number };

function toVector(parts: Int32Array, { counts, texts }: Corpus): Vector {
  const weights = Float64Array.from(parts, (part) => Math.log(texts / (counts[part] ?? 1)));
  const length = Math.hypot(...weights) || 1;
  return { parts, weights: weights.map((weight) => weight / length) };
}

function dot(one: Vector, other: Vector): number {
  let [at, to, sum] = [0, 0, 0];
  while (at < one.parts.length && to < other.parts.length) {
    const [part = 0, against = 0] = [one.parts[at], other.parts[to]];
    if (part === against) sum += product(one, other, { at, to });
    if (part <= against) at += 1;
    if (part >= against) to += 1;
  }
  return Math.min(1, sum);
}

function product(one: Vector, other: Vector, { at, to }: { at: number; to: number }): number {
  return (one.weights[at] ?? 0) * (other.weights[to] ?? 0);
}
