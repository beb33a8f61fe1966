// Card -> HTML. Pieces with parts of their own stand in render/.
import { html } from "hono/html";
import type { Action, Block, Card, Tone } from "../../core/card.ts";
import { renderChart } from "./render/chart.ts";
import { renderForm } from "./render/form.ts";
import { renderFields, renderTable } from "./render/table.ts";
import { type Html, renderInlines, toSafeUrl, type View } from "./render/text.ts";

/** One card: its head and its blocks. */
export function renderCard(card: Card, view: View): Html {
  const tags = card.tags?.map((tag) => html`<li>${tag}</li>`) ?? [];
  return html`<div class="card tone-${card.tone}">
    <header>
      ${renderTone(card.tone, view)}
      <div class="heading">
        <h3 id="${view.id}-title">${card.title}</h3>
        ${card.subtitle && html`<p class="subtitle">${card.subtitle}</p>`}
      </div>
      ${tags.length > 0 && html`<ul class="tags">${tags}</ul>`}
    </header>
    ${renderBlocks(card.blocks, view)}
  </div>`;
}

const marks = { info: "i", good: "✓", warn: "!", bad: "×" } as const satisfies Record<Tone, string>;

function renderTone(tone: Tone, { texts }: View): Html {
  const word = texts.local.tones[tone];
  return html`<span class="tone" role="img" aria-label="${word}" title="${word}">${marks[tone]}</span>`;
}

function renderBlocks(blocks: Block[], view: View): Html[] {
  return blocks.map((block, index) => renderBlock(block, { ...view, id: `${view.id}-${index}` }));
}

function renderBlock(block: Block, view: View): Html {
  switch (block.t) {
    case "text":
      return html`<p class="text">${renderInlines(block.text, view)}</p>`;
    case "context":
      return html`<p class="context">${renderInlines(block.text, view)}</p>`;
    case "fields":
      return renderFields(block, view);
    case "table":
      return renderTable(block, view);
    case "chart":
      return renderChart(block, view);
    case "progress":
      return renderProgress(block);
    case "image":
      return renderImage(block);
    case "file":
      return renderFile(block);
    case "actions":
      return renderActions(block.actions, view);
    case "form":
      return renderForm(block, view);
    case "more":
      return html`<details class="more">
        <summary>${block.title}</summary>
        <div class="inside">${renderBlocks(block.blocks, view)}</div>
      </details>`;
    case "divider":
      return html`<hr />`;
  }
}

function renderProgress({ label, ratio }: { label: string; ratio: number }): Html {
  const percent = Math.round(Math.min(1, Math.max(0, ratio)) * 100);
  return html`<label class="progress">
    <span>${label}</span><span class="share">${percent}%</span>
    <progress max="100" value="${percent}">${percent}%</progress>
  </label>`;
}

function renderImage({ image, alt }: Extract<Block, { t: "image" }>): Html {
  const source = `/assets/${encodeURIComponent(image.asset)}`;
  return html`<figure class="picture">
    <a href="${source}" target="_blank"><img src="${source}" alt="${alt}" loading="lazy" /></a>
    <figcaption aria-hidden="true">${alt}</figcaption>
  </figure>`;
}

function renderFile({ file, name }: Extract<Block, { t: "file" }>): Html {
  const source = `/assets/${encodeURIComponent(file.asset)}`;
  return html`<p class="text"><a class="button" href="${source}" download="${name}">${name}</a></p>`;
}

function renderActions(actions: Action[], view: View): Html {
  const buttons = actions.map((action) => {
    if ("ref" in action) return renderButton(action);
    const safe = toSafeUrl(action.url);
    if (!safe) return html`<span class="button disabled">${action.label}</span>`;
    return html`<a class="button" href="${safe}" target="_blank" rel="noopener noreferrer">${action.label}</a>`;
  });
  return html`<form class="actions" hx-post="${view.path}/press" hx-swap="none">${buttons}</form>`;
}

function renderButton({ ref, label, style, confirm }: Extract<Action, { ref: string }>): Html {
  return html`<button
    name="ref" value="${ref}" class="button ${style ?? "plain"}" data-confirm="${confirm ?? ""}"
  >${label}</button>`;
}
