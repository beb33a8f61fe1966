// Card -> Block Kit within the limits. Tables, text and forms stand in render/.
import {
  type Action,
  type Block,
  type Card,
  type Inline,
  plain,
  strong,
  text,
} from "../../core/card.ts";
import type { Texts } from "../../core/text/en.ts";
import { isDrawn, pictureKeyOf } from "./files/images.ts";
import { limits } from "./limits.ts";
import { renderBars, renderChart, renderLegend } from "./render/chart.ts";
import { fitBlocks } from "./render/fit.ts";
import { packForm, renderFields } from "./render/form.ts";
import { progressLine } from "./render/plain.ts";
import { fitsTable, renderTable, renderTableLines } from "./render/table.ts";
import {
  cut,
  type Element,
  escapeText,
  plainText,
  renderSection,
  type SlackBlock,
  someText,
  toSafeUrl,
} from "./render/text.ts";

export type RenderOptions = {
  texts: Texts;
  /** Slack's id of each picture already uploaded, by asset. */
  images?: ReadonlyMap<string, string>;
  /** Blocks that not every client knows, or that Slack refused: left out, for text in their place. */
  without?: ReadonlySet<Special>;
};

/** Blocks Slack may refuse, in the order they are given up. */
export const specials = ["chart", "table", "image"] as const;
export type Special = (typeof specials)[number];

/** What chat.postMessage takes. `forms` are those too big for their buttons, by the number of the button. */
export type SlackMessage = { text: string; blocks: SlackBlock[]; forms: Record<string, string> };

/** A card as a message. */
export function renderMessage(card: Card, options: RenderOptions): SlackMessage {
  const run = startRun({ ...options, place: "message", title: card.title });
  const blocks = [...renderHead(card), ...renderBlocks(detailsLast(card.blocks), run)];
  return {
    text: cut(
      escapeText(card.summary).trim() || escapeText(card.title).trim() || "–",
      limits.fallbackText,
    ),
    blocks: fitBlocks(blocks, {
      most: limits.messageBlocks,
      mostText: limits.messageText,
      note: options.texts.slack.leftOut,
    }),
    forms: run.forms,
  };
}

/** Slack cannot fold anything away, so what would be folded comes after the buttons. */
function detailsLast(blocks: Block[]): Block[] {
  const isDetail = ({ t }: Block) => t === "more";
  return [...blocks.filter((block) => !isDetail(block)), ...blocks.filter(isDetail)];
}

/** The blocks of a card inside a modal, without its form. */
export function renderViewBlocks(blocks: Block[], options: RenderOptions): SlackBlock[] {
  const shown = blocks.filter(({ t }) => t !== "form");
  return renderBlocks(shown, startRun({ ...options, place: "view", title: "" }));
}

/** Whole cards in one view, one below the other. */
export function renderCards(cards: Card[], options: RenderOptions): SlackBlock[] {
  const run = startRun({ ...options, place: "view", title: "" });
  return cards.flatMap((card, index) => [
    ...(index > 0 ? [{ type: "divider" }] : []),
    ...renderHead(card),
    ...renderBlocks(detailsLast(card.blocks), run),
  ]);
}

type Place = { place: "message" | "view"; title: string };
type Run = RenderOptions &
  Place & {
    /** Numbers the buttons: an action id may not come twice. */
    next(): number;
    /** Whether one more table or chart may be Slack's own: messages have few, views none. */
    take(special: "chart" | "table"): boolean;
    forms: Record<string, string>;
  };

function startRun(options: RenderOptions & Place): Run {
  let count = 0;
  const left = { chart: limits.chart.perMessage, table: 1 };
  return {
    ...options,
    next: () => count++,
    take: (special) =>
      options.place === "message" && !options.without?.has(special) && left[special]-- > 0,
    forms: {},
  };
}

// Beside the title's own words, never instead of them.
const marks = { info: "", good: "✅ ", warn: "⚠️ ", bad: "⛔ " } as const;

function renderHead({ title, subtitle, tags = [], tone }: Card): SlackBlock[] {
  const under = [subtitle ?? "", tags.join(" · ")].filter((line) => line.trim());
  const elements = under.map((line) => plainText(line, limits.contextText));
  return [
    { type: "header", text: plainText(`${marks[tone]}${title}`, limits.header) },
    ...(elements.length > 0 ? [{ type: "context", elements }] : []),
  ];
}

function renderBlocks(blocks: Block[], run: Run): SlackBlock[] {
  return blocks.flatMap((block) => renderBlock(block, run));
}

