// Tables on the page.
import { html } from "hono/html";
import { type Block, plain } from "../../../core/card.ts";
import { type Html, renderInlines, type View } from "./text.ts";

type BlockOf<Kind extends Block["t"]> = Extract<Block, { t: Kind }>;

/** A phone has no room for so many columns beside each other: there every row is a list with the columns' names. */
const mostBesideOnPhone = 4;

/** A table that scrolls sideways by itself when it is wider than the screen. */
export function renderTable({ columns, rows, numeric = [] }: BlockOf<"table">, view: View): Html {
  const side = (index: number) => (numeric.includes(index) ? "number" : "words");
  const head = columns.map((name, i) => html`<th scope="col" class="${side(i)}">${name}</th>`);
  const isList = columns.length > mostBesideOnPhone;
  const body = rows.map((cells) => {
    const row = cells.map(
      (cell, i) =>
        html`<td class="${side(i)}"${isList && html` data-column="${columns[i]}"`}>${renderInlines(cell, view)}</td>`,
    );
    return html`<tr>${row}</tr>`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${view.texts.local.table}">
    <table${isList && html` class="listed"`}><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>
  </div>`;
}

/** Letters of the Latin kind that three lines of half a phone take. */
const mostBeside = 54;

/** Label and value pairs, side by side where there is room; a long value has the whole width. */
export function renderFields({ items }: BlockOf<"fields">, view: View): Html {
  const pairs = items.map(({ label, value }) => {
    const isLong = lettersOf(plain(value)) > mostBeside;
    const inside = html`<dt>${label}</dt><dd>${renderInlines(value, view)}</dd>`;
    return html`<div class="${isLong ? "long" : ""}">${inside}</div>`;
  });
  return html`<dl class="fields">${pairs}</dl>`;
}

/** A Chinese character is as wide as two Latin letters. */
function lettersOf(words: string): number {
  return words.length + (words.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}
