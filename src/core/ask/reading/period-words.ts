// The period a question is about, in English and Chinese: whole ones of the calendar, rolling ones, months by name.
import { byName } from "../../by-name.ts";
import { addDays, toDay, yearOf } from "../../calendar-days.ts";
import { parseChineseNumber } from "../../pipeline/reading/amounts/parse-number.ts";
import { monthPattern as month, monthNames } from "../../pipeline/reading/dates/month-words.ts";
import { type CalendarUnit, calendarPeriod, rolling } from "../periods.ts";
import type { Period } from "../query.ts";

type Parts = Record<string, string | undefined>;
/** Undefined where the words are no period after all. */
type PeriodRule = { pattern: RegExp; read(parts: Parts, today: string): Period | undefined };

const english: Record<string, number> = byName({
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ twelve: 12, couple: 2 },
});
const numeral = "\\d{1,3}|十[一二]|[一二两三四五六七八九十半]";

/** A number in words or figures, in either language. */
export function readCount(said: string | undefined): number | undefined {
  if (!said) return undefined;
  if (said === "半") return 0.5;
  return english[said] ?? parseChineseNumber(said);
}

const units: [words: RegExp, unit: CalendarUnit][] = [
  [/^(?:day|天|日)/, "day"],
  [/^(?:week|周|星期|礼拜)/, "week"],
  [/^(?:month|月)/, "month"],
  [/^(?:quarter|季)/, "quarter"],
  [/^(?:year|年)/, "year"],
];
const unitWord = "周|星期|礼拜|月|季度?|年";

/** The unit a word names. */
export function readUnit(said: string | undefined): CalendarUnit | undefined {
  return units.find(([words]) => words.test(said ?? ""))?.[1];
}

const shifts: Record<string, number> = byName({
  ...{ this: 0, current: 0, last: -1, previous: -1, next: 1 },
  ...{ 这: 0, 本: 0, 当: 0, 今: 0, 上: -1, 去: -1, 前: -1, 下: 1, 明: 1 },
});

const en = (pattern: string, read: PeriodRule["read"]): PeriodRule => ({
  pattern: new RegExp(
    `(?<![a-z\\d-])(?:(?:in|during|for|over|of) )?(?:the )?(?:${pattern})(?![a-z\\d-])`,
    "u",
  ),
  read,
});
const zh = (pattern: string, read: PeriodRule["read"]): PeriodRule => ({
  pattern: new RegExp(pattern, "u"),
  read,
});

/** Where several match, the longest words count; see `findPeriod`. */
const rules: readonly PeriodRule[] = [
  en("(?<which>this|current|last|previous|next) (?<unit>week|month|quarter|year)", readNamed),
  en("today", (_, today) => calendarPeriod(today, "day")),
  en("yesterday", (_, today) => calendarPeriod(today, "day", -1)),
  en(
    "(?:last|past|previous) (?<count>\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve) (?<unit>days?|weeks?|months?|quarters?|years?)",
    readRolling,
  ),
  en("month to date|mtd", (_, today) => calendarPeriod(today, "month")),
  en("quarter to date|qtd", (_, today) => calendarPeriod(today, "quarter")),
  en("(?<half>first|second) half(?: of (?<year>20\\d\\d))?", readHalf),
  en("year to date|ytd", (_, today) => ({
    from: `${yearOf(today)}-01-01`,
    to: today,
    unit: "days",
  })),
  en(
    "(?<year>20\\d\\d)[- ]?q(?<quarter>[1-4])|q(?<other>[1-4])(?:,? (?<after>20\\d\\d))?",
    readQuarter,
  ),
  en(`(?<month>${month})(?:,? (?<year>20\\d\\d))?`, readMonth),
  en("(?<year>20\\d\\d)[-/](?<number>\\d{1,2})", readMonth),
  en("(?<year>20\\d\\d)", readYear),
  en(
    "(?:since|from) (?<year>20\\d\\d)-(?<number>\\d{1,2})-(?<date>\\d{1,2})(?: on(?:wards)?)?|since (?<month>" +
      month +
      ")(?:,? (?<after>20\\d\\d))?",
    readSince,
  ),
  en(
    `(?:between|from) (?<month>${month}) (?:and|to|until|till) (?<last>${month})(?:,? (?<year>20\\d\\d))?`,
    readSpan,
  ),
  en(
    "(?:between |from )?(?<fromDay>20\\d\\d-\\d\\d-\\d\\d) (?:and|to|until|till) (?<toDay>20\\d\\d-\\d\\d-\\d\\d)",
    readDays,
  ),
  zh(`(?<which>这|本|当|上|下)(?:一)?个?(?<unit>${unitWord})(?!以来)`, readNamed),
  zh("(?<which>今|去|前|明)年(?!以来|[上下]半年|第?[一二三四1-4]季|\\d{1,2}月)", readNamed),
  zh("今[天日]", (_, today) => calendarPeriod(today, "day")),
  zh("昨[天日]", (_, today) => calendarPeriod(today, "day", -1)),
  zh(
    `(?:最近|近|过去|过往)(?:的)?(?<count>${numeral})个?(?<unit>天|日|周|星期|礼拜|月|季度?|年)`,
    readRolling,
  ),
  zh("今年以来|年初至今|年初以来", (_, today) => ({
    from: `${yearOf(today)}-01-01`,
    to: today,
    unit: "days",
  })),
  zh(
    "(?:(?<year>20\\d\\d)年?|(?<which>今|去)年)?(?:第?(?<quarter>[一二三四1-4])季度?|q(?<other>[1-4]))",
    readQuarter,
  ),
  zh("(?:(?<year>20\\d\\d)年?|(?<which>今|去)年)?(?<half>[上下])半年", readHalf),
  zh(
    `(?:(?<year>20\\d\\d)年|(?<which>今|去)年)?(?<number>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?!以来|\\d)`,
    readMonth,
  ),
  zh("(?<year>20\\d\\d)年", readYear),
  zh(
    "(?:自|从)?(?:(?<year>20\\d\\d)年|(?<which>今|去)年)?(?<number>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?(?:(?<date>\\d{1,2})[日号])?(?:以来|至今|到现在)",
    readSince,
  ),
  zh(
    "(?:从)?(?:(?<year>20\\d\\d)年)?(?<number>1[0-2]|[1-9])月(?:份)?(?:到|至|-|~)(?<last>1[0-2]|[1-9])月(?:份)?",
    readSpan,
  ),
];

