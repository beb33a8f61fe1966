// Fitting an index on documents; for a worker thread, or a process that does nothing else.
import { fitBm25 } from "./bm25.ts";
import type { Counted } from "./search-document.ts";
import type { IndexData } from "./search-index.ts";
import { embedRows, fitLocalVectors } from "./vectors/fit-local-vectors.ts";
import { countTerms } from "./vectors/term-matrix.ts";

/** Fits everything on documents, in their order; the same documents give the same bytes. `dimensions` at most. */
export function fitIndex(
  documents: readonly Counted[],
  { dimensions }: { dimensions: number },
): IndexData {
  const { vocabulary, counts } = countTerms(documents.map(({ parts }) => parts));
  const local = fitLocalVectors(counts, { vocabulary, dimensions });
  return {
    terms: [...vocabulary.keys()],
    tags: documents.map(({ tags }) => tags),
    bm25: fitBm25(counts, vocabulary),
    local,
    localRows: { data: embedRows(counts, local), dimensions: local.dimensions },
  };
}
