// VAT numbers whose check is public, by country. Formats: VIES, "VAT identification number structure"
// (ec.europa.eu/taxation_customs/vies); checks: as python-stdnum documents them from each administration (stdnum.*.vat).
import { digitsOf, luhn, mod11And10, weigh } from "./code-check.ts";

/** What a country's numbers look like after its two letters, and whether one holds. */
export type VatRule = { pattern: RegExp; like: string; holds: (number: string) => boolean };

/** Every figure weighed, the last being the check. */
const weighed =
  (weights: readonly number[], modulus: number) =>
  (number: string): boolean =>
    weigh(digitsOf(number), weights) % modulus === 0;
const last = (number: string) => Number(number.at(-1));
const body = (number: string) => digitsOf(number.slice(0, -1));
const byLuhn = (number: string) => luhn(body(number)) === last(number);
const byMod11And10 = (number: string) => mod11And10(body(number)) === last(number);
const falling = (from: number, to: number) =>
  Array.from({ length: from - to + 1 }, (_, index) => from - index);

const rule = (pattern: RegExp, like: string, holds: VatRule["holds"]): VatRule => ({
  ...{ pattern, like, holds },
});

const nl = (number: string) => {
  const letters = [...`NL${number}`].map((one) => Number.parseInt(one, 36)).join("");
  return weigh(digitsOf(number), [...falling(9, 2), -1]) % 11 === 0 || BigInt(letters) % 97n === 1n;
};

