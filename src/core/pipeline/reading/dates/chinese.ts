// Chinese dates: 下周三, 15号, 月底, 三天后, 国庆后.

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
import { parseChineseNumber } from "../amounts/parse-number.ts";
import { festivalNames, firstWorkdayAfter } from "./festivals.ts";
import type { DateRule, Read, Saying } from "./grammar.ts";

type Parts = Record<string, string | undefined>;

const number = "(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})";
const week = "(?:周|星期|礼拜)";
const weekdays: Record<string, number> = byName({
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
  "5": 5,
  "6": 6,
  "7": 7,
});
const dayOfWeek = `${week}[一二三四五六日天1-6](?![万亿千百个家天台套月年期])`;
const about = "(?:前后|左右|上下|之后|以后|后(?=$|[^天续])|起|开始|附近)";

const rule = (pattern: string, read: DateRule["read"]): DateRule => ({
  pattern: new RegExp(pattern, "gu"),
  read,
});

/** The rules for Chinese. */
export const chineseDates: readonly DateRule[] = [
  rule(
    "今天|今日|今晚|今早|今儿|当天|下班前|下午(?!茶)|今天(?:上午|下午|晚上|之内|内)",
    (_, { today }) => today,
  ),
  rule("明天|明日|明早|明晚|明儿|明(?:天)?(?:上午|下午|晚上)", (_, { today }) => addDays(today, 1)),
  rule("(?<!大)后天|后日|后儿", (_, { today }) => addDays(today, 2)),
  rule("大后天", (_, { today }) => addDays(today, 3)),
  rule("(?<!大)昨(?:天|日|晚|儿)|昨天(?:上午|下午|晚上)", (_, { today }) => addDays(today, -1)),
  rule("(?<!大)前天|前日", (_, { today }) => addDays(today, -2)),
  rule(
    `(?<which>下下个?|下个?|本|这个?|上个?)?${week}(?<weekday>[一二三四五六日天1-6])(?![万亿千百个家台套年期])`,
    readWeekday,
  ),
  rule(
    `(?:下下个?|下个?|本|这个?)?${week}[一二三四五六日天](?:[、,/-]|或者?|到|至|还是|和)?(?:(?:下|本|这)?${week})?[一二三四五六日天](?![万亿千百个家台套早起大定下会次点])`,
    () => "vague",
  ),
  rule(`(?:下下个?|下个?|本|这个?)?${dayOfWeek}${about}`, () => "vague"),
  rule(`(?:本|这个?)${week}(?:底|末之前|内结束)`, (_, { today }) =>
    weekdayIn(today, { weekday: 5, weeks: 0 }),
  ),
  rule(`下个?${week}底`, (_, { today }) => weekdayIn(today, { weekday: 5, weeks: 1 })),
  rule("(?:本|这个|这|当)?月(?:底|末)(?:之?前)?", (_, { today }) => monthEnd(today, 0)),
  rule("下个?月(?:底|末)(?:之?前)?", (_, { today }) => monthEnd(today, 1)),
  rule(`(?<month>${number})月(?:份)?(?:底|末)(?:之?前)?`, readMonthEnd),
  rule("(?:本|这个?|这)?季(?:度)?(?:底|末)", (_, { today }) => quarterEnd(today, 0)),
  rule("下个?季(?:度)?(?:底|末)", (_, { today }) => quarterEnd(today, 1)),
  rule("(?:第?(?<quarter>[一二三四1-4])季度?|q(?<other>[1-4]))(?:底|末|结束前)", readQuarter),
  rule("(?:今年)?年(?:底|末)(?:之?前)?", (_, { today }) => toDay(yearOf(today), 12, 31)),
  rule("明年(?:年)?底", (_, { today }) => toDay(yearOf(today) + 1, 12, 31)),
  rule(
    `(?:(?<year>20\\d\\d)年)?(?<month>${number})月(?:份)?(?<date>${number})(?:号|日|(?!\\d|[万亿千百个家台套天周月]))`,
    readNamed,
  ),
  rule(
    "(?<![\\d.])(?<month>\\d{1,2})\\.(?<date>\\d{1,2})(?=\\s?(?:上午|下午|早上|晚上|前|演示|demo|开会|见|拜访|打?电话|签|考察|去|交|发|上门|讲标|现场|来|约))",
    readNamed,
  ),
  rule(
    `(?<which>下个?|本|这个?|上个?)?月?(?<![\\d.月一二三四五六七八九十])(?<date>${number})(?:号|日)(?!楼|线)`,
    readDate,
  ),
  rule(`(?<which>下个?|本|这个?)月(?<date>${number})(?:号|日)`, readDate),
  rule(
    `(?:(?:${number}月)?${number}(?:号|日)?(?:到|至|-|~|或者?|、)(?:${number}月)?${number}(?:号|日))|(?:(?:${number}月)?${number}(?:号|日)${about})`,
    () => "vague",
  ),
  rule(
    `(?<count>${number})个?(?<unit>天|周|星期|礼拜)(?:之后|以后|后)|(?:过|隔)(?<other>${number})个?(?<otherUnit>天|周|星期|礼拜)`,
    readCount,
  ),
  rule(`(?<count>${number})个?工作日(?:之?后|以后)`, readWorkdays),
  rule(
    `(?:等|过了?|过完)?(?<festival>${festivalNames})(?:节|长假|放假|假期|假)?(?:过后|之后|以后|后|回来|完了?|结束后?|上班)(?:的?(?:第一个?工作日|第一天|上班))?`,
    ({ festival = "" }, saying) => firstWorkdayAfter(festival, saying),
  ),
  rule(
    "过完(?<festival>年|国庆|五一|中秋|元旦|端午|春节|十一)(?:节|假期)?(?:后|之后)?",
    ({ festival = "" }, saying) => firstWorkdayAfter(festival === "年" ? "春节" : festival, saying),
  ),
  rule(
    `(?:${festivalNames})(?:节)?(?:过?后|之后|以后)(?:第?[一二两]?个?(?:周|星期|礼拜|月|几天|那周|左右))`,
    () => "vague",
  ),
  rule(
    "(?:下下个?|下个?|本|这个?|上个?)?(?:周|星期|礼拜)(?![一二三四五六日天1-6末底围])(?:内|初|中|里|之内|前半段|后半段)?|(?:下|本|这)?个?周末|(?:下个?|本|这个?|上个?)?月(?:初|中(?!国|心)|上旬|中旬|下旬|内)|(?:上|中|下)旬|下个?月(?![底末]|\\d)|(?:明|后|今)年(?!底)(?:初|上半年|下半年|年初)?|过几天|过(?:一|两)?阵子?|近期|尽快|回头|改天|年初|年后|年前|节后|节前|(?:下个?|本|这个?)季度(?![底末])|[一二三四1-4]季度(?![底末])|(?<!\\d)\\d{1,2}月(?:份)?(?:初|中|上旬|中旬|下旬)?(?!\\d)|[一二三四五六七八九十]{1,2}月(?:份)?(?:初|中|上旬|中旬|下旬)?(?![一二三四五六七八九十\\d])|(?:上|下)半年|(?:几|两三|三四|三五|一两)(?:天|周)(?:后|内)|[一两二三\\d]个月(?:后|内)|(?:[\\d一二两三四五六七十]+)(?:天|周|个工作日)(?:内|之内|左右)",
    () => "vague",
  ),
];

