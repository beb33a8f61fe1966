// Days as people say them, in English and Chinese: "Friday", "next Monday", "1 December", "下周三", "12月1日", "3 天".

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

/** A day so many days later (or earlier) on the calendar. */
export function addDays(day: string, days: number): string {
  return toDay(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
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
  return year ? toValid(Number(year), Number(month), Number(day)) : undefined;
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

const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const chineseWeekdays = "一二三四五六日";

/** A bare weekday is the next to come; "next Wednesday" and 下周三 are of the next calendar week (DECISIONS.md). */
function readWeekday(said: string, today: string): string | undefined {
  const english = /^(?:(?<week>next|this|last) )?(?<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*$/.exec(
    said,
  );
  const chinese = /^(?<week>上个?|下个?|这个?|本)?(?:周|星期|礼拜)(?<day>[一二三四五六日天])$/.exec(
    said,
  );
  const { week = "", day = "" } = english?.groups ?? chinese?.groups ?? {};
  if (!day) return undefined;
  const index = english ? weekdays.indexOf(day) : chineseWeekdays.indexOf(day.replace("天", "日"));
  const monday = addDays(today, -weekdayOf(today));
  if (/next|下/.test(week)) return addDays(monday, 7 + index);
  if (/last|上/.test(week)) return addDays(monday, index - 7);
  if (week) return addDays(monday, index);
  const ahead = (index - weekdayOf(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

/** The end of a week is its Friday, of a month its last day (DECISIONS.md). */
function readEnd(said: string, today: string): string | undefined {
  const friday = addDays(today, 4 - weekdayOf(today));
  if (/^(?:the )?(?:end of )?(?:the |this )?week$|^(?:本周|这周)末?$|^周末$/.test(said))
    return friday;
  if (/^(?:the )?(?:end of )?next week$|^下周末?$/.test(said)) return addDays(friday, 7);
  if (!/^(?:the )?end of (?:the |this )?month$|^月底$|^本月底$/.test(said)) return undefined;
  const [year = 0, month = 0] = today.split("-").map(Number);
  return toDay(Date.UTC(year, month, 0));
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Without a year it is the one nearest to today. */
function readMonthDay(said: string, today: string): string | undefined {
  const named = months.join("|");
  const match =
    new RegExp(
      `^(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<name>${named})[a-z]*\\.?(?: (?<year>\\d{4}))?$`,
    ).exec(said) ??
    new RegExp(
      `^(?<name>${named})[a-z]*\\.? (?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,? (?<year>\\d{4}))?$`,
    ).exec(said) ??
    /^(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?$/.exec(said);
  const { day, name, month, year } = match?.groups ?? {};
  if (!day) return undefined;
  const number = name ? months.indexOf(name) + 1 : Number(month);
  if (year) return toValid(Number(year), number, Number(day));
  const now = Date.parse(`${today}T00:00:00Z`);
  const thisYear = Number(today.slice(0, 4));
  const distance = (one: string) => Math.abs(Date.parse(`${one}T00:00:00Z`) - now);
  return [thisYear - 1, thisYear, thisYear + 1]
    .flatMap((each) => toValid(each, number, Number(day)) ?? [])
    .sort((a, b) => distance(a) - distance(b))[0];
}

/** Monday is 0. */
function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

function toDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** 31 February is no day. */
function toValid(year: number, month: number, day: number): string | undefined {
  const at = Date.UTC(year, month - 1, day);
  const isReal = month >= 1 && month <= 12 && new Date(at).getUTCDate() === day;
  return isReal ? toDay(at) : undefined;
}
