// Who is compared with whom. Every day on which somebody got the action is a small trial of its own (target trial
// emulation: Hernán and Robins 2016; risk-set matching: Li, Propert and Rosenbaum 2001): those who got it that day, beside
// those of the same rep, stage and size who were open at the end of that day and had not got it yet. Nothing that happens
// later decides who is compared, so nobody is "immortal" between being chosen and being watched (Suissa 2008).
import { dayMs } from "../../durations.ts";
import { type Course, dayOf, type Span } from "./course.ts";

/** How finely deals have to be alike. Rep, stage and day always are. */
export type Likeness = { sizeBands: number; segment: boolean; age: boolean };

/** From the finest on; the first that leaves comparable deals for most is taken, before any outcome is looked at. */
const likenesses: readonly Likeness[] = [
  { sizeBands: 5, segment: true, age: true },
  { sizeBands: 5, segment: false, age: true },
  { sizeBands: 4, segment: false, age: false },
  { sizeBands: 3, segment: false, age: false },
  { sizeBands: 2, segment: false, age: false },
];
/** The share of acted-on deals that must keep somebody to be compared with, for the finer likeness to be taken. */
const enoughOverlap = 0.8;

/** When a test looks: actions from `from` on, and only those whose whole window has passed by `to`. */
export type Period = { from: number; to: number; windowMs: number };

/** Sets of alike deals, and who is in each. The columns of one membership stand at one index. */
export type RiskSets = {
  likeness: Likeness;
  count: number;
  course: number[];
  set: number[];
  acted: number[];
  outcome: number[];
  /** Deals that got the action while they could be watched. */
  eligible: number;
  /** Of these, those with somebody to be compared with. */
  matched: number;
};

/** Forms the sets at the finest likeness that the data carries. */
export function formRiskSets(courses: readonly Course[], period: Period): RiskSets {
  for (const likeness of likenesses) {
    const sets = formAt(courses, { ...period, likeness });
    const isLast = likeness === likenesses.at(-1);
    if (isLast || sets.eligible === 0 || sets.matched >= enoughOverlap * sets.eligible) return sets;
  }
  throw new Error("There is no likeness to form sets at.");
}

type Forming = Period & { likeness: Likeness };

/** Days after opening at which a deal counts as older. */
const ageDays = [14, 30, 60, 120];

function formAt(courses: readonly Course[], forming: Forming): RiskSets {
  const trials = findTrials(courses, forming);
  const sets: RiskSets = {
    ...{ likeness: forming.likeness, count: trials.count },
    ...{ course: [], set: [], acted: [], outcome: [], eligible: 0, matched: 0 },
  };
  for (const [index, course] of courses.entries()) join(sets, { index, course, trials, forming });
  return countMatched(sets);
}

/** The days on which somebody of a kind got the action, ascending, with the number of each set by age. */
type Trials = { count: number; daysOf: Map<string, TrialDay[]> };
type TrialDay = { day: number; ages: Map<number, number> };

function findTrials(courses: readonly Course[], forming: Forming): Trials {
  const found = new Map<string, Map<number, Map<number, number>>>();
  let count = 0;
  for (const course of courses) {
    const day = actedDay(course, forming);
    const span = day === null ? undefined : spanAt(course, (day + 1) * dayMs);
    if (day === null || !span) continue;
    const kind = kindOf(course, span, forming);
    const days = found.get(kind) ?? new Map<number, Map<number, number>>();
    const ages = days.get(day) ?? new Map<number, number>();
    found.set(kind, days.set(day, ages));
    const age = ageOf(course, day, forming);
    if (ages.has(age)) continue;
    ages.set(age, count);
    count += 1;
  }
  const inOrder = (days: Map<number, Map<number, number>>): TrialDay[] =>
    [...days].map(([day, ages]) => ({ day, ages })).sort((a, b) => a.day - b.day);
  return { count, daysOf: new Map([...found].map(([kind, days]) => [kind, inOrder(days)])) };
}

/** The day of the action, if it lies in the period and its window has passed. */
function actedDay({ actedAt }: Course, { from, to, windowMs }: Period): number | null {
  if (actedAt === null || actedAt < from) return null;
  const day = dayOf(actedAt);
  return (day + 1) * dayMs + windowMs <= to ? day : null;
}

const spanAt = ({ spans }: Course, at: number) =>
  spans.find(({ from, to }) => from <= at && at < to);

function kindOf(
  { sizeRank, segment }: Course,
  { stage, repId }: { stage: string; repId: string },
  { likeness }: Forming,
): string {
  const band = Math.min(likeness.sizeBands - 1, Math.floor(sizeRank * likeness.sizeBands));
  return `${repId}\u001f${stage}\u001f${band}\u001f${likeness.segment ? segment : ""}`;
}

function ageOf({ openedAt }: Course, day: number, { likeness }: Forming): number {
  if (!likeness.age) return 0;
  const age = day - dayOf(openedAt);
  return ageDays.filter((from) => age >= from).length;
}

type Joining = { index: number; course: Course; trials: Trials; forming: Forming };

/** Puts a deal into every set it belonged to on the day: open at its end, and not acted on before. */
function join(sets: RiskSets, joining: Joining): void {
  const { index, course, trials, forming } = joining;
  const acted = course.actedAt === null ? Number.POSITIVE_INFINITY : dayOf(course.actedAt);
  for (const span of course.spans) {
    const days = trials.daysOf.get(kindOf(course, span, forming)) ?? [];
    for (const { day, ages } of daysIn(days, span, acted)) {
      const set = ages.get(ageOf(course, day, forming));
      if (set === undefined) continue;
      sets.course.push(index);
      sets.set.push(set);
      sets.acted.push(Number(day === acted));
      sets.outcome.push(Number(hasWithin(course.outcomes, (day + 1) * dayMs, forming.windowMs)));
    }
  }
}

/** Trial days at whose end a deal was in a span, none after its own action. */
function daysIn(days: readonly TrialDay[], { from, to }: Span, acted: number): TrialDay[] {
  const first = firstFrom(days, from);
  let end = first;
  while (end < days.length) {
    const { day } = days[end] as TrialDay;
    if ((day + 1) * dayMs >= to || day > acted) break;
    end += 1;
  }
  return days.slice(first, end);
}

/** The first trial day that ends at a moment or later: by bisection. */
function firstFrom(days: readonly TrialDay[], from: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((days[middle]?.day ?? 0) + 1) * dayMs < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Only what comes after the day of the action counts. */
function hasWithin(outcomes: readonly number[], after: number, windowMs: number): boolean {
  return outcomes.some((at) => at >= after && at < after + windowMs);
}

function countMatched(sets: RiskSets): RiskSets {
  const others = new Uint8Array(sets.count);
  for (const [at, set] of sets.set.entries()) if (sets.acted[at] === 0) others[set] = 1;
  for (const [at, set] of sets.set.entries()) {
    if (sets.acted[at] === 0) continue;
    sets.eligible += 1;
    sets.matched += others[set] ?? 0;
  }
  return sets;
}
