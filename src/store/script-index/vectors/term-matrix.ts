// Which terms each document has, and how often: the one count that words and vectors are both fitted on.
import { tokenise } from "../tokenise.ts";

/** A part of a document; a term in a part of weight 2 counts like two. */
export type WeightedText = { text: string; weight: number };

/** Rows of a sparse matrix one after the other: row r holds `columns` and `values` from starts[r] to starts[r + 1]. */
export type Sparse = { starts: Uint32Array; columns: Uint32Array; values: Float32Array };

/** The terms of a corpus, each with its number. Pieces of words carry a mark, so that none is taken for a word. */
export type Vocabulary = ReadonlyMap<string, number>;

const pieceMark = "~";

/** Whether a term is a piece of a word rather than a word. */
export const isPiece = (term: string): boolean => term.startsWith(pieceMark);

/** Counts the terms of every document; terms are numbered in the order in which they come. */
export function countTerms(documents: readonly (readonly WeightedText[])[]): {
  vocabulary: Vocabulary;
  counts: Sparse;
} {
  const vocabulary = new Map<string, number>();
  const numberOf = (term: string) => {
    const known = vocabulary.get(term);
    if (known !== undefined) return known;
    vocabulary.set(term, vocabulary.size);
    return vocabulary.size - 1;
  };
  const rows = documents.map((parts) => countRow(parts, numberOf));
  return { vocabulary, counts: toSparse(rows) };
}

/** The known terms of a text, by number, with how often each comes. */
export function countKnown(text: string, vocabulary: Vocabulary): Map<number, number> {
  return countRow([{ text, weight: 1 }], (term) => vocabulary.get(term));
}

/** How many of a text's different terms are known, in [0, 1]. */
export function knownShare(text: string, vocabulary: Vocabulary): number {
  const terms = termsOf(text);
  return (
    new Set(terms.filter((term) => vocabulary.has(term))).size / Math.max(1, new Set(terms).size)
  );
}

function termsOf(text: string): string[] {
  const { words, grams } = tokenise(text);
  return [...words, ...grams.map((gram) => pieceMark + gram)];
}

function countRow(
  parts: readonly WeightedText[],
  numberOf: (term: string) => number | undefined,
): Map<number, number> {
  const row = new Map<number, number>();
  for (const { text, weight } of parts) {
    for (const term of termsOf(text)) {
      const number = numberOf(term);
      if (number !== undefined) row.set(number, (row.get(number) ?? 0) + weight);
    }
  }
  return row;
}

/** Rows as one sparse matrix. */
export function toSparse(rows: readonly ReadonlyMap<number, number>[]): Sparse {
  const size = rows.reduce((sum, row) => sum + row.size, 0);
  const sparse = {
    starts: new Uint32Array(rows.length + 1),
    columns: new Uint32Array(size),
    values: new Float32Array(size),
  };
  let at = 0;
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of row) {
      sparse.columns[at] = column;
      sparse.values[at] = value;
      at += 1;
    }
    sparse.starts[index + 1] = at;
  }
  return sparse;
}
