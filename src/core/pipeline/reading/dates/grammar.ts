// What a date in words needs to know, and what a rule of the date grammar is.
import type { Workdays } from "../../../people/working-time.ts";

/** Where and when the words were said. */
export type Saying = { today: string; timeZone: string; workdays: Workdays };

/** A day; `vague` for a period or a range that names none; undefined where the words are no date after all. */
export type Read = string | "vague" | undefined;

/** Words of a date and how they read. Of overlapping rules the longest words win, then the earlier rule. */
export type DateRule = {
  pattern: RegExp;
  read(parts: Record<string, string | undefined>, saying: Saying): Read;
};