function toNumber(text = ""): number {
  return /^\d+$/.test(text) ? Number(text) : (parseChineseNumber(text) ?? 0);
}

const weeksAhead: readonly (readonly [RegExp, number])[] = [
  [/^下下/, 2],
  [/^下/, 1],
  [/^上/, -1],
];

function readWeekday({ which, weekday = "" }: Parts, { today }: Saying): Read {
  const day = weekdays[weekday] ?? 0;
  if (!which) return nextWeekday(today, day);
  const weeks = weeksAhead.find(([words]) => words.test(which))?.[1] ?? 0;
  return weekdayIn(today, { weekday: day, weeks });
}

function readMonthEnd({ month }: Parts, { today }: Saying): Read {
  const number = toNumber(month);
  if (number < 1 || number > 12) return undefined;
  const end = (year: number) => monthEnd(`${year}-01-01`, number - 1);
  const here = end(yearOf(today));
  return here >= today ? here : end(yearOf(today) + 1);
}

function readQuarter({ quarter, other }: Parts, { today }: Saying): Read {
  const end = (year: number) => quarterEnd(`${year}-01-01`, toNumber(quarter ?? other) - 1);
  const here = end(yearOf(today));
  return here >= today ? here : end(yearOf(today) + 1);
}

function readNamed({ year, month, date }: Parts, { today }: Saying): Read {
  if (year) return toDay(Number(year), toNumber(month), toNumber(date));
  return nearestYear(today, toNumber(month), toNumber(date));
}

function readDate({ which, date }: Parts, { today }: Saying): Read {
  if (which?.startsWith("下")) return dateIn(today, toNumber(date), 1);
  if (which?.startsWith("上")) return dateIn(today, toNumber(date), -1);
  if (which) return dateIn(today, toNumber(date), 0);
  return nextDate(today, toNumber(date));
}

function readCount({ count, unit, other, otherUnit }: Parts, { today }: Saying): Read {
  return addDays(today, toNumber(count ?? other) * ((unit ?? otherUnit) === "天" ? 1 : 7));
}

function readWorkdays({ count }: Parts, { today, timeZone, workdays }: Saying): Read {
  let day = today;
  for (let left = toNumber(count); left > 0; ) {
    day = addDays(day, 1);
    if (workdays.isWorkday(day, timeZone)) left -= 1;
  }
  return day;
}
