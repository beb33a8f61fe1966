// Numbers as people write them: "$1,200.50", "1.234,56 €", "50万", "¥1.2亿", "USD 3.5m".
import { byName } from "../../../core/by-name.ts";
import { inThousandths, parseCurrency } from "./currency.ts";

export type Amount = {
  value: number;
  currency: string | null;
  /** A unit such as 万 was multiplied out. */
  scaled: boolean;
};

export type AmountOptions = {
  /** The decimal sign of the column, where it is known. */
  decimal?: "." | ",";
};

/**
 * Reads a number with its currency and unit; nothing when it is not one number. "12.000 €" is twelve thousand: no
 * price is written in thousandths of a currency that has none, as the dinar has.
 */
export function parseAmount(text: string, { decimal }: AmountOptions = {}): Amount | undefined {
  const parts = shape.exec(text.normalize("NFKC").trim());
  if (!parts?.groups) return undefined;
  const { open, sign, prefix = "", sign2, digits = "", unit, suffix = "" } = parts.groups;
  const factor = unit ? units[unit.toLowerCase()] : 1;
  const currency = currencyOf(prefix, suffix, unit);
  const isPrice = factor === 1 && currency && !inThousandths.includes(currency);
  const isDotted = isPrice && /^\d{1,3}(\.\d{3})+$/.test(digits.trim());
  const size = parseDigits(digits, decimal ?? (isDotted ? "," : undefined));
  if (size === undefined || factor === undefined || currency === undefined) return undefined;
  const isNegative = Boolean(open) || [sign, sign2].some((mark) => mark === "-" || mark === "−");
  // Twelve digits: 1.2 x 10^8 must not become 119999999.99999999.
  const value = Number((size * factor).toPrecision(15)) * (isNegative ? -1 : 1);
  return { value, currency, scaled: factor !== 1 };
}

const units: Record<string, number> = byName({
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
});

const unitWords = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .join("|");

const shape = new RegExp(
  `^(?<open>\\()?(?<sign>[+\\-−])?\\s*(?<prefix>[^\\d+\\-−().,'\\s]{0,6}?)\\.?\\s*(?<sign2>[+\\-−])?` +
    `(?<digits>\\d[\\d.,'’\\s]*|[.,]\\d+)(?:(?<unit>${unitWords})(?![a-z]))?\\s*(?<suffix>[^\\d().,\\s]{0,8})\\)?$`,
  "iu",
);

/** Nothing when a word stands there that is no currency. */
function currencyOf(prefix: string, suffix: string, unit = ""): string | null | undefined {
  const word = prefix || suffix.replace(/^\+$|^人$|^(people|employees)$/i, "");
  if (word !== "") return parseCurrency(word);
  return /[万亿萬億]/.test(unit) ? "CNY" : null;
}

/** Digits with the marks of any country. A lone "1,234" is a thousand, a lone "12,5" is not. */
function parseDigits(digits: string, decimal: "." | "," | undefined): number | undefined {
  const bare = digits.replace(/[\s'’]/g, "");
  const sign = decimal ?? guessDecimal(bare);
  const other = sign === "." ? "," : ".";
  const [whole = "", fraction = "", ...more] = bare.split(sign);
  if (more.length > 0 || fraction.includes(other) || !isGrouped(whole, other)) return undefined;
  return Number(`${whole.replaceAll(other, "") || "0"}.${fraction || "0"}`);
}

function guessDecimal(digits: string): "." | "," {
  const comma = digits.lastIndexOf(",");
  const dot = digits.lastIndexOf(".");
  if (comma === -1) return digits.indexOf(".") === dot ? "." : ",";
  if (dot !== -1) return comma > dot ? "," : ".";
  return digits.indexOf(",") === comma && !/,\d{3}$/.test(digits) ? "," : ".";
}

/** Thousands, or the Indian lakh (12,34,567), or no groups at all. */
function isGrouped(whole: string, mark: string): boolean {
  const groups = whole.split(mark);
  if (groups.length === 1) return true;
  const [first = "", ...rest] = groups;
  const last = rest.at(-1) ?? "";
  const middle = rest.slice(0, -1);
  return (
    first.length >= 1 &&
    first.length <= 3 &&
    last.length === 3 &&
    middle.every((group) => group.length === 3 || group.length === 2)
  );
}
