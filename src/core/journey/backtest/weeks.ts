// Matches by week, and how many a week a team can act on.
import { dailyBudget } from "../../attention/budget.ts";
import { weekMs } from "../../durations.ts";

const weeksShown = 12;
/** Weeks of which the fullest decides. */
const weeksJudged = 4;
const workdays = 5;
/** A rule shares the day's messages with everything else: more than a fifth of them is not its own. */
const shareOfBudget = 0.2;

/** Counts of the last twelve weeks, oldest first; the last one ends at `now`. */
export function lastWeeks(moments: readonly number[], now: number): number[] {
  const weeks = Array.from({ length: weeksShown }, () => 0);
  for (const at of moments) {
    const ago = Math.floor((now - at) / weekMs);
    const place = weeksShown - 1 - ago;
    if (ago >= 0 && place >= 0) weeks[place] = (weeks[place] ?? 0) + 1;
  }
  return weeks;
}

/** The most matches a week that may be switched on: one message per rep and working day. */
export function mostPerWeek(reps: number): number {
  return Math.round(Math.max(1, reps) * workdays * dailyBudget.rep * shareOfBudget);
}

/** Whether one of the last weeks had more. */
export function isTooMany(weeks: readonly number[], most: number): boolean {
  return fullestWeek(weeks) > most;
}

/** The most matches in one of the last four weeks. */
export function fullestWeek(weeks: readonly number[]): number {
  return Math.max(0, ...weeks.slice(-weeksJudged));
}
