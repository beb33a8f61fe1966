// How far the scorer agrees with people: with their labels, and with how the talk ended.
import type { Interval } from "../../core/statistics/interval.ts";
import { understandCustomer } from "../../core/training/moves/understand-customer.ts";
import { asksAbout, understandRep } from "../../core/training/moves/understand-rep.ts";
import type { Score } from "../../core/training/scorer/model.ts";
import { bootstrap } from "../retrieval/bootstrap.ts";
import { prepareSpearman } from "../retrieval/metrics.ts";
import { type Dialogue, outcomeOf } from "./dialogues.ts";
import { isPlainly, type OurLabel, ourLabel, type Side } from "./labels.ts";

/** Precision, recall and their harmonic mean; null when undefined. */
export type Rates = { precision: number | null; recall: number | null; f1: number | null };
/** One label of ours against the people's, with the plain word list beside it. */
export type LabelRow = Rates & { support: number; baseline: Rates };

/** Everything measured. */
export type Agreement = {
  testRetest: { identical: boolean; dialogues: number };
  outcome: OutcomeRow | null;
  labels: Record<string, LabelRow>;
  macroF1: { ours: number; baseline: number; labels: number } | null;
  /** Labels of the data that mean none of ours. */
  unmapped: string[];
};

/** Rank correlations with the outcome, each with its 95 % interval over dialogues. */
export type OutcomeRow = {
  dialogues: number;
  score: Interval;
  customerSentiment: Interval;
  baselineSentiment: Interval;
  baselineLength: Interval;
};

/** A dialogue with what the scorer said of it. */
export type Scored = { dialogue: Dialogue; score: Score };

/** Rank correlation of scores with outcomes; null with fewer than 3 outcomes. */
export function agreeWithOutcome(scored: readonly Scored[]): OutcomeRow | null {
  const known = scored.flatMap((each) => {
    const outcome = outcomeOf(each.dialogue);
    return outcome === undefined ? [] : [{ ...each, outcome }];
  });
  if (known.length < 3) return null;
  const outcomes = known.map(({ outcome }) => outcome);
  const against = (measure: (each: Scored) => number) =>
    bootstrap(known.length, prepareSpearman(known.map(measure), outcomes));
  return {
    dialogues: known.length,
    score: against(({ score }) => score.score),
    customerSentiment: against(({ score }) => lastMean(score.customerSentiment)),
    baselineSentiment: against(({ dialogue }) => plainSentiment(dialogue)),
    baselineLength: against(({ dialogue }) => repLength(dialogue)),
  };
}

/** How they ended counts: the mean of the last half. */
function lastMean(sentiments: readonly number[]): number {
  const half = sentiments.slice(Math.floor(sentiments.length / 2));
  return half.length === 0 ? 0.5 : half.reduce((sum, each) => sum + each, 0) / half.length;
}

function plainSentiment({ turns }: Dialogue): number {
  const text = turns.flatMap(({ who, text: said }) => (who === "customer" ? [said] : [])).join(" ");
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return count(/good|great|love|like|好|不错/gi) - count(/bad|not|no\b|不|没/gi);
}

function repLength({ turns }: Dialogue): number {
  return turns.reduce((sum, { who, text }) => sum + (who === "rep" ? text.length : 0), 0);
}

type Counts = { hit: number; said: number; gold: number };
type Tally = Map<OurLabel, { ours: Counts; plain: Counts }>;

/** Per label: what we find against what people found, turn by turn, on turns that people labelled. */
export function agreeWithLabels(
  dialogues: readonly Dialogue[],
): Pick<Agreement, "labels" | "macroF1" | "unmapped"> {
  const turns = dialogues.flatMap((dialogue) =>
    dialogue.turns.filter(({ labels }) => labels && labels.length > 0),
  );
  const unmapped = new Set<string>();
  const gold = turns.map(({ who, labels }) => {
    const found = (labels ?? []).map((label) => ({ label, ours: ourLabel(who, label) }));
    for (const { label, ours } of found) if (!ours) unmapped.add(`${who}.${label}`);
    return new Set(found.flatMap(({ ours }) => ours ?? []));
  });
  const tally: Tally = new Map();
  for (const label of new Set(gold.flatMap((each) => [...each]))) {
    tally.set(label, { ours: { hit: 0, said: 0, gold: 0 }, plain: { hit: 0, said: 0, gold: 0 } });
  }
  for (const [index, turn] of turns.entries()) count(tally, turn, gold[index] ?? new Set());
  const labels = Object.fromEntries([...tally].sort(bySupport).map(toRow));
  return { labels, macroF1: macro(Object.values(labels)), unmapped: [...unmapped].sort() };
}

function count(tally: Tally, { who, text }: Dialogue["turns"][number], gold: Set<OurLabel>): void {
  const found = labelsOf(who, text);
  for (const [label, { ours, plain }] of tally) {
    if (!label.startsWith(`${who}.`)) continue;
    const isGold = gold.has(label);
    add(ours, { isGold, isSaid: found.has(label) });
    add(plain, { isGold, isSaid: isPlainly(label, text) });
  }
}

function add(counts: Counts, { isGold, isSaid }: { isGold: boolean; isSaid: boolean }): void {
  counts.gold += Number(isGold);
  counts.said += Number(isSaid);
  counts.hit += Number(isGold && isSaid);
}

function labelsOf(side: Side, text: string): Set<string> {
  if (side === "rep") return repLabels(text);
  const { stances, tactics } = understandCustomer(text);
  return new Set([...stances, ...tactics].map(({ label }) => `customer.${label}`));
}

/** Annotators call a request for a step that is put as a question a proposal, not an inquiry. */
function repLabels(text: string): Set<string> {
  const { moves, sentences } = understandRep(text);
  const asks = sentences.some(asksAbout);
  return new Set(
    moves.flatMap(({ label }) => (label === "question" && !asks ? [] : [`rep.${label}`])),
  );
}

function toRow([label, { ours, plain }]: [string, { ours: Counts; plain: Counts }]) {
  const row: LabelRow = { ...toRates(ours), support: ours.gold, baseline: toRates(plain) };
  return [label, row] as const;
}

function toRates({ hit, said, gold }: Counts): Rates {
  const precision = said === 0 ? null : round(hit / said);
  const recall = gold === 0 ? null : round(hit / gold);
  return { precision, recall, f1: gold + said === 0 ? null : round((2 * hit) / (gold + said)) };
}

type Entry = [string, { ours: Counts }];
const bySupport = ([a, { ours: x }]: Entry, [b, { ours: y }]: Entry) =>
  y.gold - x.gold || (a < b ? -1 : 1);

function macro(rows: readonly LabelRow[]): Agreement["macroF1"] {
  if (rows.length === 0) return null;
  const mean = (f1Of: (row: LabelRow) => number | null) =>
    round(rows.reduce((sum, row) => sum + (f1Of(row) ?? 0), 0) / rows.length);
  return {
    ours: mean(({ f1 }) => f1),
    baseline: mean(({ baseline }) => baseline.f1),
    labels: rows.length,
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
