// What in a card, as each platform is handed it, would do more than be read: mentions, links, markup, orders to a terminal.
import { renderCard as toLark, renderPlain as toLarkWords } from "../../src/chat/lark/render.ts";
import { renderTerminal } from "../../src/chat/local/console/render-terminal.ts";
import { renderCard as toHtml } from "../../src/chat/local/render.ts";
import { renderPlain as toSlackWords } from "../../src/chat/slack/render/plain.ts";
import { renderMessage as toSlack } from "../../src/chat/slack/render.ts";
import type { Card } from "../../src/core/card.ts";
import type { Person } from "../../src/core/model.ts";
import { readingOf } from "../../src/core/text/format.ts";

type Reader = Pick<Person, "language" | "timeZone">;

/** Every way in which a card would do more than be read; none where it is only words. */
export function findBreaches(card: Card, reader: Reader): string[] {
  const reading = readingOf(reader);
  const { texts } = reading;
  const html = String(toHtml(card, { ...reading, id: "m", path: "/as/x" }));
  return [
    ...inSlack(toSlack(card, { texts })),
    ...named("slack words", inMarkup(toSlackWords(card, { texts }))),
    ...inLark(toLark(card, { texts }).card),
    ...named("lark words", inLarkWords(toLarkWords(card))),
    ...named("page", inHtml(html)),
    ...named("terminal", inTerminal(renderTerminal(card, { reading }))),
  ];
}

const named = (where: string, found: string[]) => found.map((what) => `${where}: ${what}`);
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([all]) => all);

/** Every object inside a value. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inside : [value as Record<string, unknown>, ...inside];
}

/** Slack: text it reads as markup must be escaped; rich text may hold no mention and no strange link. */
function inSlack(message: { text: string; blocks: unknown[] }): string[] {
  const objects = objectsIn(message.blocks);
  const pings = new Set(["user", "usergroup", "channel", "broadcast", "mrkdwn"]);
  return [
    ...inMarkup(message.text),
    ...objects.flatMap(({ type }) => (pings.has(String(type)) ? [`a ${type}`] : [])),
    ...linksOf(objects, ["url", "image_url"]),
  ].map((what) => `slack: ${what}`);
}

const inMarkup = (text: string) => matches(text, /[<>]/g);

/** Links that lead anywhere words of others could have named. */
function linksOf(objects: Record<string, unknown>[], names: string[]): string[] {
  return objects
    .flatMap((object) => names.flatMap((name) => object[name] ?? []))
    .map(String)
    .filter((url) => !/^https?:/.test(url) || url.includes("evil.example"));
}

/** Lark: markdown has no tag and no link but ours, whose words are written as entities. */
function inLark(card: unknown): string[] {
  const objects = objectsIn(card);
  const markdown = objects.flatMap(({ tag, content, rows }) => {
    // Red is ours: what is required in a form, and what is wrong with it.
    const words = String(content).replace(/<font color='red'>(.*?)<\/font>/g, "$1");
    if (tag === "markdown" || tag === "lark_md") return [words];
    return tag === "table" ? objectsIn(rows).flatMap((row) => Object.values(row).map(String)) : [];
  });
  const breaches = markdown.flatMap((text) => matches(text, /<[^>]*>?|\]\([^)]*evil[^)]*\)/g));
  return [...breaches, ...linksOf(objects, ["default_url", "url"])].map((what) => `lark: ${what}`);
}

/** A Lark text message knows the tags at, b, i, u, s and a, and links in markdown. */
const inLarkWords = (text: string) => matches(text, /<\/?[a-z][^>]*>|\]\(/gi);

/** A page: only tags and attributes of ours, and links to the web. */
function inHtml(html: string): string[] {
  const tags = matches(html, /<\/?[a-z][^>]*>/gi);
  return tags.filter(
    (tag) =>
      /^<\/?(script|iframe|object|embed|link|meta|base|style)\b/i.test(tag) ||
      /\s(on\w+|srcdoc|formaction)\s*=/i.test(tag.replace(/"[^"]*"/g, '""')) ||
      /\b(href|src)="(?!\/|https?:|mailto:|#)/i.test(tag) ||
      /\b(href|src)="[^"]*evil\.example/i.test(tag),
  );
}

const esc = String.fromCharCode(27);

/** A terminal: nothing it would obey. */
const inTerminal = (text: string) => (text.includes(esc) || text.includes("\u0000") ? ["ESC"] : []);
