// Precision and recall of what was said against what was expected.

/** Shares of what was said and of what was expected; null where there was nothing. */
export type Rates = {
  precision: number | null;
  recall: number | null;
  said: number;
  expected: number;
};

/** One value that could be said: whether it was, whether it should be, and whether it was said right. */
export type Judged = { said: boolean; expected: boolean; hit: boolean };

/** Shares to three decimals. */
export function toRates(rows: readonly Judged[]): Rates {
  const hits = rows.filter(({ hit }) => hit).length;
  const said = rows.filter((row) => row.said).length;
  const expected = rows.filter((row) => row.expected).length;
  const share = (of: number) => (of === 0 ? null : Math.round((hits / of) * 1000) / 1000);
  return { precision: share(said), recall: share(expected), said, expected };
}

/** One line of a printed report. */
export function printRates(name: string, { precision, recall, said, expected }: Rates): string {
  return `${name.padEnd(20)} precision ${precision ?? "–"} of ${said}, recall ${recall ?? "–"} of ${expected}`;
}
