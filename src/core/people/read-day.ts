// Days as people say them, in English and Chinese: "Friday", "next Monday", "1 December", "下周三", "12月1日", "3 天".
import {
  addDays,
  daysBetween,
  monthEnd,
  nextWeekday,
  toDay,
  weekdayIn,
  yearOf,
} from "../calendar-days.ts";
import { monthNames, monthPattern } from "../pipeline/reading/dates/month-words.ts";
import { chineseWeekday, englishWeekday, weekdayNamed } from "./weekday-words.ts";

/** A day as YYYY-MM-DD from what was said on `today`; undefined where it names none. */
export function readDay(words: string, today: string): string | undefined {
  const said = words.normalize("NFKC").trim().toLowerCase().replace(/\s+/g, " ");
  return (
    readIso(said) ??
    readNamed(said, today) ??
    readWeekday(said, today) ??
    readEnd(said, today) ??
    readMonthDay(said, today)
  );
}

/** How many days a span lasts: "3 days", "two weeks", "一周", "3天". */
export function readSpan(words: string): number | undefined {
  const said = words.normalize("NFKC").trim().toLowerCase();
  const match =
    /^(?<count>\d{1,3}|[a-z]+|[一二两三四五六七八九十])\s*(?:个)?\s*(?<unit>days?|weeks?|天|日|周|星期|礼拜)$/.exec(
      said,
    );
  const { count = "", unit = "" } = match?.groups ?? {};
  const number = /^\d+$/.test(count) ? Number(count) : numbers.get(count);
  if (!number) return undefined;
  return number * (/week|周|星期|礼拜/.test(unit) ? 7 : 1);
}

const numbers = new Map(
  Object.entries({
    ...{ a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, ten: 10 },
    ...{ 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 },
  }),
);

function readIso(said: string): string | undefined {
  const [, year = "", month = "", day = ""] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(said) ?? [];
  return year ? toDay(Number(year), Number(month), Number(day)) : undefined;
}

/** A map, since words can be the names that every object has. */
const named = new Map(
  Object.entries({
    ...{ yesterday: -1, today: 0, tonight: 0, tomorrow: 1, "the day after tomorrow": 2 },
    ...{ 昨天: -1, 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3 },
  }),
);

function readNamed(said: string, today: string): string | undefined {
  const days = named.get(said);
  return days === undefined ? undefined : addDays(today, days);
}

const englishDay = new RegExp(`^(?:(?<week>next|this|last) )?(?<day>${englishWeekday})$`);
const chineseDay = new RegExp(`^(?<week>上个?|下个?|这个?|本)?(?<day>${chineseWeekday})$`);

/** A bare weekday is the next to come; "next Wednesday" and 下周三 are of the next calendar week. */
function readWeekday(said: string, today: string): string | undefined {
  const { week = "", day = "" } = (englishDay.exec(said) ?? chineseDay.exec(said))?.groups ?? {};
  const weekday = weekdayNamed(day);
  if (weekday === undefined) return undefined;
  if (/next|下/.test(week)) return weekdayIn(today, { weekday, weeks: 1 });
  if (/last|上/.test(week)) return weekdayIn(today, { weekday, weeks: -1 });
  return week ? weekdayIn(today, { weekday, weeks: 0 }) : nextWeekday(today, weekday);
}

/** The end of a week is its Friday, of a month its last day. */
function readEnd(said: string, today: string): string | undefined {
  const friday = weekdayIn(today, { weekday: 5, weeks: 0 });
  if (/^(?:the )?(?:end of )?(?:the |this )?week$|^(?:本周|这周)末?$|^周末$/.test(said))
    return friday;
  if (/^(?:the )?(?:end of )?next week$|^下周末?$/.test(said)) return addDays(friday, 7);
  const isMonth = /^(?:the )?end of (?:the |this )?month$|^月底$|^本月底$/.test(said);
  return isMonth ? monthEnd(today, 0) : undefined;
}

const monthDays = [
  `(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<name>${monthPattern})\\.?(?: (?<year>\\d{4}))?`,
  `(?<name>${monthPattern})\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?`,
  "(?:(?<year>\\d{4})年)?(?<month>\\d{1,2})月(?<day>\\d{1,2})[日号]?",
].map((pattern) => new RegExp(`^${pattern}$`));

/** Without a year it is the one nearest to today. */
function readMonthDay(said: string, today: string): string | undefined {
  const found = monthDays.map((pattern) => pattern.exec(said)).find((match) => match !== null);
  const { day, name, month, year } = found?.groups ?? {};
  if (!day) return undefined;
  const number = name ? monthNames.indexOf(name.slice(0, 3)) + 1 : Number(month);
  if (year) return toDay(Number(year), number, Number(day));
  const thisYear = yearOf(today);
  const distance = (one: string) => Math.abs(daysBetween(today, one));
  return [thisYear - 1, thisYear, thisYear + 1]
    .flatMap((each) => toDay(each, number, Number(day)) ?? [])
    .sort((a, b) => distance(a) - distance(b))[0];
}
