// Doubles found without a label, scored against true ids, beside two baselines and the time a large base takes.
import type { Column } from "../../core/identity/duplicates/column.ts";
import {
  type FoundDuplicates,
  findDuplicates,
  proposeBetweenFrom,
  proposeFrom,
} from "../../core/identity/duplicates/find-duplicates.ts";
import { matchByKey, rankByWords } from "./baselines.ts";
import { type DataSet, halfOf, readDataSets } from "./data-sets.ts";
import { guessColumns } from "./guess-columns.ts";
import { measureScale, type Scale } from "./scale.ts";
import { bestThreshold, countTrue, isTrue, type Score, scorePairs } from "./score.ts";

export type EvaluateOptions = { data: string; records: number; note: (line: string) => void };

type Best = { threshold: number; f1: number };

type SetReport = Score & {
  kind: "one list" | "two lists";
  /** The shipped one: pairs from this probability are proposed. */
  threshold: number;
  records: number;
  truePairs: number;
  allPairs: number;
  pairsCompared: number;
  blockingRecall: number;
  milliseconds: number;
  /** With the labels looked at: no result, an upper bound. */
  bestPossible: Best;
  /** The same on the half of the entities that nothing was tuned on. */
  heldOut: Score;
  baselines: {
    exactKey: Score & { column: string };
    jaccard: Score & { threshold: number; bestPossible: Best };
  };
  /** What each level of each column was found to be worth, in bits. */
  weights: Record<string, number[]>;
};

export type DedupeReport = {
  name: "dedupe";
  declared: string;
  sets: Record<string, SetReport>;
  scale: Scale;
  notes: string[];
};

const declared =
  "The way texts are compared, the levels and the thresholds were chosen on the first half of the entities (by a hash of " +
  "their id) of Abt–Buy and Febrl 2; heldOut is the other half of each, precision, recall and f1 are the whole. " +
  "Weights are learned from the records of each run, never from ids.";
const jaccardFrom = 0.5;

/** Scores every set of a folder, then measures the time on generated customers. */
export async function evaluateDedupe({
  data,
  records,
  note,
}: EvaluateOptions): Promise<DedupeReport> {
  const notes: string[] = [];
  const sets: Record<string, SetReport> = {};
  for (const set of await readDataSets(data, (line) => notes.push(line))) {
    note(`${set.name}: ${set.rows.length} records`);
    sets[set.name] = reportOn(set);
  }
  note(`${records} generated customers`);
  const scale = await measureScale(records);
  return { name: "dedupe", declared, sets, scale, notes };
}

function reportOn(set: DataSet): SetReport {
  const { found, columns, milliseconds } = run(set);
  const truePairs = [...countTrue(set).values()].reduce((sum, count) => sum + count, 0);
  const compared = Array.from(found.compared.left, (left, pair) => {
    return { left, right: found.compared.right[pair] ?? 0 };
  });
  const reached = compared.filter((pair) => isTrue(set, pair)).length;
  const held = halfOf(set, "other");
  return {
    kind: set.secondFrom === undefined ? "one list" : "two lists",
    threshold: thresholdOf(set),
    records: set.rows.length,
    truePairs,
    ...scorePairs(set, proposedOf(set, found)),
    heldOut: scorePairs(held, proposedOf(held, run(held).found)),
    bestPossible: bestThreshold(
      set,
      found.pairs.map((pair) => ({ ...pair, score: pair.probability })),
    ),
    allPairs: countAll(set),
    pairsCompared: compared.length,
    blockingRecall: round(reached / truePairs),
    milliseconds,
    baselines: baselinesOf(set, found),
    weights: Object.fromEntries(
      columns.map(({ name }, at) => [name, (found.weights.bits[at] ?? []).map(round)]),
    ),
  };
}

function run(set: DataSet): { found: FoundDuplicates; columns: Column[]; milliseconds: number } {
  const startedAt = performance.now();
  const columns = guessColumns(set);
  const { secondFrom, rows } = set;
  const found = findDuplicates({
    columns,
    rows: rows.length,
    ...(secondFrom !== undefined && { secondFrom }),
  });
  return { found, columns, milliseconds: Math.round(performance.now() - startedAt) };
}

const thresholdOf = ({ secondFrom }: DataSet) =>
  secondFrom === undefined ? proposeFrom : proposeBetweenFrom;

const proposedOf = (set: DataSet, { pairs }: FoundDuplicates) =>
  pairs.filter(({ probability }) => probability >= thresholdOf(set));

function baselinesOf(set: DataSet, { compared }: FoundDuplicates): SetReport["baselines"] {
  const { column, pairs } = matchByKey(set);
  const ranked = rankByWords(set, compared);
  return {
    exactKey: { ...scorePairs(set, pairs), column },
    jaccard: {
      ...scorePairs(
        set,
        ranked.filter(({ score }) => score >= jaccardFrom),
      ),
      threshold: jaccardFrom,
      bestPossible: bestThreshold(set, ranked),
    },
  };
}

function countAll({ rows, secondFrom }: DataSet): number {
  if (secondFrom !== undefined) return secondFrom * (rows.length - secondFrom);
  return (rows.length * (rows.length - 1)) / 2;
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
