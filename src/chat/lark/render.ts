// Card -> card JSON 2.0, as much of it as Lark takes. Pieces with parts of their own stand in render/.
import { type Block, blocksOf, type Card, plain, type Tone } from "../../core/card.ts";
import type { Texts } from "../../core/text/en.ts";
import { wordsOf } from "../plain-words.ts";
import { limits } from "./limits.ts";
import { renderActions } from "./render/actions.ts";
import { renderChart } from "./render/chart.ts";
import { type Detail, type Drawing, details } from "./render/drawing.ts";
import {
  bytesOf,
  clean,
  type Element,
  type LarkCard,
  markOf,
  plainText,
} from "./render/element.ts";
import { renderForm } from "./render/form.ts";
import { renderFields, renderTable } from "./render/table.ts";
import { renderText, shorten } from "./render/text.ts";
import { validateCard } from "./validate.ts";

export type RenderOptions = {
  texts: Texts;
  images?: ReadonlyMap<string, string>;
  maxTables?: number;
  /** The card is a form that a press opened: answered, it becomes a receipt. */
  opened?: boolean;
};

/** `dropped` says in English what did not fit. */
export type Rendered = { card: LarkCard; dropped: string[] };

const within = { maxBytes: limits.cardBytes, maxElements: limits.elements };

/** Draws a card in full, or with the most detail that Lark takes. */
export function renderCard(card: Card, options: RenderOptions): Rendered {
  for (const detail of details) {
    const rendered = renderAt(card, detail, options);
    // Mostly it is the size, which is looked at soonest.
    if (bytesOf(rendered.card) > within.maxBytes) continue;
    if (validateCard(rendered.card, { ...within, ...options }).length === 0) return rendered;
  }
  return renderSimple(card, options);
}

/** Title, words and buttons only: for a card that Lark refused, or that fits in no other way. */
export function renderSimple(card: Card, options: RenderOptions): Rendered {
  const tries = simpleSizes.map((size) => drawSimple(card, size, options));
  const fitting = tries.find((one) => validateCard(one, within).length === 0);
  const dropped = ["everything but words and buttons"];
  return { card: fitting ?? wrap(card, notEmpty([], card)), dropped };
}

const simpleSizes = [
  { words: 3_000, buttons: 25 },
  { words: 1_000, buttons: 10 },
  { words: 300, buttons: 3 },
];
type SimpleSize = (typeof simpleSizes)[number];

function drawSimple(card: Card, size: SimpleSize, options: RenderOptions): LarkCard {
  const drawing = start(card, details.at(-1) as Detail, options);
  const words = [card.subtitle, ...card.blocks.map((block) => wordsOf(block, toBar))]
    .filter(Boolean)
    .join("\n");
  const actions = blocksOf(card.blocks, "actions").flatMap((block) => block.actions);
  const text = plainText(shorten(words, size.words));
  const elements = [
    ...(words.trim() ? [{ tag: "div", text }] : []),
    ...renderActions(actions.slice(0, size.buttons), drawing),
  ];
  return wrap(card, notEmpty(elements, card));
}

/** A card in words alone, for when Lark takes no card at all. */
export function renderPlain(card: Card): string {
  const lines = [
    card.title,
    card.subtitle,
    ...card.blocks.map((block) => wordsOf(block, toBar)),
  ].filter(Boolean);
  return shorten(toWords(lines.join("\n")), limits.plainText / 4);
}

/** Lark reads tags (a mention of everybody among them) and links even in a message of plain text. */
function toWords(text: string): string {
  return clean(text)
    .replace(/<(?=[a-z/!])/gi, "＜")
    .replaceAll("](", "] (");
}

/** A card with so much detail, whether or not Lark takes that much. */
export function renderAt(card: Card, detail: Detail, options: RenderOptions): Rendered {
  const drawing = start(card, detail, options);
  const elements = renderBlocks(card.blocks, drawing);
  if (drawing.dropped.length > 0) elements.push(...renderCut(drawing));
  return { card: wrap(card, notEmpty(elements, card)), dropped: drawing.dropped };
}

function start(card: Card, detail: Detail, options: RenderOptions): Drawing {
  const { texts, images = new Map(), maxTables = limits.tables, opened = false } = options;
  return {
    ...{ texts, detail, images, names: new Set(), dropped: [], inside: false },
    origin: { card: markOf(card.key), ...(opened ? { opened } : {}) },
    left: { tables: maxTables, charts: limits.charts, blocks: detail.blocks },
  };
}

