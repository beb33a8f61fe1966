// Rows of customers compared, here or in a thread.
import { accountColumns, contactColumns } from "../../core/identity/duplicates/customer-columns.ts";
import { findDuplicates, proposeFrom } from "../../core/identity/duplicates/find-duplicates.ts";
import type { FindPairs, FoundPair } from "../../core/identity/duplicates/scan.ts";
import { duplicateReaders } from "./readers.ts";

export type ComparedRows = Parameters<FindPairs>[0];

/** The pairs that are more likely one than not. */
export function compareRows(compared: ComparedRows, wanted: readonly number[]): FoundPair[] {
  const parts =
    compared.kind === "contact"
      ? contactColumns(compared.rows, duplicateReaders)
      : accountColumns(compared.rows, duplicateReaders);
  const asked = new Set(wanted);
  const rows = compared.rows.length;
  const { pairs } = findDuplicates({ rows, ...parts, wanted: (row) => asked.has(row) });
  const likely = pairs.filter(({ probability }) => probability >= proposeFrom);
  return likely.map(({ left, right, probability, similarities }) => ({
    ...{ left, right, probability },
    similarities: Object.fromEntries(
      parts.columns.map(({ name }, at) => [name, similarities[at] ?? -1]),
    ),
  }));
}
