// Inline text -> rich text elements. Rich text is a tree like ours: nothing a customer typed is parsed by Slack.
import type { Inline } from "../../../core/card.ts";
import { limits } from "../limits.ts";

/** A Block Kit object; `validate.ts` knows what Slack refuses of it. */
export type SlackBlock = { type: string; [name: string]: unknown };
export type Element = { type: string; [name: string]: unknown };
export type PlainText = { type: "plain_text"; text: string; emoji: false };

/** Well-formed text of at most so many characters. */
export function cut(given: string, limit: number): string {
  const text = clean(given);
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - 1);
  // A lone half of a pair would be refused as malformed.
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** At most so many bytes of markup (escapeText's), with none of its characters or escapes cut in half. */
export function cutBytes(markup: string, limit: number): string {
  if (Buffer.byteLength(markup) <= limit) return markup;
  const [...letters] = markup.match(/&(?:amp|lt|gt);|./gsu) ?? [];
  let left = limit - Buffer.byteLength("…");
  const end = letters.findIndex((letter) => {
    left -= Buffer.byteLength(letter);
    return left < 0;
  });
  return `${letters.slice(0, end).join("")}…`;
}

/** Words Slack always takes: never blank, never too long. */
export function someText(text: string, limit: number): string {
  return cut(clean(text).trim() || "–", limit);
}

/** The same as a plain text object. */
export function plainText(text: string, limit: number): PlainText {
  return { type: "plain_text", text: someText(text, limit), emoji: false };
}

/** One line or paragraph of rich text. */
export function renderSection(inlines: Inline[]): Element {
  const elements = inlines.flatMap(renderInline);
  return {
    type: "rich_text_section",
    elements: elements.length > 0 ? elements : [textElement("–")],
  };
}

/** Fixed-width lines: bars, and tables where Slack has none. */
export function renderFixed(lines: string[]): Element {
  const text = cut(clean(lines.join("\n")) || "–", limits.richText);
  return { type: "rich_text_preformatted", elements: [{ type: "text", text }] };
}

/** Text for `text` of a message, which Slack reads as markup: so its three signs are escaped. */
export function escapeText(text: string): string {
  return clean(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** A link Slack would take, or nothing: web and mail only. */
export function toSafeUrl(url: string): string | undefined {
  if (url.length > limits.button.url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  const isSafe = ["https:", "http:", "mailto:"].includes(protocol);
  return isSafe && href.length <= limits.button.url ? href : undefined;
}

function renderInline(part: Inline): Element[] {
  if (part.t === "text") return toText(part.text);
  if (part.t === "strong") return toText(part.text, { bold: true });
  if (part.t === "emph") return toText(part.text, { italic: true });
  if (part.t === "code") return toText(part.text, { code: true });
  // A person's id is ours, not Slack's: their name, and nobody is pinged by being written about.
  if (part.t === "person") return toText(part.name, { bold: true });
  if (part.t === "date") return renderDate(part);
  const url = toSafeUrl(part.url);
  const label = cut(clean(part.text), limits.sectionText);
  return url ? [{ type: "link", url, ...(label ? { text: label } : {}) }] : toText(part.text);
}

const dateFormats = {
  day: "{date_short}",
  time: "{time}",
  both: "{date_short} {time}",
} as const;

/** Slack shows the date in the reader's own zone. */
function renderDate({ at, style, text }: Extract<Inline, { t: "date" }>): Element[] {
  const timestamp = Math.floor(at / 1000);
  if (!(timestamp > 0)) return toText(text);
  return [{ type: "date", timestamp, format: dateFormats[style], fallback: someText(text, 100) }];
}

function toText(text: string, style?: Record<string, true>): Element[] {
  const kept = cut(clean(text), limits.richText);
  return kept ? [style ? { ...textElement(kept), style } : textElement(kept)] : [];
}

function textElement(text: string): Element {
  return { type: "text", text };
}

/** Lone surrogates and control characters would make the whole message malformed. */
export function clean(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return text.toWellFormed().replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "");
}
