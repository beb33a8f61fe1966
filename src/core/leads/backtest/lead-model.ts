// The chance of a win from the lead alone, whoever works it: what a fit has to be better than.
import { fitLogistic, logOdds, type Sparse } from "../../statistics/logistic.ts";
import type { Decided } from "./history.ts";

/** Leads of the earlier part that a word must be on, to count by itself. */
const leastLeads = 10;
/** Words of one column that count by themselves; customers may be more, since that is who returns. */
const mostWords = 40;
const mostAccounts = 150;
/** Prior spread of about 0.6 in log-odds per word, 0.3 per customer. */
const ridgeOf = (label: string) => (label === "account" ? 10 : 3);

export type LeadModel = {
  /** Log-odds of a win. */
  predict(lead: Decided): number;
};

/** Learns from the earlier part. Words too rare to judge by count as none. */
export function fitLeadModel(train: readonly Decided[]): LeadModel {
  const columns = columnsOf(train);
  const toRow = createRows(columns);
  const ridge = Float64Array.from([0, ...columns.map(({ ridge: each }) => each)]);
  const coefficients = fitLogistic({
    rows: train.map(toRow),
    won: train.map(({ won }) => won),
    ridge,
  });
  return { predict: (lead) => logOdds(toRow(lead), coefficients) };
}

type Word = { label: string; word: string; ridge: number };
type Amount = { number: string; mean: number; spread: number; ridge: number };
type Column = Word | Amount;

function columnsOf(train: readonly Decided[]): Column[] {
  const labels = [...new Set(train.flatMap((each) => Object.keys(each.labels)))].sort();
  const numbers = [...new Set(train.flatMap((each) => Object.keys(each.numbers)))].sort();
  return [
    ...labels.flatMap((label) => wordsOf(train, label)),
    ...numbers.flatMap((number) => amountOf(train, number)),
  ];
}

function wordsOf(train: readonly Decided[], label: string): Word[] {
  const counts = new Map<string, number>();
  for (const { labels } of train) {
    const word = labels[label];
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= leastLeads && count < train.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, label === "account" ? mostAccounts : mostWords)
    .map(([word]) => ({ label, word, ridge: ridgeOf(label) }));
}

function amountOf(train: readonly Decided[], number: string): Amount[] {
  const values = train.flatMap(({ numbers }) => numbers[number] ?? []).map(damp);
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const spread = Math.sqrt(square / Math.max(1, values.length));
  return spread > 0 ? [{ number, mean, spread, ridge: 3 }] : [];
}

/** Companies differ by factors, not by sums. */
const damp = (value: number) => Math.sign(value) * Math.log1p(Math.abs(value));

function createRows(columns: readonly Column[]): (lead: Decided) => Sparse {
  const words = new Map<string, number>();
  const amounts: (Amount & { at: number })[] = [];
  for (const [index, column] of columns.entries()) {
    if ("label" in column) words.set(`${column.label}\n${column.word}`, index + 1);
    else amounts.push({ ...column, at: index + 1 });
  }
  return ({ labels, numbers }) => {
    const row = { at: [0], by: [1] };
    const add = (column: number, value: number) => {
      row.at.push(column);
      row.by.push(value);
    };
    for (const [label, word] of Object.entries(labels)) {
      const column = words.get(`${label}\n${word}`);
      if (column !== undefined) add(column, 1);
    }
    for (const { number, mean, spread, at } of amounts) {
      const value = numbers[number];
      if (value !== undefined) add(at, (damp(value) - mean) / spread);
    }
    return row;
  };
}
