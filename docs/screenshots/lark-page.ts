// A card as Feishu and Lark draw it: our card JSON in HTML, its charts by VChart itself, as their clients do.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import type { Element } from "../../src/chat/lark/render/element.ts";
import { renderCard } from "../../src/chat/lark/render.ts";
import { textsFor } from "../../src/core/text/texts.ts";
import type { Offer } from "./offers.ts";

/** Not among the project's packages: 150 MB for two pictures. */
const vchart = "@visactor/vchart/build/index.min.js";

/** Puts the one card on a page. */
export async function openLarkPage(page: Page, { card, language }: Omit<Offer, "rep">) {
  const { header, body } = renderCard(card, { texts: textsFor(language) }).card;
  const charts = body.elements.filter(({ tag }) => tag === "chart");
  await page.setContent(`<!doctype html><html lang="${language}"><meta charset="utf-8">
    <style>${style}</style><div id="message">
    <header class="${wordsIn(header.template)}">${textOf(header.title)}</header>
    ${body.elements.map(draw).join("")}</div></html>`);
  if (charts.length === 0) return;
  await page.addScriptTag({ content: readFileSync(findVChart(), "utf8") });
  await page.evaluate(toScript(charts.map(({ chart_spec: spec }) => spec)));
}

function findVChart(): string {
  try {
    return createRequire(import.meta.url).resolve(vchart);
  } catch {
    throw new Error("First: npm install --no-save @visactor/vchart@2.1.7");
  }
}

/** Runs in the browser. Without animation: a picture is of the end. */
const toScript = (specs: unknown[]) => `(async () => {
  const places = document.querySelectorAll(".chart");
  for (const [index, spec] of ${JSON.stringify(specs)}.entries()) {
    const chart = new VChart.VChart({ ...spec, animation: false }, { dom: places[index] });
    await chart.renderAsync();
  }
  await new Promise((drawn) => setTimeout(drawn, 500));
})()`;

/** The elements that skills are shown with. */
function draw(element: Element): string {
  const { tag } = element;
  const elements = (element.elements ?? element.columns ?? []) as Element[];
  const inside = elements.map(draw).join("");
  if (tag === "chart") {
    const ratio = String(element.aspect_ratio).replace(":", " / ");
    return `<div class="chart" style="aspect-ratio: ${ratio}"></div>`;
  }
  if (tag === "hr") return "<hr>";
  if (tag === "button")
    return `<button class="${wordsIn(element.type)}">${textOf(element.text)}</button>`;
  if (tag === "column_set") return `<div class="set ${wordsIn(element.flex_mode)}">${inside}</div>`;
  if (tag === "column") {
    return `<div class="column ${wordsIn(element.width)} ${wordsIn(element.background_style)}">${inside}</div>`;
  }
  if (tag === "div") return drawWords(element);
  return inside;
}

function drawWords({ text, fields = [] }: Element): string {
  const short = (fields as { text: Element }[]).map(
    ({ text: one }) => `<div class="field">${textOf(one)}</div>`,
  );
  if (short.length > 0) return `<div class="fields">${short.join("")}</div>`;
  const { text_size: size, text_color: color, text_align: align } = text as Element;
  return `<p class="${[size, color, align].map(wordsIn).join(" ")}">${textOf(text)}</p>`;
}

const wordsIn = (value: unknown) => String(value ?? "").replace(/[^\w-]/g, "");

/** Words, with the bold of Lark's markup; a numbered character reference is that character, there as here. */
function textOf(text: unknown): string {
  const { content = "", tag } = text as { content?: string; tag?: string };
  const isMarked = tag === "lark_md";
  const safe = content.replace(/[<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const words = isMarked ? safe.replace(/\*\*(.+?)\*\*/g, "<b>$1</b>") : safe;
  return words.replaceAll("\n", "<br>");
}

const style = `
  body { margin: 0; background: #fff; color: #1f2329; font: 14px/22px "Noto Sans", "Noto Sans CJK SC", sans-serif }
  #message { width: 366px; margin: 12px; border: 1px solid #dee0e3; border-radius: 8px; overflow: hidden;
    padding-bottom: 8px; overflow-wrap: anywhere }
  header { padding: 10px 12px; font: 600 16px/24px "Noto Sans", "Noto Sans CJK SC", sans-serif }
  header.blue { background: #e1eaff; color: #1c4cba } header.green { background: #d9f5d6 }
  header.orange { background: #feead2 } header.red { background: #fde2e2 }
  p, .fields, .set, .chart, hr { margin: 8px 12px }
  .notation { font-size: 12px; line-height: 18px } .grey { color: #646a73 } .center { text-align: center }
  .fields { display: grid; grid-template-columns: 1fr 1fr; gap: 8px }
  .set { display: flex; gap: 4px } .set.flow { flex-wrap: wrap; gap: 8px }
  .column.weighted { flex: 1 1 0; min-width: 0 } .column p { margin: 4px 2px }
  .column.grey { background: #f2f3f5 } .column.blue-50 { background: #f0f4ff } .column.blue-100 { background: #e1eaff }
  .column.blue-200 { background: #bacefd } .column.blue-300 { background: #94b4ff } .column.blue-400 { background: #6698ff }
  button { border: 1px solid #d0d3d6; border-radius: 6px; background: #fff; padding: 4px 12px; font: inherit }
  button.primary { color: #1456f0; border-color: #1456f0 }`;
