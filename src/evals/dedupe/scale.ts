// How long a whole customer base takes, with the comparison the product uses.
import { contactColumns } from "../../core/identity/duplicates/customer-columns.ts";
import { findDuplicates, proposeFrom } from "../../core/identity/duplicates/find-duplicates.ts";
import { duplicateReaders } from "../../sources/duplicates/readers.ts";
import { generateCustomers } from "./generated-customers.ts";

export type Scale = {
  records: number;
  seconds: number;
  /** Pairs compared, of all there are. */
  pairs: number;
  allPairs: number;
  /** Of the pairs proposed on these made-up records; they show that it works at this size, not how well. */
  precision: number;
  recall: number;
};

/** Reads, compares and weighs `records` generated contacts. */
export function measureScale(records: number): Scale {
  const rows = generateCustomers(records);
  const startedAt = performance.now();
  const found = findDuplicates({ rows: rows.length, ...contactColumns(rows, duplicateReaders) });
  const seconds = (performance.now() - startedAt) / 1000;
  const proposed = found.pairs.filter(({ probability }) => probability >= proposeFrom);
  const isOne = ({ left, right }: { left: number; right: number }) =>
    rows[left]?.entity === rows[right]?.entity;
  const hits = proposed.filter(isOne).length;
  const counts = new Map<number, number>();
  let wanted = 0;
  for (const { entity } of rows) {
    wanted += counts.get(entity) ?? 0;
    counts.set(entity, (counts.get(entity) ?? 0) + 1);
  }
  return {
    ...{ records, seconds: round(seconds), pairs: found.compared.left.length },
    allPairs: (records * (records - 1)) / 2,
    precision: round(hits / Math.max(1, proposed.length)),
    recall: round(hits / Math.max(1, wanted)),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
