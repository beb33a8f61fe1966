// Every sum of money in a text: figure, currency, and whether it is exact.
import { byName } from "../../../by-name.ts";
import { correction } from "../lexicon/doubt.ts";
import { englishInexact } from "../lexicon/en.ts";
import { chineseInexactAfter, chineseInexactBefore } from "../lexicon/zh.ts";
import type { Span } from "../understood.ts";
import { currencyOf, currencyOfBareHan, moneyAfter, moneyBefore } from "./currencies.ts";
import { englishNumberWords, parseChineseNumber, parseEnglishNumber } from "./parse-number.ts";

/** A sum as written; major units. */
export type Amount = Span & {
  value: number;
  currency: string | undefined;
  isExact: boolean;
  /** A unit or a currency marks it as money; a bare figure needs its clause to say so. */
  isMarked: boolean;
  /** What its unit counts: 1000 in "60k". */
  scale: number;
};

const units: Record<string, number> = byName({
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mm: 1e6,
  mn: 1e6,
  mil: 1e6,
  million: 1e6,
  b: 1e9,
  lakh: 1e5,
  lakhs: 1e5,
  lac: 1e5,
  crore: 1e7,
  crores: 1e7,
  cr: 1e7,
  bn: 1e9,
  billion: 1e9,
  w: 1e4,
  万: 1e4,
  千万: 1e7,
  百万: 1e6,
  亿: 1e8,
  万亿: 1e12,
  千: 1e3,
  百: 100,
});
const unitNames =
  "(?:k|thousand|grand|mm|mn|mil|million|m|bn|billion|b|lakhs?|lac|crores?|cr|w)(?![a-z])|百万|千万|万亿|万|亿|千|百";
const han = "[零〇一二两三四五六七八九十百千万亿]";
const spelled = `(?:(?:half )?an? |half )?(?:${englishNumberWords})(?:[ -](?:and |point |a )?(?:${englishNumberWords}))*`;

const figure = new RegExp(
  `(?<before>${moneyBefore})?\\s{0,2}(?<![\\d.])(?<![a-z_](?<!${moneyBefore}))(?<![a-z]-)` +
    `(?:(?<mixed>\\d+(?:\\.\\d+)?亿\\d+[百千]?万|\\d+万[1-9]\\d{0,3}(?!\\d))|(?<dotted>\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?(?![\\d.]|\\s?(?:${unitNames})))|(?<spaced>\\d{1,3}(?:[ \u202f]\\d{3})+(?=\\s?(?:${moneyAfter})))|(?<digits>\\d{1,3}(?:[,']\\d{3})+(?:\\.\\d+)?|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)|\\d+(?:\\.\\d+)?))` +
    `\\s?(?:个(?=[w万]))?(?<unit>${unitNames})?\\s?(?<after>${moneyAfter})?`,
  "gu",
);
const inHan = new RegExp(
  `(?<before>${moneyBefore})?(?<number>${han}{2,}|[一二两三四五六七八九][万亿])(?<after>${moneyAfter})?`,
  "gu",
);
const inWords = new RegExp(
  `(?<![a-z])(?<before>${moneyBefore})?\\s?(?!(?:thousand|grand|million|mil|billion|k)(?![a-z]))(?<number>${spelled})(?![a-z])\\s?(?<after>${moneyAfter})?`,
  "gu",
);

const spelledUnit = /[万亿]|thousand|grand|million|mil|billion|(?<![a-z])k/gu;

/** What follows counts things, days or shares, not money. */
const counted =
  /^\s?(?:%|percent|pct|seats?|users?|units?|licen[cs]es?|people|days?|weeks?|months?|years?|hours?|hrs?|mins?|minutes?|am(?![a-z])|pm(?![a-z])|x(?![a-z])|times|st(?![a-z])|nd(?![a-z])|rd(?![a-z])|th(?![a-z])|sites?|branches|employees|locations|reps|sets|台|套|个(?!亿)|人(?!民币)|床|家|条|次|份|倍|店|位|轮|公里|吨|平米|件|辆)/;