function renderBlock(block: Block, run: Run): SlackBlock[] {
  switch (block.t) {
    case "text":
      return [rich(renderSection(block.text))];
    case "fields":
      return [renderPairs(block.items)];
    case "table":
      return [renderTableBlock(block, run)];
    case "chart":
      return renderChartBlocks(block, run);
    case "progress":
      return [rich(renderSection([text(progressLine(block))]))];
    case "image":
      return [renderImage(block, run)];
    case "file":
      return [renderContext([text(block.name)])];
    case "actions":
      return renderActions(block.actions, run);
    case "form":
      return renderForm(block, run);
    case "more":
      return [rich(renderSection([strong(block.title)])), ...renderBlocks(block.blocks, run)];
    case "context":
      return [renderContext(block.text)];
    case "divider":
      return [{ type: "divider" }];
  }
}

function rich(element: Element): SlackBlock {
  return { type: "rich_text", elements: [element] };
}

/** One section with line breaks of its own: nobody documents whether Slack puts some between two sections. */
function renderPairs(items: { label: string; value: Inline[] }[]): SlackBlock {
  const lines = items.map(({ label, value }, index) => [
    ...(index > 0 ? [text("\n")] : []),
    strong(`${label}: `),
    ...value,
  ]);
  return rich(renderSection(lines.flat()));
}

function renderTableBlock(block: Extract<Block, { t: "table" }>, run: Run): SlackBlock {
  return fitsTable(block) && run.take("table") ? renderTable(block) : rich(renderTableLines(block));
}

/** A drawn chart has its numbers in words below, for those who cannot see it. */
function renderChartBlocks(block: Extract<Block, { t: "chart" }>, run: Run): SlackBlock[] {
  const file = isDrawn(block) ? run.images?.get(pictureKeyOf(block)) : undefined;
  if (file && !run.without?.has("image"))
    return [pictureOf(file, block.alt), rich(renderLegend(block))];
  const drawn = renderChart(block, run.title);
  if (!drawn || !run.take("chart")) return [rich(renderBars(block))];
  return [drawn, renderContext([text(block.alt)])];
}

function renderImage({ image, alt }: Extract<Block, { t: "image" }>, run: Run): SlackBlock {
  const file = run.images?.get(image.asset);
  if (!file || run.without?.has("image")) return renderContext([text(alt)]);
  return pictureOf(file, alt);
}

function pictureOf(file: string, alt: string): SlackBlock {
  return { type: "image", slack_file: { id: file }, alt_text: someText(alt, limits.image.alt) };
}

/** Small print; styled small print is ordinary text, since small print takes Slack's markup only. */
function renderContext(inlines: Inline[]): SlackBlock {
  if (inlines.some(({ t }) => t !== "text")) return rich(renderSection(inlines));
  return { type: "context", elements: [plainText(plain(inlines), limits.contextText)] };
}

function renderActions(actions: Action[], run: Run): SlackBlock[] {
  const elements = actions.flatMap((action) => renderAction(action, run));
  const rows = Math.ceil(elements.length / limits.actions);
  return Array.from({ length: rows }, (_, row) => ({
    type: "actions",
    elements: elements.slice(row * limits.actions, (row + 1) * limits.actions),
  }));
}

function renderAction(action: Action, run: Run): Element[] {
  const label = plainText(action.label, limits.button.text);
  if (!("ref" in action)) {
    const url = toSafeUrl(action.url);
    return url ? [{ type: "button", action_id: `link:${run.next()}`, text: label, url }] : [];
  }
  return [
    {
      type: "button",
      action_id: `press:${run.next()}`,
      text: label,
      value: action.ref,
      ...(action.style ? { style: action.style } : {}),
      ...(action.confirm ? { confirm: renderConfirm(action.confirm, action.label, run) } : {}),
    },
  ];
}

function renderConfirm(question: string, label: string, { texts }: Run): object {
  return {
    title: plainText(label, limits.confirm.title),
    text: plainText(question, limits.confirm.text),
    confirm: plainText(label, limits.confirm.button),
    deny: plainText(texts.common.cancel, limits.confirm.button),
  };
}

/** What the form holds already, and a button that opens it: the form travels in the button. */
function renderForm(form: Extract<Block, { t: "form" }>, run: Run): SlackBlock[] {
  const filled = renderFields(form.fields);
  const id = `form:${run.next()}`;
  const packed = packForm(form);
  const fits = packed.length <= limits.button.value;
  if (!fits && packed.length <= limits.formMetadata) run.forms[id] = packed;
  const label = plainText(run.texts.slack.fillIn, limits.button.text);
  const value = fits ? { value: packed } : {};
  const open = { type: "button", action_id: id, text: label, style: "primary", ...value };
  // Too big for its button it is kept with the message, and a view has nothing to keep it with.
  if (!fits && run.place === "view") return filled.length > 0 ? [renderPairs(filled)] : [];
  const cancel = form.cancel ? renderAction(form.cancel, run) : [];
  return [
    ...(filled.length > 0 ? [renderPairs(filled)] : []),
    { type: "actions", elements: [open, ...cancel] },
  ];
}
