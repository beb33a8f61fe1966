// Festivals that people count from: "国庆后" is the first working day after the holiday.

import { addDays, toDay, weekdayIn, weekdayOf, yearOf } from "../../../calendar-days.ts";
import type { Workdays } from "../../../people/working-time.ts";

/** A festival by its names, and the day it falls on in a year. */
type Festival = { names: string; dayIn(year: number): string };

const fixed = (month: number, date: number) => (year: number) =>
  toDay(year, month, date) ?? `${year}-01-01`;

/** Public holidays that reps plan around, in China and in English-speaking countries. */
const festivals: readonly Festival[] = [
  {
    names: "国庆节?|十一(?!月|号|日|点|万|个|台|家)(?:长假|假期)?|national day|golden week",
    dayIn: fixed(10, 1),
  },
  { names: "元旦节?|new year'?s?(?: day)?(?<!chinese new year)", dayIn: fixed(1, 1) },
  { names: "五一(?:节|劳动节|长假|假期)?|劳动节|may day", dayIn: fixed(5, 1) },
  {
    names: "春节|过年|过完年|大年|chinese new year|cny|lunar new year|spring festival",
    dayIn: lunar(1, 1),
  },
  { names: "端午节?|dragon boat(?: festival)?", dayIn: lunar(5, 5) },
  { names: "中秋节?|mid-?autumn(?: festival)?", dayIn: lunar(8, 15) },
  { names: "清明节?|qingming", dayIn: qingming },
  { names: "圣诞节?|christmas|xmas", dayIn: fixed(12, 25) },
  { names: "thanksgiving|感恩节", dayIn: (year) => nth(year, { month: 11, weekday: 4, count: 4 }) },
  { names: "labor day|labour day", dayIn: (year) => nth(year, { month: 9, weekday: 1, count: 1 }) },
  { names: "easter", dayIn: easterMonday },
  { names: "(?:the )?(?:4th|fourth) of july|independence day", dayIn: fixed(7, 4) },
  { names: "boxing day", dayIn: fixed(12, 26) },
  {
    names: "memorial day",
    dayIn: (year) => addDays(nth(year, { month: 6, weekday: 1, count: 1 }), -7),
  },
];

/** All names, as alternatives. */
export const festivalNames = festivals.map(({ names }) => names).join("|");

type Place = { today: string; timeZone: string; workdays: Workdays };

/** The first working day after the next holiday of this name; undefined for a name that is none. */
export function firstWorkdayAfter(
  name: string,
  { today, timeZone, workdays }: Place,
): string | undefined {
  const festival = festivals.find(({ names }) => new RegExp(`^(?:${names})$`, "u").test(name));
  if (!festival) return undefined;
  for (const year of [yearOf(today), yearOf(today) + 1]) {
    let day = addDays(festival.dayIn(year), 1);
    // Two weeks are longer than any holiday.
    for (let count = 0; count < 14 && !workdays.isWorkday(day, timeZone); count += 1)
      day = addDays(day, 1);
    if (day > today) return day;
  }
  return undefined;
}

const lunarClock = new Intl.DateTimeFormat("en-u-ca-chinese", {
  timeZone: "UTC",
  month: "numeric",
  day: "numeric",
});

/** A day of the Chinese calendar, by ICU's. */
function lunar(month: number, date: number): (year: number) => string {
  return (year) => {
    // Lunar months start 20 to 50 days after solar ones.
    let day = addDays(fixed(month, 1)(year), 15);
    for (let count = 0; count < 75; count += 1, day = addDays(day, 1)) {
      const parts = lunarClock.formatToParts(new Date(`${day}T12:00:00Z`));
      const part = (name: string) => parts.find(({ type }) => type === name)?.value;
      if (part("month") === String(month) && part("day") === String(date)) return day;
    }
    return day;
  };
}

/** The solar term of the 21st century: floor(Y × 0.2422 + 4.81) − floor(Y / 4), Y the year's last two digits. */
function qingming(year: number): string {
  const short = year % 100;
  return fixed(4, Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4))(year);
}

/** The so many-th weekday of a month. */
function nth(
  year: number,
  { month, weekday, count }: { month: number; weekday: number; count: number },
): string {
  const first = fixed(month, 1)(year);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1));
}

/** The Monday after Easter (Meeus/Jones/Butcher, Gregorian). */
function easterMonday(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const leap = b - Math.floor(b / 4) - Math.floor((8 * b + 13) / 25);
  const h = (19 * a + leap + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const sunday = fixed(Math.floor(sum / 31), (sum % 31) + 1)(year);
  return weekdayIn(sunday, { weekday: 1, weeks: 1 });
}
