// Text as Lark markdown. Every character that could be markup is written as an entity: words come from customers.
import type { Inline } from "../../../core/card.ts";
import { limits } from "../limits.ts";
import { clean, type Element, plainText } from "./element.ts";

/** A line of text with its marks, as markdown. */
export function renderInlines(inlines: Inline[]): string {
  return inlines.map(renderInline).join("");
}

/** One piece of text: without marks as plain text, which Lark never interprets. */
export function renderText(inlines: Inline[], { note = false } = {}): Element[] {
  if (inlines.every(({ t }) => t === "text" || t === "date" || t === "person")) {
    const style = note ? { text_size: "notation", text_color: "grey" } : {};
    const words = toPlain(inlines);
    return split(words).map((content) => ({ tag: "div", text: plainText(content, style) }));
  }
  const content = renderInlines(inlines);
  const fits = content.length <= limits.text;
  if (!fits) return renderText([{ t: "text", text: toPlain(inlines) }], { note });
  if (!content.trim()) return [];
  return [{ tag: "markdown", content, ...(note ? { text_size: "notation" } : {}) }];
}

/** Words that mean nothing to Lark's markdown: no mention, no link, no emphasis, no emoji code. */
export function escapeMarkdown(text: string): string {
  return clean(text)
    .replace(/[&<>*_~`[\]()\\#$|!]/g, toEntity)
    .replace(/:(?=\w+:)/g, toEntity)
    .replace(/^(\s*)([-+])(?=\s)/gm, (_, space: string, mark: string) => space + toEntity(mark))
    .replace(/^(\s*\d+)\.(?=\s)/gm, "$1&#46;");
}

/** At most so many characters, without cutting one in half. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "");
  return `${cut.trimEnd()}…`;
}

/** The address if a link may go there: only web pages and mail. */
export function toSafeUrl(url: string): string | undefined {
  if (url.length > limits.url || !URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  if (!["http:", "https:", "mailto:"].includes(protocol)) return undefined;
  return href.replace(
    /[()<>\s]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}

const toEntity = (sign: string) => `&#${sign.charCodeAt(0)};`;

function toPlain(inlines: Inline[]): string {
  return inlines.map((part) => (part.t === "person" ? `@${part.name}` : part.text)).join("");
}

function split(words: string): string[] {
  if (!words.trim()) return [];
  if (words.length <= limits.text) return [words];
  const at = words.lastIndexOf("\n", limits.text);
  const end = at > limits.text / 2 ? at : limits.text;
  return [words.slice(0, end), ...split(words.slice(end))];
}

function renderInline(part: Inline): string {
  switch (part.t) {
    case "strong":
      return mark(part.text, "**");
    case "emph":
      return mark(part.text, "*");
    case "code":
      return mark(part.text, "`");
    case "link":
      return renderLink(part);
    case "person":
      return escapeMarkdown(`@${part.name}`);
    default:
      return escapeMarkdown(part.text);
  }
}

// A mark must touch the words it marks, and ends with its line.
function mark(text: string, sign: string): string {
  return text
    .split("\n")
    .map((line) =>
      line.replace(/\S(?:.*\S)?/s, (words) => `${sign}${escapeMarkdown(words)}${sign}`),
    )
    .join("\n");
}

function renderLink({ text, url }: { text: string; url: string }): string {
  const safe = toSafeUrl(url);
  const words = escapeMarkdown(text.replaceAll("\n", " "));
  return safe && words.trim() ? `[${words}](${safe})` : words;
}