function wrap(card: Card, elements: Element[]): LarkCard {
  const title = card.title.trim() || "–";
  const tags = (card.tags ?? []).filter((tag) => tag.trim()).slice(0, limits.headerTags);
  return {
    schema: "2.0",
    config: {
      update_multi: true,
      enable_forward: false, // buttons mean something only for the person they were made for
      summary: { content: clean(shorten(card.summary.trim() || title, limits.summary)) || "–" },
    },
    header: {
      title: plainText(shorten(title, limits.title)),
      ...(card.subtitle?.trim()
        ? { subtitle: plainText(shorten(card.subtitle, limits.subtitle)) }
        : {}),
      template: colours[card.tone],
      ...(tags.length > 0 ? { text_tag_list: tags.map((tag) => toTag(tag, card.tone)) } : {}),
    },
    body: { elements },
  };
}

const colours = {
  info: "blue",
  good: "green",
  warn: "orange",
  bad: "red",
} as const satisfies Record<Tone, string>;

function toTag(tag: string, tone: Tone): Element {
  return { tag: "text_tag", text: plainText(shorten(tag, limits.tag)), color: colours[tone] };
}

// Lark refuses a card without a body.
function notEmpty(elements: Element[], card: Card): Element[] {
  if (elements.length > 0) return elements;
  return [
    {
      tag: "div",
      text: plainText(shorten(card.summary.trim() || card.title.trim() || "–", limits.title)),
    },
  ];
}

function renderBlocks(blocks: Block[], drawing: Drawing): Element[] {
  return blocks.flatMap((block) => {
    const isNeeded = block.t === "actions" || block.t === "form";
    if (!isNeeded && drawing.left.blocks <= 0) {
      drawing.dropped.push(block.t);
      return [];
    }
    if (!isNeeded) drawing.left.blocks -= 1;
    return renderBlock(block, drawing);
  });
}

function renderBlock(block: Block, drawing: Drawing): Element[] {
  switch (block.t) {
    case "text":
      return renderText(cut(block.text, drawing));
    case "context":
      return renderText(cut(block.text, drawing), { note: true });
    case "fields":
      return renderFields(block, drawing);
    case "table":
      return renderTable(block, drawing);
    case "chart":
      return renderChart(block, drawing);
    case "progress":
      return [{ tag: "div", text: plainText(toBar(block)) }];
    case "image":
      return renderImage(block, drawing);
    case "file":
      return [{ tag: "div", text: plainText(shorten(block.name, drawing.detail.text)) }];
    case "actions":
      return renderActions(block.actions, drawing);
    case "form":
      return renderForm(block, drawing);
    case "more":
      return renderMore(block, drawing);
    case "divider":
      return [{ tag: "hr" }];
  }
}

type BlockOf<Kind extends Block["t"]> = Extract<Block, { t: Kind }>;

function cut(text: BlockOf<"text">["text"], { detail, dropped }: Drawing): BlockOf<"text">["text"] {
  const words = plain(text);
  if (words.length <= detail.text) return text;
  dropped.push("the end of a text");
  return [{ t: "text", text: shorten(words, detail.text) }];
}

function toBar({ label, ratio }: BlockOf<"progress">): string {
  const share = Math.min(1, Math.max(0, Number.isFinite(ratio) ? ratio : 0));
  const full = Math.round(share * 10);
  return `${shorten(label, limits.title)} ${"▓".repeat(full)}${"░".repeat(10 - full)} ${Math.round(share * 100)}%`;
}

function renderImage({ image, alt }: BlockOf<"image">, { images, detail }: Drawing): Element[] {
  const key = images.get(image.asset);
  const words = plainText(shorten(alt.trim() || "–", detail.text));
  return [key ? { tag: "img", img_key: key, alt: words } : { tag: "div", text: words }];
}

/** A part that opens by a press. Forms cannot stand in it, and stand after it instead. */
function renderMore({ title, blocks }: BlockOf<"more">, drawing: Drawing): Element[] {
  const all = flatten(blocks);
  const others = all.filter(({ t }) => t !== "form");
  const forms = () =>
    all.flatMap((block) => (block.t === "form" ? renderForm(block, drawing) : []));
  if (!drawing.detail.more) {
    drawing.dropped.push(`what “${title}” holds`);
    const needed = others.filter(({ t }) => t === "actions");
    return [...renderBlocks(needed, drawing), ...forms()];
  }
  const elements = renderBlocks(others, { ...drawing, inside: true });
  if (elements.length === 0) return forms();
  const header = { title: plainText(shorten(title.trim() || "…", limits.title)) };
  return [{ tag: "collapsible_panel", expanded: false, header, elements }, ...forms()];
}

/** What is collapsed inside a collapsed part stands open there. */
function flatten(blocks: Block[]): Block[] {
  return blocks.flatMap((block) => {
    if (block.t !== "more") return [block];
    return [{ t: "text", text: [{ t: "strong", text: block.title }] }, ...flatten(block.blocks)];
  });
}

function renderCut({ texts }: Drawing): Element[] {
  return renderText([{ t: "text", text: texts.lark.cut }], { note: true });
}
