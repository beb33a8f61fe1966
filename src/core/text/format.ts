// Numbers, money and times as a reader expects them, by language and time zone.
import type { Inline } from "../card.ts";
import type { Language, Person } from "../model.ts";
import type { Texts } from "./en.ts";
import { textsFor } from "./texts.ts";

export type Format = {
  number(value: number): string;
  /** Hundredths of a point as points: 7840 -> "78.40". Exact, so that what is shown adds up. */
  points(hundredths: number): string;
  money(amount: number, currency: string | null): string;
  day(at: number): string;
  time(at: number): string;
};

/** What a card for one person is written with. */
export type Reading = { texts: Texts; format: Format; language: Language; timeZone: string };

/** How to speak to this person: their sentences, and numbers, money and times as they expect them. */
export function readingOf({ language, timeZone }: Pick<Person, "language" | "timeZone">): Reading {
  return {
    texts: textsFor(language),
    format: formatFor(language, timeZone),
    language,
    timeZone,
  };
}

/** Making a format takes longer than writing a card with it. */
const formats = new Map<string, Format>();

function formatFor(language: Language, timeZone: string): Format {
  const key = `${language} ${timeZone}`;
  const known = formats.get(key) ?? createFormat(language, timeZone);
  formats.set(key, known);
  return known;
}

/** Making one takes longer than writing a card with it: readingOf shares those it made. */
export function createFormat(language: Language, timeZone: string): Format {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  });
  return {
    number: (value) => number.format(value),
    points: (hundredths) => (hundredths / 100).toFixed(2),
    money: (amount, currency) => formatMoney(amount, currency, { locale, number, language }),
    day: (at) => day.format(at),
    time: (at) => time.format(at),
  };
}

/** A moment as a card shows it: platforms that know dates show it in the reader's zone themselves. */
export function dateInline(at: number, style: "day" | "time" | "both", format: Format): Inline {
  const text = {
    day: format.day(at),
    time: format.time(at),
    both: `${format.day(at)} ${format.time(at)}`,
  };
  return { t: "date", at, style, text: text[style] };
}

function formatMoney(
  amount: number,
  currency: string | null,
  { locale, number, language }: { locale: string; number: Intl.NumberFormat; language: Language },
): string {
  if (language === "zh" && amount >= 10_000) {
    const sign = currency === "CNY" || currency === null ? "¥" : `${currency} `;
    const [unit, name] = amount >= 1e8 ? [1e8, "亿"] : [1e4, "万"];
    return `${sign}${number.format(amount / unit)}${name}`;
  }
  if (!currency) return number.format(amount);
  const style = { style: "currency", currency, maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale, style).format(amount);
}
