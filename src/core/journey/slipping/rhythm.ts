// How often a customer comes, and whether a silence is long for them. The usual gap is the customer's own, drawn to what
// is usual in their segment while there is little of theirs; how long a silence can last and still end is counted on
// history (Kaplan and Meier 1958), gaps under way when a deal ended counting as far as they got.
import { hourMs, weekMs } from "../../durations.ts";
import { groupBy } from "../../group-by.ts";

/** One customer's visits while something was open with them. */
export type VisitHistory = {
  /** UTC milliseconds, oldest first. */
  visits: readonly number[];
  /** When what was open was decided, or now. */
  endsAt: number;
  segment: string | null;
};

/** What history says about gaps between visits. */
export type Rhythm = {
  /** How many gaps it was learnt from. */
  gaps: number;
  /** What is usual in a segment, in milliseconds. */
  usualOf(segment: string | null): number;
  /** Of 1: how many gaps last longer than `ratio` times the usual one. */
  lasting(ratio: number): number;
  /** The ratio that only `share` of gaps outlast; undefined where none was seen to. */
  ratioLasting(share: number): number | undefined;
};

/** A silence beside what is usual for this customer. */
export type Silence = {
  silentMs: number;
  usualMs: number;
  ratio: number;
  /** Of 1: how many gaps last longer than this. */
  lasting: number;
  /** Gaps of the customer's own behind it. */
  gaps: number;
};

/** What is closer together than this is one visit. */
const visitMs = 12 * hourMs;
/** The segment's usual gap weighs as much as so many of the customer's own. */
const priorGaps = 3;
/** A segment with fewer gaps is taken with all others. */
const leastOfSegment = 30;

/** Moments of touches, in any order, as visits: each begins where nothing came for half a day. */
export function toVisits(moments: Iterable<number>): number[] {
  const sorted = Float64Array.from(moments).sort();
  const visits: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const at of sorted) {
    if (at - last >= visitMs) visits.push(at);
    last = at;
  }
  return visits;
}

/** Learns from customers whose end is known, or still to come. */
export function learnRhythm(histories: readonly VisitHistory[]): Rhythm {
  const bySegment = groupBy(histories, ({ segment }) => segment);
  const logsOf = (some: readonly VisitHistory[]) =>
    some.flatMap(({ visits }) => gapsOf(visits).map((gap) => Math.log(gap)));
  const logs = new Map([...bySegment].map(([segment, some]) => [segment, logsOf(some)]));
  const every = [...logs.values()].flat();
  const all = meanOf(every);
  const usual = new Map(
    [...logs]
      .filter(([segment, own]) => segment !== null && own.length >= leastOfSegment)
      .map(([segment, own]) => [segment, Math.exp(meanOf(own))]),
  );
  const usualOf = (segment: string | null) => usual.get(segment) ?? Math.exp(all);
  const curve = survivalOf(histories.flatMap((history) => ratiosOf(history, usualOf)));
  return {
    ...{ gaps: every.length, usualOf },
    lasting: (ratio) => shareLasting(curve, ratio),
    ratioLasting: (share) => curve.find((point) => point.share <= share)?.ratio,
  };
}

/** The silence of a customer at `now`, after their last visit before it. Null before a second visit. */
export function silenceAt(
  { visits, segment }: Pick<VisitHistory, "visits" | "segment">,
  now: number,
  rhythm: Rhythm,
): Silence | null {
  const past = visits.filter((at) => at <= now);
  const last = past.at(-1);
  if (last === undefined || past.length < 2) return null;
  const silentMs = now - last;
  const usualMs = usualGapMs(past, rhythm.usualOf(segment));
  const ratio = silentMs / usualMs;
  return { silentMs, usualMs, ratio, lasting: rhythm.lasting(ratio), gaps: past.length - 1 };
}

/** What is usual for a customer after all of these visits. */
function usualGapMs(visits: readonly number[], segmentMs: number): number {
  return usualGaps(visits, segmentMs).at(-1) ?? segmentMs;
}

/**
 * What was usual as of each visit, in milliseconds: the geometric mean of the customer's gaps until then, drawn to the
 * segment's. Geometric, for one long holiday does not make a rhythm.
 */
export function usualGaps(visits: readonly number[], segmentMs: number): number[] {
  let sum = priorGaps * Math.log(segmentMs);
  return visits.map((at, index) => {
    if (index > 0) sum += Math.log(at - (visits[index - 1] ?? 0));
    return Math.exp(sum / (index + priorGaps));
  });
}

function gapsOf(visits: readonly number[]): number[] {
  return visits.slice(1).map((at, index) => at - (visits[index] ?? 0));
}

const meanOf = (values: readonly number[]) =>
  values.length === 0 ? Math.log(weekMs) : values.reduce((a, b) => a + b, 0) / values.length;

type Ratio = { ratio: number; ended: boolean };

/** Every gap beside what was usual when it began; the last one was still under way. */
function ratiosOf({ visits, segment, endsAt }: VisitHistory, usualOf: Rhythm["usualOf"]): Ratio[] {
  const usual = usualGaps(visits, usualOf(segment));
  const begun = visits.slice(1).map((from, index): Ratio => {
    const next = visits[index + 2];
    return {
      ratio: ((next ?? endsAt) - from) / (usual[index + 1] ?? 1),
      ended: next !== undefined,
    };
  });
  return begun.filter(({ ratio }) => ratio > 0);
}

type Point = { ratio: number; share: number };

function survivalOf(ratios: readonly Ratio[]): Point[] {
  const sorted = ratios.toSorted((a, b) => a.ratio - b.ratio || Number(b.ended) - Number(a.ended));
  let share = 1;
  return sorted.flatMap(({ ratio, ended }, index) => {
    if (!ended) return [];
    share *= 1 - 1 / (sorted.length - index);
    return [{ ratio, share }];
  });
}

function shareLasting(curve: readonly Point[], ratio: number): number {
  let [low, high] = [0, curve.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((curve[middle] as Point).ratio <= ratio) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 1 : (curve[low - 1] as Point).share;
}
