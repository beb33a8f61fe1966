import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCandidates } from "../../../../src/core/identity/duplicates/candidates.ts";
import { codeColumn } from "../../../../src/core/identity/duplicates/code-column.ts";
import { findDuplicates } from "../../../../src/core/identity/duplicates/find-duplicates.ts";
import { nameColumn } from "../../../../src/core/identity/duplicates/name-column.ts";
import { numberColumn } from "../../../../src/core/identity/duplicates/number-column.ts";
import { isOneSlip, jaroWinkler } from "../../../../src/core/identity/duplicates/similarity.ts";
import { textColumn } from "../../../../src/core/identity/duplicates/text-column.ts";
import { createRandom } from "../../../../src/sample/random.ts";

const word = fc.string({ unit: fc.constantFrom(..."abc"), minLength: 1, maxLength: 6 });

describe("two words", () => {
  it("are alike the same way round either way, and wholly only when equal", () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(jaroWinkler(one, other)).toBeCloseTo(jaroWinkler(other, one), 10);
        expect(jaroWinkler(one, other) === 1).toBe(one === other);
        expect(isOneSlip(one, other)).toBe(isOneSlip(other, one));
      }),
    );
  });

  it("have the similarities published for them (Winkler 1990)", () => {
    expect(jaroWinkler("martha", "marhta")).toBeCloseTo(0.961, 3);
    expect(jaroWinkler("dixon", "dicksonx")).toBeCloseTo(0.813, 3);
  });

  it.each([
    ["5316", "531"],
    ["5316", "5361"],
    ["5316", "5396"],
    ["5316", "53160"],
  ])("%s and %s are one slip apart", (one, other) => {
    expect(isOneSlip(one, other)).toBe(true);
  });

  it.each([
    ["5316", "6135"],
    ["5316", "53"],
    ["12ab", "21ba"],
  ])("%s and %s are more", (one, other) => {
    expect(isOneSlip(one, other)).toBe(false);
  });
});

describe("candidates", () => {
  it("are exactly the pairs that share a key, where few share it", () => {
    const codes = fc.array(fc.constantFrom("11", "22", "33", "44", ""), { maxLength: 9 });
    fc.assert(
      fc.property(codes, (values) => {
        const { left, right } = findCandidates({
          rows: values.length,
          columns: [codeColumn("c", values)],
        });
        const found = Array.from(left, (one, at) => `${one}+${right[at]}`);
        const brute = values.flatMap((value, one) =>
          values.flatMap((same, other) =>
            one < other && value !== "" && value === same ? `${one}+${other}` : [],
          ),
        );
        expect(found).toEqual(brute);
      }),
    );
  });

  it("are of different lists where there are two, and of wanted rows alone", () => {
    const columns = [codeColumn("c", ["11", "11", "11", "11"])];
    const { left, right } = findCandidates({
      rows: 4,
      columns,
      secondFrom: 2,
      wanted: (row) => row === 3,
    });
    expect([Array.from(left), Array.from(right)]).toEqual([
      [0, 1],
      [3, 3],
    ]);
  });
});

describe("learned weights", () => {
  const random = createRandom(3, "people");
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  const words = (count: number) =>
    Array.from({ length: count }, () =>
      Array.from({ length: 6 }, () => random.pick(letters)).join(""),
    );
  const [given, families, streets] = [words(60), words(200), words(90)];
  const people = Array.from({ length: 300 }, () => ({
    name: `${random.pick(given)} ${random.pick(families)}`,
    born: String(random.whole(19_400_000, 19_999_999)),
    street: `${random.pick(streets)} road`,
  }));
  const again = people
    .slice(0, 80)
    .map((one, at) => ({ ...one, ...(at % 2 ? { born: "" } : { street: random.pick(streets) }) }));
  const rows = [...people, ...again];
  const columns = [
    nameColumn(
      "name",
      rows.map(({ name }) => [name]),
    ),
    codeColumn(
      "born",
      rows.map(({ born }) => born),
    ),
    nameColumn(
      "street",
      rows.map(({ street }) => [street]),
    ),
  ];

  it("find the doubles without a label, and never count more alike for less", () => {
    const { pairs, weights } = findDuplicates({ rows: rows.length, columns });
    const proposed = pairs.filter(({ probability }) => probability >= 0.5);
    const hits = proposed.filter(({ left, right }) => right === left + people.length);
    expect(hits.length / proposed.length).toBeGreaterThan(0.95);
    expect(hits.length / again.length).toBeGreaterThan(0.9);
    for (const bits of weights.bits) expect(bits).toEqual([...bits].sort((a, b) => a - b));
  });
});

describe("products of two shops", () => {
  it("have one partner each, told by letters and part numbers whatever the spaces", () => {
    const mine = [
      "Tech Craft Avalon TV Stand - SWP48",
      "Pioneer DEH2000MP Receiver",
      "Sony Battery NP-FW50",
    ];
    const theirs = [
      "Techcraft SWP-48 stand",
      "Pioneer Car Audio DEH-2000MP",
      "Canon Lens Cap 58",
      "Pioneer Receiver",
    ];
    const titles = [...mine, ...theirs];
    const columns = [
      textColumn(
        "title",
        titles.map((title) => ({ title, all: title })),
      ),
      numberColumn(
        "price",
        titles.map((_, at) => (at % 2 ? at : undefined)),
      ),
    ];
    const { pairs } = findDuplicates({ rows: titles.length, columns, secondFrom: mine.length });
    const partners = pairs.map(({ left, right }) => [left, right - mine.length]);
    expect(partners).toEqual(
      expect.arrayContaining([
        [0, 0],
        [1, 1],
      ]),
    );
    expect(new Set(partners.map(([left]) => left)).size).toBe(partners.length);
  });
});
