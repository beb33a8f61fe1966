import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOccurrences } from "../../../src/sources/import/records/matching/occurrences.ts";
import { parseAmount } from "../../../src/sources/import/values/amount.ts";
import { parseDate } from "../../../src/sources/import/values/date.ts";
import { isMasked } from "../../../src/sources/import/values/masked.ts";
import { parsePhone } from "../../../src/sources/import/values/phone.ts";

describe("an amount", () => {
  it.each([
    ["$1,200.50", 1200.5, "USD"],
    ["50万", 500_000, "CNY"],
    ["¥1.2亿", 120_000_000, "CNY"],
    ["￥１，２００", 1200, "CNY"],
    ["1.234,56 €", 1234.56, "EUR"],
    ["12.000 €", 12_000, "EUR"],
    ["12.500 KWD", 12.5, "KWD"],
    ["12.000", 12, null],
    ["€ 1.25m", 1_250_000, "EUR"],
    ["USD 3.5m", 3_500_000, "USD"],
    ["12,34,567", 1_234_567, null],
    ["1 200,5", 1200.5, null],
    ["(500)", -500, null],
    ["-$500", -500, "USD"],
    ["1,234", 1234, null],
    ["12,5", 12.5, null],
  ])("reads %s", (text, value, currency) => {
    expect(parseAmount(text)).toMatchObject({ value, currency });
  });

  it.each(["abc", "80%", "50-100", "1.2.3", "#VALUE!", "1,23", "12 apples", ""])(
    "is not made of %s",
    (text) => {
      const read = parseAmount(text);
      if (text === "1,23") expect(read?.value).toBe(1.23);
      else expect(read).toBeUndefined();
    },
  );

  it("reads every number as it is written in English", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e12 }),
        fc.integer({ min: 0, max: 99 }),
        (whole, cents) => {
          const text = `${whole.toLocaleString("en-US")}.${String(cents).padStart(2, "0")}`;
          expect(parseAmount(text)?.value).toBe(
            Number(`${whole}.${String(cents).padStart(2, "0")}`),
          );
        },
      ),
    );
  });
});

describe("a date", () => {
  const options = { order: "dmy", zone: "UTC" } as const;
  it.each([
    ["2017-03-01", "2017-03-01T00:00:00.000Z"],
    ["28-04-2018 07:54", "2018-04-28T07:54:00.000Z"],
    ["2024年3月5日 下午3:20", "2024-03-05T15:20:00.000Z"],
    ["2024-03-05T10:00:00.123+08:00", "2024-03-05T02:00:00.123Z"],
    ["5 Mar 2024", "2024-03-05T00:00:00.000Z"],
    ["Mar 5, 2024 2:05 PM", "2024-03-05T14:05:00.000Z"],
    ["45356.5", "2024-03-05T12:00:00.000Z"],
    ["20240305", "2024-03-05T00:00:00.000Z"],
    ["1709600000000", "2024-03-05T00:53:20.000Z"],
  ])("reads %s", (text, expected) => {
    expect(new Date(parseDate(text, options) ?? 0).toISOString()).toBe(expected);
  });

  it.each(["2024-02-30", "2024-13-01", "soon", "12", "31/02/2024", "17", "1.5"])(
    "is not made of %s",
    (text) => expect(parseDate(text, options)).toBeUndefined(),
  );

  it("reads in the zone of the file, and back what ISO writes", () => {
    expect(parseDate("2024-03-05 08:00", { order: "dmy", zone: "Asia/Shanghai" })).toBe(
      Date.UTC(2024, 2, 5),
    );
    const max = new Date("2199-12-31");
    const date = fc.date({ min: new Date("1900-01-01"), max, noInvalidDate: true });
    fc.assert(
      fc.property(date, (at) => {
        expect(parseDate(at.toISOString(), options)).toBe(at.getTime());
      }),
    );
  });
});

describe("a phone number", () => {
  it.each([
    ["138 0013 8000", "+8613800138000"],
    ["+1 (415) 555-0132", "+14155550132"],
    ["0044 20 7946 0958", "+442079460958"],
    ["010-62345678", "01062345678"],
    ["1.38E+10", undefined],
    ["call me", undefined],
    ["12", undefined],
  ])("reads %s", (text, expected) => expect(parsePhone(text)).toBe(expected));
});

describe("a masked value", () => {
  it.each([
    ["98XXXXXXXX", "phone", true],
    ["138****1234", "phone", true],
    ["bamXXXXXXX", "phone", true],
    ["415-555-0132 x12", "phone", false],
    ["aXXX@gmail.com", "email", true],
    ["rXXXXXXXotmail.com", "email", true],
    ["foxx@x.example", "email", false],
    ["张*", "name", true],
    ["Max", "name", false],
  ] as const)("%s (%s): %s", (text, type, expected) => expect(isMasked(text, type)).toBe(expected));
});

describe("occurrences", () => {
  it("count like a map of texts does", () => {
    const digest = fc
      .integer({ min: 0, max: 3_000 })
      .map((n) => (n * 7_919).toString(16).padStart(13, "0"));
    fc.assert(
      fc.property(fc.array(digest, { maxLength: 5_000 }), (digests) => {
        const counted = createOccurrences();
        const map = new Map<string, number>();
        for (const one of digests) {
          map.set(one, (map.get(one) ?? 0) + 1);
          expect(counted.count(one)).toBe(map.get(one));
        }
      }),
      { numRuns: 20 },
    );
  });
});