const gb = (number: string) =>
  [0, 42, 55].includes(weigh(digitsOf(number), [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97);
const gbRule = rule(/^\d{9}(?:\d{3})?$/, "123456789", gb);

/** By the letters the number begins with; Greece's are EL, Northern Ireland's XI. */
export const vatRules: Readonly<Record<string, VatRule>> = {
  AT: rule(/^U\d{8}$/, "U12345678", (number) => {
    return (luhn(digitsOf(`${number.slice(1, -1)}0`)) + 6) % 10 === last(number);
  }),
  BE: rule(/^[01]\d{9}$/, "0123456789", (number) => {
    return 97 - (Number(number.slice(0, 8)) % 97) === Number(number.slice(8));
  }),
  BG: rule(/^\d{9}$/, "123456789", (number) => {
    const first = weigh(digitsOf(number), [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    const second = (weigh(digitsOf(number), [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10;
    return (first === 10 ? second : first) === last(number);
  }),
  CY: rule(/^\d{8}[A-Z]$/, "12345678X", (number) => {
    const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    const sum = body(number).reduce(
      (total, digit, index) => total + (index % 2 === 0 ? (odd[digit] ?? 0) : digit),
      0,
    );
    return String.fromCharCode(65 + (sum % 26)) === number.at(-1);
  }),
  CZ: rule(/^\d{8}$/, "12345678", (number) => {
    const check = (11 - (weigh(digitsOf(number), falling(8, 2)) % 11)) % 11;
    return (check || 1) % 10 === last(number);
  }),
  DE: rule(/^[1-9]\d{8}$/, "123456789", byMod11And10),
  DK: rule(/^[1-9]\d{7}$/, "12345678", weighed([2, 7, 6, 5, 4, 3, 2, 1], 11)),
  EE: rule(/^\d{9}$/, "123456789", weighed([3, 7, 1, 3, 7, 1, 3, 7, 1], 10)),
  EL: rule(/^\d{9}$/, "123456789", (number) => {
    return (weigh(digitsOf(number), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(number);
  }),
  ES: rule(/^(?:\d{8}|[XYZ]\d{7}|[A-W]\d{7})[A-Z0-9]$/, "A12345678", isSpanish),
  FI: rule(/^\d{8}$/, "12345678", weighed([7, 9, 10, 5, 8, 4, 2, 1], 11)),
  FR: rule(/^[A-HJ-NP-Z0-9]{2}\d{9}$/, "12345678901", isFrench),
  HR: rule(/^\d{11}$/, "12345678901", byMod11And10),
  HU: rule(/^\d{8}$/, "12345678", weighed([9, 7, 3, 1, 9, 7, 3, 1], 10)),
  IE: rule(/^(?:\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, "1234567X", isIrish),
  IT: rule(/^\d{11}$/, "12345678901", byLuhn),
  LT: rule(/^\d{9}$/, "123456789", (number) => {
    const first = weigh(digitsOf(number), [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    const second = (weigh(digitsOf(number), [3, 4, 5, 6, 7, 8, 9, 1]) % 11) % 10;
    return (first === 10 ? second : first) === last(number);
  }),
  LU: rule(/^\d{8}$/, "12345678", (number) => {
    return Number(number.slice(0, 6)) % 89 === Number(number.slice(6));
  }),
  LV: rule(/^[4-9]\d{10}$/, "40123456789", (number) => {
    return weigh(digitsOf(number), [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3;
  }),
  MT: rule(/^[1-9]\d{7}$/, "12345678", weighed([3, 4, 6, 7, 8, 9, 10, 1], 37)),
  NL: rule(/^\d{9}B\d{2}$/, "123456789B01", nl),
  PL: rule(/^\d{10}$/, "1234567890", weighed([6, 5, 7, 2, 3, 4, 5, 6, 7, -1], 11)),
  PT: rule(/^[1-9]\d{8}$/, "123456789", (number) => {
    return ((11 - (weigh(digitsOf(number), falling(9, 2)) % 11)) % 11) % 10 === last(number);
  }),
  RO: rule(/^[1-9]\d{1,9}$/, "12345678", (number) => {
    const digits = digitsOf(number.slice(0, -1).padStart(9, "0"));
    return ((10 * weigh(digits, [7, 5, 3, 2, 1, 7, 5, 3, 2])) % 11) % 10 === last(number);
  }),
  SE: rule(/^\d{10}01$/, "123456789001", (number) => byLuhn(number.slice(0, 10))),
  SI: rule(/^[1-9]\d{7}$/, "12345678", (number) => {
    const check = 11 - (weigh(digitsOf(number), falling(8, 2)) % 11);
    return (check === 10 ? 0 : check) === last(number);
  }),
  SK: rule(/^[1-9]\d{9}$/, "1234567890", (number) => Number(number) % 11 === 0),
  GB: gbRule,
  XI: gbRule,
};

/** Persons by their letter, companies by Luhn, as a figure or as a letter. */
function isSpanish(number: string): boolean {
  const first = number[0] ?? "";
  if (/[\dXYZ]/.test(first)) {
    const figures = number
      .slice(0, 8)
      .replace(first, String("XYZ".indexOf(first)).replace("-1", first));
    return "TRWAGMYFPDXBNJZSQVHLCKE"[Number(figures) % 23] === number[8];
  }
  const check = luhn(digitsOf(number.slice(1, 8)));
  return number[8] === String(check) || number[8] === "JABCDEFGHI"[check];
}

/** Of keys with a letter the way is not public: there the company's own number alone is checked. */
function isFrench(number: string): boolean {
  const siren = number.slice(2);
  if (!siren.startsWith("000") && !byLuhn(siren)) return false;
  return !/^\d\d/.test(number) || Number(`${siren}12`) % 97 === Number(number.slice(0, 2));
}

function isIrish(number: string): boolean {
  const letters = "WABCDEFGHIJKLMNOPQRSTUV";
  const isOld = !/^\d{7}/.test(number);
  const figures = isOld ? `0${number.slice(2, 7)}${number[0]}` : number.slice(0, 7);
  const more = isOld ? 0 : Math.max(0, letters.indexOf(number[8] ?? "W"));
  return letters[(weigh(digitsOf(figures), falling(8, 2)) + 9 * more) % 23] === number[7];
}
