import { describe, expect, it } from "vitest";
import type { View } from "../../../src/chat/local/render/text.ts";
import { renderCard } from "../../../src/chat/local/render.ts";
import type { Block, Card, Inline } from "../../../src/core/card.ts";
import { type Language, languages } from "../../../src/core/model.ts";
import { readingOf } from "../../../src/core/text/format.ts";
import { evilCard } from "./evil-card.ts";
import { assignmentCard, at } from "./sample-cards.ts";
import { chartsCard } from "./sample-charts.ts";
import { allFields, formCard } from "./sample-forms.ts";

const viewOf = (language: Language): View => ({
  ...readingOf({ language, timeZone: "Asia/Shanghai" }),
  id: "msg_1",
  path: "/as/per_1",
});

const draw = async (card: Card, language: Language = "en") =>
  String(await renderCard(card, viewOf(language)));

const drawBlock = (block: Block, language: Language = "en") =>
  draw({ key: "k", title: "Title", tone: "info", summary: "s", blocks: [block] }, language);

describe.each(languages)("a card in %s", (language) => {
  it("shows its head: title, subtitle, tags and what its tone means", async () => {
    const card = assignmentCard(language);
    const html = await draw(card, language);
    expect(html).toContain(`<h3 id="msg_1-title">${card.title}</h3>`);
    expect(html).toContain(card.subtitle);
    for (const tag of card.tags ?? []) expect(html).toContain(`<li>${tag}</li>`);
    expect(html).toContain(`aria-label="${language === "zh" ? "好消息" : "Good news"}"`);
  });

  it("shows moments in the reader's zone and language", async () => {
    const html = await drawBlock(
      { t: "text", text: [{ t: "date", at, style: "both", text: "fallback" }] },
      language,
    );
    const day = language === "zh" ? "2026年11月22日" : "22 Nov 2026";
    expect(html).toContain(
      `<time datetime="2026-11-22T09:30:00.000Z" title="fallback">${day} 17:30</time>`,
    );
  });

  it("draws every kind of chart twice, with its numbers in words", async () => {
    const card = chartsCard(language);
    const charts = card.blocks.filter((block) => block.t === "chart");
    const html = await draw(card, language);
    expect(html.match(/<svg /g)).toHaveLength(charts.length * 2);
    expect(html.match(/role="img" aria-label="(Chart|图表): /g)).toHaveLength(charts.length);
    for (const { alt } of charts) expect(html.split(alt).length - 1).toBeGreaterThanOrEqual(2);
  });

  it("asks all eight kinds of field with labels, hints and what they hold", async () => {
    const html = await draw(formCard(language), language);
    for (const { kind, name, label, required } of allFields(language)) {
      expect(html).toContain(label);
      expect(html).toContain(`value="${kind}${required ? "!" : ""}:${name}"`);
    }
    expect(html).toContain('type="date"');
    expect(html).toContain('value="2026-12-02"');
    expect(html).toContain('<option value="proposal" selected>');
    expect(html).toMatch(/value="price" checked/);
    expect(html).toMatch(/type="file"[^>]*accept=".pdf,image\/\*"/);
    expect(html).toContain(language === "zh" ? "必填" : "required");
  });
});

describe("a block", () => {
  it("marks text as it is meant", async () => {
    const html = await drawBlock({
      t: "text",
      text: [
        { t: "strong", text: "a" },
        { t: "emph", text: "b" },
        { t: "code", text: "c" },
        { t: "person", id: "per_1", name: "Ana" },
        { t: "link", text: "mail", url: "mailto:ana@example.com" },
      ],
    });
    expect(html).toContain("<strong>a</strong><em>b</em><code>c</code>");
    expect(html).toContain('<span class="person">@Ana</span>');
    expect(html).toContain('href="mailto:ana@example.com"');
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "/relative",
    "vbscript:x",
    " java\nscript:x",
  ])("shows the link %j as words only", async (url) => {
    const link = await drawBlock({ t: "text", text: [{ t: "link", text: "look", url }] });
    const button = await drawBlock({ t: "actions", actions: [{ label: "look", url }] });
    expect(link + button).toContain("look");
    expect(link + button).not.toContain("href");
  });

  it("lines up a table and lets it scroll", async () => {
    const html = await drawBlock({
      t: "table",
      columns: ["Name", "Points"],
      rows: [[[{ t: "text", text: "Budget" }], [{ t: "text", text: "6.60" }]]],
      numeric: [1],
    });
    expect(html).toContain('<th scope="col" class="number">Points</th>');
    expect(html).toContain('<td class="number">6.60</td>');
    expect(html).toMatch(/class="scroll" tabindex="0" role="region" aria-label="Table"/);
  });

  it("names every column in the cells of a table a phone has no room for", async () => {
    const columns = ["Version", "When", "Who", "Why", "What changed"];
    const rows = [columns.map((): Inline[] => [{ t: "text", text: "x" }])];
    const html = await drawBlock({ t: "table", columns, rows });
    expect(html).toContain('<table class="listed">');
    expect(html).toContain('<td class="words" data-column="What changed">x</td>');
    expect(await drawBlock({ t: "table", columns: ["Name"], rows: [] })).toContain("<table>");
  });

  it("keeps progress between nothing and all", async () => {
    expect(await drawBlock({ t: "progress", label: "p", ratio: 0.724 })).toContain('value="72"');
    expect(await drawBlock({ t: "progress", label: "p", ratio: 3 })).toContain('value="100"');
    expect(await drawBlock({ t: "progress", label: "p", ratio: -1 })).toContain('value="0"');
  });

  it("shows a picture with its words", async () => {
    const html = await drawBlock({ t: "image", image: { asset: "ast_1" }, alt: "Licence" });
    expect(html).toContain('src="/assets/ast_1" alt="Licence"');
  });

  it("posts a press to the person's own path, after its question", async () => {
    const html = await drawBlock({
      t: "actions",
      actions: [{ id: "x", label: "Drop", ref: "r1", style: "danger", confirm: "Sure?" }],
    });
    expect(html).toContain('hx-post="/as/per_1/press"');
    expect(html).toMatch(/name="ref" value="r1" class="button danger" data-confirm="Sure\?"/);
  });

  it("shows what is wrong under the field it is about", async () => {
    const html = await drawBlock({
      t: "form",
      id: "f",
      fields: [{ kind: "text", name: "n", label: "Name", error: "Too short", value: "x" }],
      submit: { id: "s", label: "Save", ref: "r" },
    });
    expect(html).toMatch(/id="msg_1-0-0-error" role="alert">Too short<\/p>/);
    expect(html).toMatch(/aria-describedby="msg_1-0-0-error"\s+aria-invalid="true"/);
  });

  it("folds what is more, and separates", async () => {
    const html = await drawBlock({
      t: "more",
      title: "How",
      blocks: [{ t: "divider" }, { t: "context", text: [{ t: "text", text: "small" }] }],
    });
    expect(html).toMatch(/<details class="more">\s*<summary>How<\/summary>/);
    expect(html).toContain("<hr />");
    expect(html).toContain('<p class="context">small</p>');
  });

  it.each([
    { labels: [], values: [] },
    { labels: ["a"], values: [] },
    { labels: ["a", "b"], values: [0, 0] },
    { labels: ["a", "b"], values: [-3, 5] },
    { labels: ["a"], values: [Number.NaN] },
    { labels: ["a"], values: [Number.POSITIVE_INFINITY] },
    { labels: ["a", "a", "a"], values: [1, 2] },
    { labels: Array.from({ length: 80 }, (_, i) => `label ${i}`), values: [1] },
  ])("draws a chart of odd numbers without failing: $values", async ({ labels, values }) => {
    for (const chart of ["bar", "line", "pie", "radar", "heatmap"] as const) {
      for (const count of [1, 2]) {
        const series = Array.from({ length: count }, (_, i) => ({ name: `s${i}`, values }));
        expect(await drawBlock({ t: "chart", chart, labels, series, alt: "words" })).toContain(
          "words",
        );
      }
    }
  });
});

describe("words that look like markup", () => {
  it("stay words in every position of a card", async () => {
    const html = await draw(evilCard());
    expect(html).not.toMatch(/<img src=x/i);
    expect(html).not.toMatch(/<script/i);
    expect(html).not.toMatch(/href="(javascript|data):/i);
    const tags = html.replace(/="[^"]*"/g, "").match(/<[^>]*>/g) ?? [];
    expect(tags.filter((tag) => /\bon\w+/i.test(tag))).toEqual([]);
    expect(html.match(/&lt;img src=x/g)?.length).toBeGreaterThan(60);
  });

  it("bring no inline style or script of their own", async () => {
    const html = await draw(chartsCard("en"));
    expect(html).not.toMatch(/\sstyle=|<style|ecmeta/);
    expect(html).toContain('fill="var(--chart-1)"');
    expect(html).not.toMatch(/#0[0-9a-f]0[0-9a-f]0[0-9a-f]/);
  });
});