export type PeriodFound = { period: Period; start: number; end: number };

/** The period a folded question names: of all that match, the longest. Undefined: none. */
export function findPeriod(words: string, today: string): PeriodFound | undefined {
  const found = rules.flatMap(({ pattern, read }) => {
    const match = pattern.exec(words);
    const period = match && read(match.groups ?? {}, today);
    return period ? [{ period, start: match.index, end: match.index + match[0].length }] : [];
  });
  return found.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

function readNamed({ which = "", unit }: Parts, today: string): Period | undefined {
  const named = unit === undefined ? "year" : readUnit(unit);
  const shift = which === "前" ? -2 : shifts[which];
  return named && shift !== undefined ? calendarPeriod(today, named, shift) : undefined;
}

function readRolling({ count, unit }: Parts, today: string): Period | undefined {
  const number = readCount(count);
  const named = readUnit(unit);
  if (!number || !named) return undefined;
  if (number === 0.5)
    return named === "year" ? rolling(today, { count: 6, unit: "month" }) : undefined;
  if (named === "quarter") return rolling(today, { count: number * 3, unit: "month" });
  return rolling(today, { count: number, unit: named === "half" ? "month" : named });
}

/** A named year, this or last one; without any, undefined. */
function yearSaid({ year, after, which }: Parts, today: string): number | undefined {
  const said = year ?? after;
  if (said) return Number(said);
  return which ? yearOf(today) + (shifts[which] ?? 0) : undefined;
}

/** Questions look back: without a year, the latest one that has begun. */
function latestBegun(
  today: string,
  begin: (year: number) => string | undefined,
): string | undefined {
  const here = begin(yearOf(today));
  return here && here <= today ? here : begin(yearOf(today) - 1);
}

function startOf(parts: Parts, today: string, begin: (year: number) => string | undefined) {
  const year = yearSaid(parts, today);
  return year === undefined ? latestBegun(today, begin) : begin(year);
}

function readQuarter(parts: Parts, today: string): Period | undefined {
  const number = readCount(parts.quarter ?? parts.other);
  if (!number) return undefined;
  const first = startOf(parts, today, (year) => toDay(year, number * 3 - 2, 1));
  return first ? calendarPeriod(first, "quarter") : undefined;
}

function readHalf(parts: Parts, today: string): Period | undefined {
  const first = startOf(parts, today, (year) =>
    toDay(year, parts.half === "上" || parts.half === "first" ? 1 : 7, 1),
  );
  return first ? calendarPeriod(first, "half") : undefined;
}

function monthNumber({ month: name, number }: Parts): number | undefined {
  if (name) return monthNames.indexOf(name.slice(0, 3)) + 1;
  return readCount(number);
}

function readMonth(parts: Parts, today: string): Period | undefined {
  const number = monthNumber(parts);
  const first = number && startOf(parts, today, (year) => toDay(year, number, 1));
  return first ? calendarPeriod(first, "month") : undefined;
}

function readYear({ year }: Parts): Period | undefined {
  return year ? calendarPeriod(`${year}-01-01`, "year") : undefined;
}

function readSince(parts: Parts, today: string): Period | undefined {
  const number = monthNumber(parts);
  const from =
    number && startOf(parts, today, (year) => toDay(year, number, Number(parts.date ?? 1)));
  return from ? { from, to: today < from ? from : today, unit: "days" } : undefined;
}

function readSpan(parts: Parts, today: string): Period | undefined {
  const first = readMonth(parts, today);
  const { last } = parts;
  const number = last && (/^\d/.test(last) ? Number(last) : monthNumber({ month: last }));
  if (!first || !number) return undefined;
  const end = toDay(yearOf(first.from), number, 1);
  if (!end || end < first.from) return undefined;
  return { from: first.from, to: calendarPeriod(end, "month").to, unit: "days" };
}

function readDays({ fromDay = "", toDay: last = "" }: Parts): Period | undefined {
  const isDay = (day: string) => addDays(day, 0) === day;
  return isDay(fromDay) && isDay(last) && fromDay <= last
    ? { from: fromDay, to: last, unit: "days" }
    : undefined;
}
