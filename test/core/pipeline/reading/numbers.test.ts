// Numbers in words: what is rendered reads back as itself, in both languages.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAmounts } from "../../../../src/core/pipeline/reading/amounts/find-amounts.ts";
import {
  parseChineseNumber,
  parseEnglishNumber,
} from "../../../../src/core/pipeline/reading/amounts/parse-number.ts";

const amounts = fc.integer({ min: 1, max: 999_999_999 });

describe("numbers in words", () => {
  it("read back what was rendered in Chinese", () => {
    fc.assert(
      fc.property(amounts, (n) => {
        expect(parseChineseNumber(inChinese(n))).toBe(n);
      }),
    );
  });

  it("read back what was rendered in English", () => {
    fc.assert(
      fc.property(amounts, (n) => {
        expect(parseEnglishNumber(inEnglish(n))).toBe(n);
      }),
    );
  });

  it.each([
    ["三十八万五", 385_000],
    ["一亿五", 150_000_000],
    ["两百万", 2_000_000],
    ["1亿2000万", 120_000_000],
    ["一百零五", 105],
  ])("read %s as people say it", (text, value) => {
    expect(parseChineseNumber(text)).toBe(value);
  });
});

describe("sums of money", () => {
  it("read back from figures with separators, in any currency", () => {
    const signs = fc.constantFrom(["$", "USD"], ["£", "GBP"], ["€", "EUR"], ["HK$", "HKD"]);
    fc.assert(
      fc.property(amounts, signs, (n, [sign = "", currency]) => {
        const [found, ...others] = findAmounts(
          `total ${sign.toLowerCase()}${n.toLocaleString("en-US")}, ok`,
          "America/New_York",
        );
        expect(others).toEqual([]);
        expect(found).toMatchObject({ value: n, currency, isExact: true });
      }),
    );
  });

  it.each([
    ["80k", 80_000],
    ["$1.2m", 1_200_000],
    ["80万", 800_000],
    ["1.5亿", 150_000_000],
    ["120w", 1_200_000],
    ["half a million", 500_000],
    ["1万亿", 1_000_000_000_000],
  ])("read %s", (text, value) => {
    expect(findAmounts(text, "Asia/Shanghai").map((each) => each.value)).toEqual([value]);
  });

  it.each([
    ...["about 80k", "60-80k", "60到80万", "六七十万", "50多万", "80k-ish", "不到80万"],
    ...["总价-5万", "负5万", "total: -$5k", "-5,000 EUR"],
  ])("are not exact in %s", (text) => {
    expect(findAmounts(text, "Asia/Shanghai").filter(({ isExact }) => isExact)).toEqual([]);
  });

  it.each([
    ["Australia/Sydney", "AUD"],
    ["America/Toronto", "CAD"],
    ["Asia/Hong_Kong", "HKD"],
    ["Europe/London", "USD"],
  ])("take $ for the dollar of %s", (timeZone, currency) => {
    expect(findAmounts("$80", timeZone)[0]?.currency).toBe(currency);
  });

  it("take bare 万 for yuan in mainland China only", () => {
    expect(findAmounts("80万", "Asia/Shanghai")[0]?.currency).toBe("CNY");
    expect(findAmounts("80万", "Asia/Singapore")[0]?.currency).toBeUndefined();
  });
});

function inChinese(n: number): string {
  if (n >= 100_000_000) return join(n, 100_000_000, "亿");
  if (n >= 10_000) return join(n, 10_000, "万");
  const units = ["千", "百", "十", ""];
  const digits = String(n).padStart(4, "0");
  const text = Array.from(digits, (digit, i) =>
    digit === "0" ? "零" : `${"零一二三四五六七八九"[Number(digit)]}${units[i]}`,
  ).join("");
  return text.replace(/零+/g, "零").replace(/^零|零$/g, "");
}

function join(n: number, unit: number, name: string): string {
  const rest = n % unit;
  const gap = rest > 0 && rest < unit / 10 ? "零" : "";
  return `${inChinese(Math.floor(n / unit))}${name}${gap}${rest > 0 ? inChinese(rest) : ""}`;
}

const ones =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function inEnglish(n: number): string {
  for (const [unit, name] of [
    [1_000_000, "million"],
    [1000, "thousand"],
    [100, "hundred"],
  ] as const) {
    if (n < unit) continue;
    const rest = n % unit;
    return `${inEnglish(Math.floor(n / unit))} ${name}${rest > 0 ? ` and ${inEnglish(rest)}` : ""}`;
  }
  if (n < 20) return ones[n] ?? "";
  return `${tens[Math.floor(n / 10) - 2]}${n % 10 > 0 ? `-${ones[n % 10]}` : ""}`;
}
