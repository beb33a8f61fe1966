import { describe, expect, it } from "vitest";
import { columnsOf, wrap } from "../../../../src/chat/local/console/columns.ts";
import { renderTerminal } from "../../../../src/chat/local/console/render-terminal.ts";
import type { Card } from "../../../../src/core/card.ts";
import { type Language, languages } from "../../../../src/core/model.ts";
import { readingOf } from "../../../../src/core/text/format.ts";
import { evilCard } from "../evil-card.ts";
import { assignmentCard } from "../sample-cards.ts";
import { chartsCard } from "../sample-charts.ts";
import { formCard } from "../sample-forms.ts";

const readingIn = (language: Language) => readingOf({ language, timeZone: "Asia/Shanghai" });
const plain = (text: string) => [{ text, paint: (same: string) => same }];

describe.each(languages)("a card in a terminal, in %s", (language) => {
  const cards = [assignmentCard, chartsCard, formCard].map((make) => make(language));

  it.each([40, 60, 80])("fits %i columns", (width) => {
    for (const card of cards) {
      const lines = renderTerminal(card, { reading: readingIn(language), width }).split("\n");
      const tooWide = lines.filter((line) => columnsOf(line) > width && !line.includes("https://"));
      expect(tooWide).toEqual([]);
    }
  });

  it("keeps every number of every chart in sight", () => {
    const text = renderTerminal(chartsCard(language), { reading: readingIn(language) });
    for (const number of [72, 64, 81, 44, 58, 90, 19, 31, 42, 98, 17]) {
      expect(text).toMatch(new RegExp(`\\b${number}\\b`));
    }
  });

  it("numbers what can be pressed", () => {
    let last = 0;
    const numberOf = () => ++last;
    const text = renderTerminal(assignmentCard(language), {
      reading: readingIn(language),
      numberOf,
    });
    expect(text).toContain(language === "zh" ? "[1] 接受" : "[1] Accept");
    expect(text).toContain("https://example.com/leads/1");
    expect(last).toBe(3);
  });
});

describe("a terminal", () => {
  const card = (title: string): Card => ({
    key: "k",
    title,
    tone: "info",
    summary: "s",
    blocks: [],
  });

  it("has colours only when asked", () => {
    const reading = readingIn("en");
    expect(renderTerminal(assignmentCard("en"), { reading })).not.toContain("\u001b");
    expect(renderTerminal(assignmentCard("en"), { reading, color: true })).toContain("\u001b[1m");
  });

  it("obeys nothing that a card says", () => {
    const hostile = "a\u001b[2Jb\u0007c\u009bd\u202ee\rf";
    const text = renderTerminal(card(hostile), { reading: readingIn("en") });
    expect(text).toContain("a[2Jbcdef");
    expect(renderTerminal(evilCard(), { reading: readingIn("en") })).not.toContain("javascript:");
  });

  it("counts a Chinese character as two columns and an accent as none", () => {
    expect(columnsOf("数据 ok")).toBe(7);
    expect(columnsOf("e\u0301")).toBe(1);
    expect(columnsOf("💼")).toBe(2);
    expect(columnsOf("\u001b[1mbold\u001b[0m")).toBe(4);
  });

  it("breaks lines at spaces and between Chinese characters, not before a closing mark", () => {
    expect(wrap(plain("one two three"), 8)).toEqual(["one two", "three"]);
    expect(wrap(plain("报价已经发，预算"), 10)).toEqual(["报价已经", "发，预算"]);
    expect(wrap(plain("abcdefghij"), 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(wrap(plain("a\n  b"), 10)).toEqual(["a", "  b"]);
  });

  it.each([[[]], [[0, 0]], [[-3, 5]], [[Number.NaN]], [[Number.POSITIVE_INFINITY]], [[1, 2, 3]]])(
    "draws a chart of the odd numbers %j without failing",
    (values) => {
      for (const chart of ["bar", "line", "pie", "radar", "heatmap"] as const) {
        const series = [{ name: "one", values }];
        const block = { t: "chart", chart, labels: ["a", "b"], series, alt: "words" } as const;
        const drawn = { ...card("t"), blocks: [{ ...block, labels: ["a", "b"] }] };
        expect(renderTerminal(drawn, { reading: readingIn("en") })).toContain("words");
      }
    },
  );
});
