// English dates: weekdays, months, ends of periods, counts of days and weeks.
import { byName } from "../../../by-name.ts";
import {
  addDays,
  dateIn,
  monthEnd,
  nearestYear,
  nextDate,
  nextWeekday,
  quarterEnd,
  toDay,
  weekdayIn,
  yearOf,
} from "../../../calendar-days.ts";
import { festivalNames, firstWorkdayAfter } from "./festivals.ts";
import type { DateRule, Read, Saying } from "./grammar.ts";
import { monthNames, monthPattern } from "./month-words.ts";

const weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const weekday =
  "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)(?![a-z])";
const month = `${monthPattern}(?![a-z])\\.?`;
const count = "(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|ten)";
const counts: Record<string, number> = byName({
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
});
const units = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
];
/** Dates in words, the first at 1: voice notes have no figures. */
const ordinals = [
  "",
  ...units,
  ..."tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  ),
  ...units.map((name) => `twenty ${name}`),
  "thirtieth",
  "thirty first",
];
const ordinal = `(?:${ordinals.slice(1).toReversed().join("|").replaceAll(" ", "[ -]")})`;

/** Countries that write the month first. */
const monthFirst =
  /^(?:America\/|US\/|Canada\/|Pacific\/(?:Honolulu|Guam)|Asia\/(?:Manila|Shanghai|Tokyo|Seoul|Taipei))/;

const rule = (pattern: string, read: DateRule["read"]): DateRule => ({
  pattern: new RegExp(`(?<![a-z\\d/.-])(?:${pattern})(?![a-z\\d])`, "gu"),
  read,
});

