// Building an index away from the event loop.
import { runWorker } from "../../run-worker.ts";
import type { IndexKey, StoredIndex } from "./index-file.ts";
import type { Counted } from "./search-document.ts";
import type { Vectors } from "./vectors/vector-set.ts";

/** What the thread gets: plain data. */
export type BuildInput = {
  /** Where the index is kept. */
  folder: string;
  documents: Counted[];
  key: IndexKey;
  remoteRows?: Vectors;
};

/** Fits, writes and returns an index. */
export function buildIndex(input: BuildInput, signal: AbortSignal): Promise<StoredIndex> {
  return runWorker<StoredIndex>({
    file: new URL("build-worker.ts", import.meta.url),
    input,
    signal,
  });
}
