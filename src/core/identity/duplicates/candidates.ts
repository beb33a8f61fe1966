// Which pairs are worth comparing: rows that share rare keys. 100,000 rows have five billion pairs.
import type { Column } from "./column.ts";

/** Pairs by row number, the smaller first; each once. */
export type Pairs = { left: Int32Array; right: Int32Array };

export type CandidateOptions = {
  rows: number;
  columns: readonly Column[];
  /** From this row on the rows are of a second list, and only rows of different lists make a pair. */
  secondFrom?: number;
  /** Rows for which partners are wanted; all by default. */
  wanted?: (row: number) => boolean;
  /** Partners kept per row: those that share the most, in bits. */
  partners?: number;
};

/** A key that more rows share tells nobody apart, and would cost its square in pairs. */
const largestBlock = 300;

/**
 * Looks every key up in an inverted index and adds up, per pair, how rare the shared keys are (log2 of rows over the
 * rows with the key); each row keeps its best partners.
 */
export function findCandidates(options: CandidateOptions): Pairs {
  const { rows, secondFrom, wanted = () => true, partners = 10 } = options;
  const { index, keys } = buildIndex(options);
  const shared = new Float64Array(rows);
  const pairs = new Set<number>();
  for (let row = 0; row < rows; row += 1) {
    if (!wanted(row)) continue;
    const touched = addShared(row, { shared, keys: keys[row] ?? [], index, rows });
    const isSecond = secondFrom !== undefined && row >= secondFrom;
    const partner = (other: number) => secondFrom === undefined || other >= secondFrom !== isSecond;
    for (const other of best(touched.filter(partner), shared, partners)) {
      pairs.add(Math.min(row, other) * rows + Math.max(row, other));
    }
    for (const other of touched) shared[other] = 0;
    shared[row] = 0;
  }
  const ordered = Float64Array.from(pairs).sort();
  return {
    left: Int32Array.from(ordered, (pair) => Math.floor(pair / rows)),
    right: Int32Array.from(ordered, (pair) => pair % rows),
  };
}

type Index = number[][];

function buildIndex({ rows, columns }: CandidateOptions): { index: Index; keys: Int32Array[] } {
  const numbers = new Map<string, number>();
  const index: Index = [];
  const keys = Array.from({ length: rows }, (_, row) => {
    const own = new Set<number>();
    for (const key of columns.flatMap((column) => column.keysOf(row))) {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      own.add(number);
    }
    for (const number of own) {
      const block = index[number];
      if (block) block.push(row);
      else index[number] = [row];
    }
    return Int32Array.from(own);
  });
  return { index, keys };
}

type Sharing = { shared: Float64Array; keys: Iterable<number>; index: Index; rows: number };

/** Adds the weights of a row's keys to every row that has them; says which rows those are. */
function addShared(row: number, sharing: Sharing): number[] {
  const touched: number[] = [];
  for (const key of sharing.keys) {
    const block = sharing.index[key] ?? [];
    if (block.length < 2 || block.length > largestBlock) continue;
    const bits = Math.log2(sharing.rows / block.length) + leastBits;
    addBlock(block, { bits, shared: sharing.shared, touched });
  }
  return touched.filter((other) => other !== row);
}

/** So that what is shared with every row is still above nothing. */
const leastBits = 1e-9;

type Adding = { bits: number; shared: Float64Array; touched: number[] };

function addBlock(block: readonly number[], { bits, shared, touched }: Adding): void {
  for (const other of block) {
    if (shared[other] === 0) touched.push(other);
    shared[other] = (shared[other] ?? 0) + bits;
  }
}

function best(rows: number[], shared: Float64Array, count: number): number[] {
  if (rows.length <= count) return rows;
  return rows.sort((a, b) => (shared[b] ?? 0) - (shared[a] ?? 0) || a - b).slice(0, count);
}