/** The rules for English. */
export const englishDates: readonly DateRule[] = [
  rule(
    "(?:by )?close of (?:play|business)|today|tonight|this (?:morning|afternoon|evening|arvo)|eod|end of (?:the )?day|cob",
    (_, { today }) => today,
  ),
  rule("(?:the )?day after tomorrow", (_, { today }) => addDays(today, 2)),
  rule("(?:eod |end of day )?tomorrow(?: (?:morning|afternoon|evening|night))?", (_, { today }) =>
    addDays(today, 1),
  ),
  rule("yesterday|last night", (_, { today }) => addDays(today, -1)),
  rule("(?:the )?day before yesterday", (_, { today }) => addDays(today, -2)),
  rule(
    `(?<which>this coming|coming|this|next|last|past)? ?(?:eod |end of day |close of (?:play|business)(?: on)? )?(?<weekday>${weekday})(?<after> after next| next week| this week| week after next| of next week| of this week|,? the week after)?`,
    readWeekday,
  ),
  rule(
    `(?<which>this|next|last) week,? (?:on )?(?<weekday>${weekday})`,
    ({ which, weekday: name }, saying) =>
      readWeekday({ weekday: name, after: ` ${which} week` }, saying),
  ),
  rule(`(?<weekday>${weekday}) week(?! (?:of|after))`, ({ weekday: name }, { today }) =>
    addDays(nextWeekday(today, weekdayNumber(name)), 7),
  ),
  rule(`(?:a week|one week) (?:from|on) (?<weekday>${weekday})`, ({ weekday: name }, { today }) =>
    addDays(nextWeekday(today, weekdayNumber(name)), 7),
  ),
  rule(`(?<from>${weekday})(?: ?(?:-|\\/|or|to|and) ?| through )(?<to>${weekday})`, () => "vague"),
  rule(`(?:between )(?<from>${weekday}).{1,5}(?<to>${weekday})`, () => "vague"),
  rule(
    `(?:moved|pushed|rescheduled|changed|shifted|switched|bumped|postponed) (?:it )?(?:from )?(?:${weekday}) to (?<which>next )?(?<weekday>${weekday})`,
    ({ which, weekday: name }, saying) =>
      readWeekday({ which: which?.trim(), weekday: name }, saying),
  ),
  rule(
    `(?<=(?:moved|moves|pushed|rescheduled|changed|shifted|switched|bumped|postponed|brought forward) [^,.;]{1,40})from (?:${weekday}) to (?<which>next )?(?<weekday>${weekday})`,
    ({ which, weekday: name }, saying) =>
      readWeekday({ which: which?.trim(), weekday: name }, saying),
  ),
  rule(
    "(?:end of (?:the |this )?|this )?(?:week end|week's end)|eow|end of (?:the|this) week",
    (_, { today }) => weekdayIn(today, { weekday: 5, weeks: 0 }),
  ),
  rule("(?:the )?end of next week|next week'?s end|eow next week", (_, { today }) =>
    weekdayIn(today, { weekday: 5, weeks: 1 }),
  ),
  rule(
    "eom|(?:the )?(?:end of (?:the |this )?month|month[- ]?end|end of month|last day of (?:the|this) month)",
    (_, { today }) => monthEnd(today, 0),
  ),
  rule("(?:the )?end of next month|next month[- ]?end", (_, { today }) => monthEnd(today, 1)),
  rule(
    "eoq|(?:the )?(?:end of (?:the |this )?quarter|quarter[- ]?end|end of quarter|last day of (?:the|this) quarter)",
    (_, { today }) => quarterEnd(today, 0),
  ),
  rule("(?:the )?end of next quarter|next quarter[- ]?end", (_, { today }) => quarterEnd(today, 1)),
  rule(
    "(?:the )?end of q(?<quarter>[1-4])|q(?<other>[1-4])[- ]end|eoq ?(?<third>[1-4])",
    readQuarter,
  ),
  rule("eoy|(?:the )?(?:end of (?:the |this )?year|year[- ]?end|end of year)", (_, { today }) =>
    toDay(yearOf(today), 12, 31),
  ),
  rule(
    `(?:the )?end of (?<month>${month})|(?<other>${month})[- ]end|last day of (?<third>${month})`,
    readMonthEnd,
  ),
  rule(
    `(?<month>${month}) ?(?:the )?(?<date>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>20\\d\\d))?`,
    readNamed,
  ),
  rule(
    `(?:the )?(?<date>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${month})(?:,? (?<year>20\\d\\d))?`,
    readNamed,
  ),
  rule(`(?:the )?(?<word>${ordinal})(?: of)? (?<month>${month})`, readNamed),
  rule(`(?<month>${month}) (?:the )?(?<word>${ordinal})`, readNamed),
  rule(`(?<=on |by |for |until |before )the (?<word>${ordinal})`, readDate),
  rule("(?<date>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>20\\d\\d)?", readDotted),
  rule(`${month} ?\\d{1,2} ?(?:-|–|to|or|and|\\/) ?\\d{1,2}(?:st|nd|rd|th)?`, () => "vague"),
  rule(
    "the (?<date>\\d{1,2})(?:st|nd|rd|th)(?<next> of next month)?(?: of (?:this|the) month)?",
    readDate,
  ),
  rule("(?<=(?:on|by|until|till|before|due|for) )(?<date>\\d{1,2})(?:st|nd|rd|th)", readDate),
  rule(
    "(?<year>20\\d\\d)[-/.](?<month>\\d{1,2})[-/.](?<date>\\d{1,2})",
    ({ year, month: m, date }) => toDay(Number(year), Number(m), Number(date)),
  ),
  rule("(?<first>\\d{1,2})[/](?<second>\\d{1,2})(?:[/](?<year>(?:20)?\\d\\d))?", readSlashed),
  rule(
    `in (?<count>${count}) (?<unit>days?|weeks?)(?:'? time)?|(?<other>${count}) (?<otherUnit>days?|weeks?) (?:from (?:now|today)|later|out)`,
    readCount,
  ),
  rule(
    `in (?<count>${count}) (?:business|working) days?|(?<other>${count}) (?:business|working) days? from (?:now|today)`,
    readWorkdays,
  ),
  rule(
    `(?:after|following|right after|post|back from|once we're back from) (?<festival>${festivalNames})(?: (?:holidays?|break|week))?`,
    ({ festival = "" }, saying) => firstWorkdayAfter(festival, saying),
  ),
  rule(
    `(?:(?:the )?week of|w\\/c|week commencing|week beginning|around|circa|sometime|some ?time|before or after|(?<!week )after|since|not before|mid|mid-|early|late|either|any day (?:from|after)|the week after|first half of|second half of) (?:the )?(?:${weekday}|next week|${month}(?: \\d{1,2}(?:st|nd|rd|th)?)?|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}/\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? ${month})`,
    () => "vague",
  ),
  rule(
    "(?:early|late|mid|middle of|sometime|later)?[- ]?(?:next|this|the following|the coming) (?:week|month|quarter|year|few (?:days|weeks)|couple of (?:days|weeks))|(?:the )?week after next|in (?:a )?(?:few|couple(?: of)?|several|some) (?:days|weeks|months)|mid-?(?:month|week|next week)|(?:in )?(?:a month|two months|three months|\\d months)|in q[1-4]|q[1-4]|asap|later(?: on)?|soon|the weekend|next summer|in (?:the )?(?:spring|summer|fall|autumn|winter)|(?:early|mid|late)[- ]?next week|after (?:the )?holidays|within .{1,12}(?:days?|weeks?|months?)",
    () => "vague",
  ),
  rule(`in ${month}|(?:early|mid|late|sometime in|middle of)[- ]?${month}`, () => "vague"),
];

