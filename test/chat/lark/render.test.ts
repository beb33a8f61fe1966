import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../src/chat/lark/limits.ts";
import { details } from "../../../src/chat/lark/render/drawing.ts";
import {
  bytesOf,
  clean,
  type Element,
  elementsOf,
  markOf,
} from "../../../src/chat/lark/render/element.ts";
import { escapeMarkdown } from "../../../src/chat/lark/render/text.ts";
import { renderAt, renderCard, renderPlain, renderSimple } from "../../../src/chat/lark/render.ts";
import { validateCard } from "../../../src/chat/lark/validate.ts";
import type { Block, Card } from "../../../src/core/card.ts";
import { textsFor } from "../../../src/core/text/texts.ts";
import { anyCard } from "../../helpers/any-card.ts";

const texts = textsFor("en");
const options = { texts, images: new Map([["ast_1", "img_v3_known"]]) };
const aCard = (...blocks: Block[]): Card => ({
  key: "k",
  title: "Acme",
  tone: "info",
  summary: "Acme",
  blocks,
});
const draw = (...blocks: Block[]) => renderCard(aCard(...blocks), options);
const tagsOf = (card: unknown) => elementsOf(card).map(({ element }) => element.tag);

describe("renderCard", () => {
  it("emits nothing Lark would refuse, for any card", { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(anyCard, fc.boolean(), (card, opened) => {
        const { card: drawn } = renderCard(card, { ...options, opened, maxTables: 3 });
        expect(validateCard(drawn, { maxTables: 3 })).toEqual([]);
        expect(bytesOf(drawn)).toBeLessThan(28_001);
      }),
      { numRuns: 10_000, endOnFailure: true }, // shrinking cards of this size takes hours,
    );
  });

  it("leaves detail out only for size", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const [everything] = details;
        const drawn = everything && renderAt(card, everything, options);
        const problems = validateCard(drawn?.card).map((problem) => problem.split(":")[0]);
        expect(problems.filter((code) => code !== "230025" && code !== "11310")).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("emits nothing Lark would refuse when it is asked for a simple card", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        expect(validateCard(renderSimple(card, options).card)).toEqual([]);
        expect(Buffer.byteLength(renderPlain(card))).toBeLessThan(limits.plainText + 1);
      }),
      { numRuns: 1_000 },
    );
  });

  it("loses no button, whatever else has to go", () => {
    fc.assert(
      fc.property(anyCard, (card) => {
        const few = card.blocks.slice(0, 5);
        const press = { id: "x", label: "Accept", ref: "act_keep_me" };
        const big = Array.from({ length: 30 }, () => ({
          t: "text" as const,
          text: [{ t: "strong" as const, text: "华信".repeat(900) }],
        }));
        const drawn = renderCard(
          { ...card, blocks: [...few, ...big, { t: "actions", actions: [press] }] },
          options,
        );
        expect(JSON.stringify(drawn.card)).toContain("act_keep_me");
        expect(drawn.dropped.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps the buttons of a collapsed part on a simple card", () => {
    const press = { id: "x", label: "Accept", ref: "act_keep_me" };
    const folded: Block = { t: "actions", actions: [press] };
    const more: Block = { t: "more", title: "More", blocks: [folded] };
    const card: Card = { key: "k", title: "T", tone: "info", summary: "S", blocks: [more] };
    expect(JSON.stringify(renderSimple(card, options).card)).toContain("act_keep_me");
  });

  it("draws a table at the root and lines of text inside a collapsed part", () => {
    const table: Block = {
      t: "table",
      columns: ["A", "B"],
      rows: [[[{ t: "text", text: "1" }], [{ t: "text", text: "2" }]]],
    };
    const { card } = draw(table, { t: "more", title: "More", blocks: [table] });
    const [native, panel] = card.body.elements as [Element, Element];
    expect(native).toMatchObject({ tag: "table", rows: [{ c0: "1", c1: "2" }] });
    expect(tagsOf(panel)).not.toContain("table");
    expect(JSON.stringify(panel)).toContain("1 | 2");
  });

  it("takes forms out of a collapsed part, however deep they lie", () => {
    const submit = { id: "s", label: "Save", ref: "act_1" };
    const form: Block = {
      t: "form",
      id: "f",
      fields: [{ kind: "text", name: "n", label: "N" }],
      submit,
    };
    const { card } = draw({
      t: "more",
      title: "A",
      blocks: [{ t: "more", title: "B", blocks: [form] }],
    });
    expect(card.body.elements.map(({ tag }) => tag)).toEqual(["collapsible_panel", "form"]);
  });

  it("draws more tables than Lark takes as text", () => {
    const table: Block = { t: "table", columns: ["A"], rows: [[[{ t: "text", text: "1" }]]] };
    const tags = tagsOf(draw(table, table, table, table, table).card);
    expect(tags.filter((tag) => tag === "table")).toHaveLength(limits.tables);
  });

  it.each(["bar", "line", "pie", "radar"] as const)(
    "draws a %s chart natively, with the numbers in words",
    (chart) => {
      const block: Block = {
        t: "chart",
        chart,
        labels: ["a", "b"],
        series: [{ name: "s", values: [1, 2] }],
        alt: "a 1, b 2",
      };
      const drawn = draw(block).card;
      expect(
        elementsOf(drawn).find(({ element }) => element.tag === "chart")?.element.chart_spec,
      ).toMatchObject({ type: chart });
      expect(JSON.stringify(drawn)).toContain("a 1, b 2");
    },
  );

  it("draws a heat map as coloured cells", () => {
    const block: Block = {
      t: "chart",
      chart: "heatmap",
      labels: ["fit", "speed"],
      series: [{ name: "s", values: [0, 100] }],
      max: 100,
      alt: "fit 0, speed 100",
    };
    const cells = elementsOf(draw(block).card).filter(({ element }) => element.tag === "column");
    expect(cells.map(({ element }) => element.background_style)).toEqual([
      ...["grey", "blue-50", "grey", "blue-400"],
    ]);
  });

  it("names the rows of a heat map, and draws a large one as a table", () => {
    const heat = (rows: number, columns: number): Block => ({
      t: "chart",
      chart: "heatmap",
      labels: Array.from({ length: columns }, (_, at) => `skill ${at}`),
      series: Array.from({ length: rows }, (_, at) => ({
        name: `rep ${at}`,
        values: Array.from({ length: columns }, (_, step) => step * 10),
      })),
      max: 100,
      alt: "numbers",
    });
    expect(JSON.stringify(draw(heat(2, 3)).card)).toContain("rep 1");
    const [table] = draw(heat(12, 8)).card.body.elements as [Element];
    expect(table).toMatchObject({ tag: "table", page_size: 10 });
    expect((table.rows as Record<string, string>[])[11]).toMatchObject({
      c0: "rep 11",
      c8: "▓ 70",
    });
  });

  it("keeps a form's values and says in red what is wrong under each field", () => {
    const { card } = draw({
      t: "form",
      id: "f",
      fields: [
        { kind: "text", name: "name", label: "Name", value: "Ann", error: "Too short" },
        { kind: "number", name: "seats", label: "Seats", value: 5 },
        { kind: "date", name: "due", label: "Due", value: "2026-11-22" },
      ],
      submit: { id: "s", label: "Save", ref: "act_1" },
    });
    const [form] = card.body.elements as [Element];
    const inside = elementsOf(form.elements).map(({ element }) => element);
    expect(inside.find(({ name }) => name === "name")).toMatchObject({ default_value: "Ann" });
    expect(inside.find(({ name }) => name === "due")).toMatchObject({ initial_date: "2026-11-22" });
    expect(JSON.stringify(inside)).toContain("<font color='red'>Too short</font>");
    const submit = inside.find(({ tag }) => tag === "button");
    expect(submit).toMatchObject({ form_action_type: "submit" });
    expect(submit?.behaviors).toEqual([
      {
        type: "callback",
        value: { ref: "act_1", card: markOf("k"), form: { seats: "number", due: "date" } },
      },
    ]);
  });

  it("shows a picture it has the key of, and words otherwise", () => {
    const image = (asset: string): Block => ({ t: "image", image: { asset }, alt: "A chart" });
    expect(tagsOf(draw(image("ast_1")).card)).toContain("img");
    expect(JSON.stringify(draw(image("ast_gone")).card)).toContain("A chart");
  });

  it("tells the lock screen the summary only", () => {
    expect(draw().card.config.summary.content).toBe("Acme");
  });
});

describe("text of customers", () => {
  it("mentions nobody, links nowhere and marks nothing", () => {
    expect(escapeMarkdown("<at id=all></at>")).toBe("&#60;at id=all&#62;&#60;/at&#62;");
    const link: Block = {
      t: "text",
      text: [{ t: "link", text: "here", url: "javascript:alert(1)" }],
    };
    expect(JSON.stringify(draw(link).card)).not.toContain("javascript");
    const hidden: Block = {
      t: "text",
      text: [{ t: "link", text: "a](http://evil.example)", url: "https://ok.example/a)b" }],
    };
    expect(JSON.stringify(draw(hidden).card)).not.toContain("](http://evil");
  });

  it("reads back as it was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const back = escapeMarkdown(typed).replace(/&#(\d+);/g, (_, code: string) =>
          String.fromCharCode(Number(code)),
        );
        expect(back).toBe(clean(typed));
        expect(escapeMarkdown(typed).replace(/&#\d+;/g, "")).not.toMatch(/[<>*_~`[\]]/);
      }),
      { numRuns: 2_000 },
    );
  });
});
