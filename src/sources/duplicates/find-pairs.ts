// Customers compared without holding anybody up: a few at once, many in a thread of their own.
import type { FindPairs, FoundPair } from "../../core/identity/duplicates/scan.ts";
import { runWorker } from "../../run-worker.ts";
import { compareRows } from "./compare-rows.ts";

/** So many take some tens of milliseconds; a thread takes longer to start. */
const fewRows = 1_000;

export const findPairs: FindPairs = async (compared, wanted) => {
  if (wanted.length === 0) return [];
  if (compared.rows.length <= fewRows) return compareRows(compared, wanted);
  const file = new URL("compare-worker.ts", import.meta.url);
  // Only what is compared goes to the thread.
  return runWorker<FoundPair[]>({ file, input: { compared, wanted } });
};