/** After a bare figure, what makes it a date, a rank or a part. */
const dated = /^(?:天|号|日|月|年|周|点|季|成|折|楼|层|分|期|版|[-/]\d)/;
/** Prices of one, and sums paid again and again, are no total. */
const each =
  /^\s?(?:(?:in |for )?(?:the )?(?:year (?:one|two|three|[1-5])|first year|second year)|thereafter|after(?: that)?(?=[,.;]|$)|each|apiece|per|a (?:month|year|seat|user|unit|piece)|\/|monthly|annually|p\.?[am]\.?(?![a-z])|一?(?:台|套|个月|每|人|年|月)(?!底|初|末))/;
const inexactBefore = new RegExp(
  `(?:(?<![a-z])(?:${englishInexact})|[~≈><]|\\d ?[-–]|${chineseInexactBefore})\\s?(?:${moneyBefore})?\\s?$`,
  "u",
);
const inexactAfter = new RegExp(
  `^\\s?(?:-?ish(?![a-z])|or (?:so|more|less)|\\+(?! ?(?:vat|gst|tax|taxes)(?![a-z]))|give or take|plus(?![a-z]| (?:vat|gst|tax))|${chineseInexactAfter})`,
  "u",
);
const rangeLink = /^\s?(?:-|–|~|to|or|and|至|到|或者?|和|\/)\s?$/u;
const movesFrom =
  /(?<![a-z])(?:from|down|up|revised|cut|lowered|raised|dropped|increased|reduced|moved|went)(?![a-z])|从|由|原(?:来|先)?|降|涨|调|改/u;

/** Every amount, in order; those of a range are not exact. */
export function findAmounts(written: string, timeZone: string): Amount[] {
  const text = withPlainNumerals(written);
  const all = [...inFigures(text, timeZone), ...spelledOut(text, timeZone)]
    .filter((amount) => !isCounted(amount, text.slice(amount.end)))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(
      (amount, index, sorted) => index === 0 || amount.start >= (sorted[index - 1]?.end ?? 0),
    );
  return carryUnits(markRanges(all, text), text);
}

const formal = "壹贰叁肆伍陆柒捌玖拾佰仟";
const plain = "一二三四五六七八九十百千";

/** 伍拾捌万元整, as contracts write it; 伍 and 陆 alone are surnames. */
function withPlainNumerals(text: string): string {
  return text.replace(/[壹贰叁肆伍陆柒捌玖拾佰仟零万亿]{2,}(?=[元圆整])/g, (number) =>
    Array.from(number, (each) => plain[formal.indexOf(each)] ?? each).join(""),
  );
}

function isCounted({ isMarked }: Amount, after: string): boolean {
  return counted.test(after) || each.test(after) || (!isMarked && dated.test(after));
}

