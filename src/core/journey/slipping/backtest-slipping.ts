// What the alarm for silence would have done on history: how many of those who were lost it would have named before they
// were, how early, and how many of those who stayed it would have named in vain; beside the same number of days for all.
import { dayMs } from "../../durations.ts";
import { medianOf } from "../../statistics/quantiles.ts";
import { type Share, shareOf } from "../../statistics/shares.ts";
import { learnRhythm, type Rhythm, usualGaps, type VisitHistory } from "./rhythm.ts";

/** A customer whose end is known; `unhappy`: when service had left them so. */
export type EndedHistory = VisitHistory & {
  lost: boolean;
  unhappy?: readonly { from: number; to: number }[];
};

/** One way to alarm, on the later part of history. */
export type AlarmFigures = {
  /** Lost ones it named while there was time. */
  lostNamed: Share;
  /** Kept ones it named: false alarms. */
  keptNamed: Share;
  /** Median days from the first alarm to the end, of lost ones named; null where there are none. */
  daysBefore: number | null;
  /** Of alarms, those after which the customer came back by themselves within two weeks. */
  cameBack: Share;
};

export type SlippingBacktest = {
  verdict: "ok" | "thin" | "one_class";
  learntOn: number;
  judgedOn: { lost: number; kept: number };
  /** It alarms when a silence lasts longer than all but this share of gaps. */
  alarmShare: number | null;
  /** Against the customer's own rhythm. */
  own: AlarmFigures | null;
  /** After the same number of days for everybody: the fewest with no more false alarms, chosen in their favour. */
  fixed: (AlarmFigures & { days: number }) | null;
};

/** It alarms when only so many gaps last that long: the first of these that alarms for few enough who were kept. */
const shares = [0.1, 0.05, 0.03, 0.02, 0.01, 0.005];
/** Before there is history to choose on. */
export const usualShare = 0.05;
/** Of those who were kept at most so many may be named, on what is learnt from. */
const mostKeptNamed = 0.15;
/** Whom service left unhappy is asked after sooner: at a silence this many times as common. */
export const unhappyFactor = 3;
/** Nobody is alarmed by less, however busy the customer was. */
export const leastSilenceMs = 3 * dayMs;
const learntShare = 0.7;
const cameBackMs = 14 * dayMs;
const leastEnded = 20;
const mostDays = 120;

/** Judges the alarm on the later part of what ended, with what the earlier part teaches. */
export function backtestSlipping(histories: readonly EndedHistory[]): SlippingBacktest {
  const sorted = histories.filter(({ visits }) => visits.length >= 3);
  sorted.sort((a, b) => a.endsAt - b.endsAt);
  const split = Math.floor(sorted.length * learntShare);
  const [earlier, later] = [sorted.slice(0, split), sorted.slice(split)];
  const judgedOn = {
    lost: later.filter(({ lost }) => lost).length,
    kept: later.filter(({ lost }) => !lost).length,
  };
  const nothing = { learntOn: earlier.length, judgedOn, alarmShare: null, own: null, fixed: null };
  if (sorted.length < leastEnded) return { verdict: "thin", ...nothing };
  if (judgedOn.lost === 0 || judgedOn.kept === 0) return { verdict: "one_class", ...nothing };
  const rhythm = learnRhythm(earlier);
  const alarmShare = chooseShare(earlier, rhythm);
  const own = alarmByRhythm(rhythm, alarmShare);
  if (!own) return { verdict: "thin", ...nothing };
  const days = daysLike(later, own);
  return {
    ...{ verdict: "ok", learntOn: earlier.length, judgedOn, alarmShare },
    own: judge(later, own),
    fixed: { days, ...judge(later, alarmAfter(days)) },
  };
}

/** How long after each visit an alarm comes, in milliseconds. */
type AlarmAfter = (history: EndedHistory) => number[];

/** The most sensitive alarm that names few of those who were kept, on what is learnt from. */
function chooseShare(earlier: readonly EndedHistory[], rhythm: Rhythm): number {
  const isQuiet = (share: number) => {
    const alarm = alarmByRhythm(rhythm, share);
    return alarm !== null && judge(earlier, alarm).keptNamed.value <= mostKeptNamed;
  };
  return (
    shares.find(isQuiet) ?? shares.findLast((share) => rhythm.ratioLasting(share)) ?? usualShare
  );
}

/** Null where no gap was seen to last that long. */
function alarmByRhythm(rhythm: Rhythm, share: number): AlarmAfter | null {
  const ratio = rhythm.ratioLasting(share);
  const sooner = rhythm.ratioLasting(unhappyFactor * share);
  if (ratio === undefined || sooner === undefined) return null;
  return ({ visits, segment, unhappy = [] }) =>
    usualGaps(visits, rhythm.usualOf(segment)).map((usual, index) => {
      const at = visits[index] ?? 0;
      const isUnhappy = unhappy.some(({ from, to }) => from <= at && at < to);
      return Math.max(leastSilenceMs, (isUnhappy ? sooner : ratio) * usual);
    });
}

const alarmAfter =
  (days: number): AlarmAfter =>
  ({ visits }) =>
    visits.map(() => days * dayMs);

/** Moments at which it would have alarmed: in every gap long enough, while nothing was decided. */
function alarmsOf(
  history: EndedHistory,
  alarm: AlarmAfter,
): { at: number; backAt: number | null }[] {
  const { visits, endsAt } = history;
  const delays = alarm(history);
  return visits.flatMap((from, index) => {
    if (index === 0) return [];
    const next = visits[index + 1] ?? null;
    const at = from + (delays[index] ?? 0);
    return at < (next ?? endsAt) ? [{ at, backAt: next }] : [];
  });
}

function judge(histories: readonly EndedHistory[], alarm: AlarmAfter): AlarmFigures {
  const named = histories.map((history) => ({ ...history, alarms: alarmsOf(history, alarm) }));
  const share = (lost: boolean) => {
    const group = named.filter((each) => each.lost === lost);
    return shareOf(group.filter(({ alarms }) => alarms.length > 0).length, group.length);
  };
  const alarms = named.flatMap((each) => each.alarms);
  const back = alarms.filter(({ at, backAt }) => backAt !== null && backAt - at <= cameBackMs);
  const leads = named
    .filter(({ lost, alarms: own }) => lost && own.length > 0)
    .map(({ endsAt, alarms: [first] }) => (endsAt - (first?.at ?? endsAt)) / dayMs);
  const days = medianOf(leads);
  const daysBefore = days === undefined ? null : Math.round(days * 10) / 10;
  return {
    ...{ lostNamed: share(true), keptNamed: share(false), daysBefore },
    cameBack: shareOf(back.length, alarms.length),
  };
}

/** The fewest days for everybody with no more false alarms: chosen with the judged part in view, in their favour. */
function daysLike(later: readonly EndedHistory[], own: AlarmAfter): number {
  const most = judge(later, own).keptNamed.count;
  // More days alarm for fewer: halving finds the place.
  let [low, high] = [1, mostDays];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (judge(later, alarmAfter(middle)).keptNamed.count <= most) high = middle;
    else low = middle + 1;
  }
  return low;
}
