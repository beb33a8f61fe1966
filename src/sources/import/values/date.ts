// Dates as people and programs write them. What none of these shapes fits is no date.
import { DateTime } from "luxon";
import { dayMs } from "../../../core/durations.ts";

export type DateOptions = {
  /** Of 03/04/2024. */
  order: "dmy" | "mdy";
  /** IANA zone of dates without one. */
  zone: string;
};

/** Longer than any moment is written; the shapes below take time by the square of what they cannot read. */
const mostLetters = 100;

/** UTC milliseconds of a date, or a date and time; nothing when it is not one. A day is its first moment. */
export function parseDate(text: string, options: DateOptions): number | undefined {
  if (text.length > mostLetters) return undefined;
  const bare = text.normalize("NFKC").trim();
  return parseWritten(bare, options) ?? parseNumeric(bare, options);
}

/** Which of two numbers can only be a day: "25/12/2024" says dmy, "12/25/2024" mdy, "03/04/2024" neither. */
export function orderEvidence(text: string): "dmy" | "mdy" | "either" | undefined {
  const parts = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/.exec(text);
  if (!parts) return undefined;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  if (first > 12 && second <= 12) return "dmy";
  if (second > 12 && first <= 12) return "mdy";
  return "either";
}

const clock = String.raw`(?:[T\s,]*(?<half>上午|下午|AM|PM)?\s*(?<hour>\d{1,2})[::时点](?<minute>\d{1,2})?分?(?:[::]?(?<second>\d{1,2})秒?(?:[.,](?<fraction>\d{1,9}))?)?\s*(?<half2>[AP]\.?M\.?)?\s*(?<offset>Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\s*\([^)]*\))?)?`;
const shape = (date: string) => new RegExp(`^${date}${clock}$`, "iu");

const shapes = {
  yearFirst: shape(
    String.raw`(?<year>\d{4})[-/.年](?<month>\d{1,2})(?:[-/.月](?<day>\d{1,2})日?)?月?`,
  ),
  compact: shape(String.raw`(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})`),
  yearLast: shape(String.raw`(?<a>\d{1,2})[-/.](?<b>\d{1,2})[-/.](?<year>\d{4}|\d{2})`),
  dayName: shape(
    String.raw`(?:\p{L}{3,9},?\s+)?(?<day>\d{1,2})[-\s.]*(?<name>\p{L}{3,9})\.?[-\s,]*(?<year>\d{4}|\d{2})`,
  ),
  nameDay: shape(
    String.raw`(?:\p{L}{3,9},?\s+)?(?<name>\p{L}{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})`,
  ),
};

type Groups = Record<string, string | undefined>;

function parseWritten(text: string, { order, zone }: DateOptions): number | undefined {
  for (const known of Object.values(shapes)) {
    const groups: Groups | undefined = known.exec(text)?.groups;
    if (groups) return toTime(groups, { order, zone });
  }
  return undefined;
}

function toTime(groups: Groups, { order, zone }: DateOptions): number | undefined {
  const { a, b } = groups;
  const [day, month] = order === "dmy" ? [a, b] : [b, a];
  const parts = {
    year: toYear(groups.year ?? ""),
    month: groups.name ? monthOf(groups.name) : Number(month ?? groups.month),
    day: Number(day ?? groups.day ?? 1),
    hour: toHour(groups),
    minute: Number(groups.minute ?? 0),
    second: Number(groups.second ?? 0),
    millisecond: Math.floor(Number(`0.${groups.fraction ?? 0}`) * 1000),
  };
  const offset = groups.offset ? toOffsetZone(groups.offset) : zone;
  return toMillis(parts, offset);
}

/** Luxon has no invalid date for a part that is no number: it throws. */
function toMillis(parts: Record<string, number>, zone: string): number | undefined {
  if (Object.values(parts).some(Number.isNaN)) return undefined;
  const time = DateTime.fromObject(parts, { zone });
  return time.isValid ? time.toMillis() : undefined;
}

/** Two digits: the POSIX rule, 69 to 99 are the last century. */
function toYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year + (year < 69 ? 2000 : 1900);
}

function toHour({ hour, half, half2 }: Groups): number {
  const value = Number(hour ?? 0);
  const word = (half ?? half2 ?? "").replaceAll(".", "").toUpperCase();
  if (word === "PM" || word === "下午") return value < 12 ? value + 12 : value;
  return (word === "AM" || word === "上午") && value === 12 ? 0 : value;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** NaN for a word that is no month. */
function monthOf(name: string): number {
  const index = months.indexOf(name.slice(0, 3).toLowerCase());
  return index === -1 ? Number.NaN : index + 1;
}

function toOffsetZone(offset: string): string {
  if (/^[a-z]/i.test(offset)) return "UTC";
  const [, sign, hours, minutes = "00"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(offset) ?? [];
  return `UTC${sign}${hours}:${minutes}`;
}

/** Days since 1899-12-30 (Excel's calendar, 1954 to 2119), or Unix seconds or milliseconds. */
function parseNumeric(text: string, { zone }: DateOptions): number | undefined {
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  if (/^\d{13}$/.test(text)) return Number(text);
  if (!/^[2-7]\d{4}([.,]\d+)?$/.test(text)) return undefined;
  const days = Number(text.replace(",", "."));
  const utc = DateTime.fromMillis(
    Date.UTC(1899, 11, 30) + Math.round((days * dayMs) / 1000) * 1000,
    {
      zone: "UTC",
    },
  );
  return utc.setZone(zone, { keepLocalTime: true }).toMillis();
}

export type FormatParser = (text: string) => number | undefined;

/** Reads dates in given luxon formats, the first that fits. Formats are compiled once: that is most of the work. */
export function createFormatParser(formats: readonly string[], zone: string): FormatParser {
  const parsers = formats.map((format) => DateTime.buildFormatParser(format));
  return (text) => {
    for (const parser of parsers) {
      const time = DateTime.fromFormatParser(text, parser, { zone });
      if (time.isValid) return time.toMillis();
    }
    return undefined;
  };
}