function inFigures(text: string, timeZone: string): Amount[] {
  return Array.from(text.matchAll(figure)).flatMap((match) => {
    const { before = "", mixed = "", unit = "", after = "" } = match.groups ?? {};
    const digits = digitsOf(match.groups);
    if (!mixed && !digits) return [];
    const value = mixed
      ? parseChineseNumber(mixed)
      : Number(digits.replace(/[,']/g, "")) * (units[unit] ?? 1);
    const isHan = mixed !== "" || /[万亿w]/.test(unit);
    return toAmount(text, match, {
      value,
      before,
      after,
      isHan,
      scale: mixed ? units.万 : units[unit],
      timeZone,
    });
  });
}

/** 96.000,50 as the continent of Europe writes it: nobody gives thousandths of a currency. */
function digitsOf({
  dotted,
  spaced,
  digits = "",
}: Record<string, string | undefined> = {}): string {
  if (spaced) return spaced.replace(/\D/g, "");
  return dotted ? dotted.replaceAll(".", "").replace(",", ".") : digits;
}

function spelledOut(text: string, timeZone: string): Amount[] {
  const chinese = Array.from(text.matchAll(inHan), (match) => ({
    match,
    read: parseChineseNumber,
    isHan: true,
  }));
  const english = Array.from(text.matchAll(inWords), (match) => ({
    match,
    read: parseEnglishNumber,
    isHan: false,
  }));
  return [...chinese, ...english].flatMap(({ match, read, isHan }) => {
    const { before = "", number = "", after = "" } = match.groups ?? {};
    const value = isTwoDigits(number) ? undefined : read(number.trim());
    const unit = Array.from(number.matchAll(spelledUnit)).at(-1)?.[0] ?? "";
    const amounts = toAmount(text, match, {
      value: value ?? 0,
      before,
      after,
      isHan,
      scale: units[unit],
      timeZone,
    });
    return value === undefined ? amounts.map((amount) => ({ ...amount, isExact: false })) : amounts;
  });
}

/** 六七十万: two digits in a row are a range. */
function isTwoDigits(number: string): boolean {
  return /[一二三四五六七八九两]{2}[十百千万亿]/.test(number);
}

type Read = {
  value: number | undefined;
  before: string;
  after: string;
  isHan: boolean;
  scale: number | undefined;
  timeZone: string;
};

function toAmount(text: string, match: RegExpExecArray, read: Read): Amount[] {
  const { value, before, after, isHan, scale, timeZone } = read;
  if (value === undefined || !Number.isFinite(value)) return [];
  const lead = match[0].length - match[0].trimStart().length;
  const start = match.index + lead;
  const end = match.index + match[0].trimEnd().length;
  // "$80k CAD": a bare sign says less than what follows.
  const signs = /^[$¥]?$/.test(before) ? [after, before] : [before, after];
  const sign = before + after;
  const currency = signs.flatMap((sign) => currencyOf(sign, timeZone) ?? [])[0];
  const isExact =
    !inexactBefore.test(text.slice(Math.max(0, start - 24), start)) &&
    !negative.test(text.slice(Math.max(0, start - 10), start)) &&
    !inexactAfter.test(text.slice(end, end + 14));
  return [
    {
      ...{ start, end, value: Math.round(value * 100) / 100, isExact },
      currency: currency ?? (isHan && scale && !sign ? currencyOfBareHan(timeZone) : undefined),
      isMarked: scale !== undefined || sign !== "",
      scale: scale ?? 1,
    },
  ];
}

/** -5万, 负5万: less than nothing is no price, and a dash before a sum may be either. */
const negative = /(?:^|[^\d])[-−]$|负\s?$|(?<![a-z])(?:minus|negative)\s$/u;

/** "60 to 80k" and "60到80万" are ranges; "from 60 to 80k" is a change, of which the last figure stands. */
function markRanges(amounts: Amount[], text: string): Amount[] {
  return amounts.map((amount, index) => {
    const isLinked = (left: Amount | undefined, right: Amount | undefined) =>
      left !== undefined &&
      right !== undefined &&
      rangeLink.test(text.slice(left.end, right.start)) &&
      !movesFrom.test(text.slice(Math.max(0, left.start - 18), left.start));
    const isRange = isLinked(amounts[index - 1], amount) || isLinked(amount, amounts[index + 1]);
    return isRange ? { ...amount, isExact: false } : amount;
  });
}

/** "60k, no wait, 80": what puts a sum right is said in the same unit. */
function carryUnits(amounts: readonly Amount[], text: string): Amount[] {
  const carried: Amount[] = [];
  for (const amount of amounts) {
    const before = carried.at(-1);
    const between = before && text.slice(before.end, amount.start);
    const isSame =
      !amount.isMarked && before && between && between.length <= 24 && correction.test(between);
    carried.push(
      isSame
        ? {
            ...before,
            ...spanAt(amount),
            value: amount.value * before.scale,
            isExact: amount.isExact,
          }
        : amount,
    );
  }
  return carried;
}

const spanAt = ({ start, end }: Span): Span => ({ start, end });