function weekdayNumber(name = ""): number {
  return weekdayNames.indexOf(name.slice(0, 3)) + 1;
}

function monthNumber(name = ""): number {
  return monthNames.indexOf(name.slice(0, 3)) + 1;
}

function readWeekday(
  { which, weekday: name, after = "" }: Record<string, string | undefined>,
  { today }: Saying,
): Read {
  const day = weekdayNumber(name);
  const inWeeks = (weeks: number) => weekdayIn(today, { weekday: day, weeks });
  if (/after next|week after/.test(after)) return inWeeks(2);
  if (/next week/.test(after) || which === "next") return inWeeks(1);
  if (/last week/.test(after) || which === "last" || which === "past") return inWeeks(-1);
  if (/this week/.test(after) || which === "this") return inWeeks(0);
  return nextWeekday(today, day);
}

function readQuarter(
  { quarter, other, third }: Record<string, string | undefined>,
  { today }: Saying,
): Read {
  const end = (year: number) => quarterEnd(`${year}-01-01`, Number(quarter ?? other ?? third) - 1);
  const here = end(yearOf(today));
  return here >= today ? here : end(yearOf(today) + 1);
}

function readMonthEnd(
  { month: one, other, third }: Record<string, string | undefined>,
  { today }: Saying,
): Read {
  const number = monthNumber(one ?? other ?? third);
  const end = (year: number) => monthEnd(`${year}-01-01`, number - 1);
  const here = end(yearOf(today));
  return here >= today ? here : end(yearOf(today) + 1);
}

function readNamed(
  { month: name, date, word, year }: Record<string, string | undefined>,
  { today }: Saying,
): Read {
  const number = Number(date ?? ordinalNumber(word));
  if (year) return toDay(Number(year), monthNumber(name), number);
  return nearestYear(today, monthNumber(name), number);
}

function ordinalNumber(word = ""): number {
  return ordinals.indexOf(word.replace("-", " "));
}

function readDate(
  { date, word, next }: Record<string, string | undefined>,
  { today }: Saying,
): Read {
  const number = Number(date ?? ordinalNumber(word));
  return next ? dateIn(today, number, 1) : nextDate(today, number);
}

/** 17.3. and 17.03.2026, as the continent of Europe writes the day. */
function readDotted(
  { date, month: number, year }: Record<string, string | undefined>,
  { today }: Saying,
): Read {
  if (year) return toDay(Number(year), Number(number), Number(date));
  return Number(number) <= 12 ? nearestYear(today, Number(number), Number(date)) : undefined;
}

/** 3/12 is 12 March in the Americas and 3 December elsewhere; where only one reading exists, it is that. */
function readSlashed(
  { first, second, year }: Record<string, string | undefined>,
  { today, timeZone }: Saying,
): Read {
  const [a, b] = [Number(first), Number(second)];
  const isMonthFirst = b > 12 || (a <= 12 && monthFirst.test(timeZone));
  const [month, date] = isMonthFirst ? [a, b] : [b, a];
  if (!year) return nearestYear(today, month, date);
  return toDay(Number(year) + (year.length === 2 ? 2000 : 0), month, date);
}

function readCount(
  { count: one, unit, other, otherUnit }: Record<string, string | undefined>,
  { today }: Saying,
): Read {
  const words = one ?? other ?? "";
  const number = counts[words] ?? Number(words);
  return addDays(today, number * (/week/.test(unit ?? otherUnit ?? "") ? 7 : 1));
}

function readWorkdays(
  { count: one, other }: Record<string, string | undefined>,
  { today, timeZone, workdays }: Saying,
): Read {
  const words = one ?? other ?? "";
  let day = today;
  for (let left = counts[words] ?? Number(words); left > 0; ) {
    day = addDays(day, 1);
    if (workdays.isWorkday(day, timeZone)) left -= 1;
  }
  return day;
}
