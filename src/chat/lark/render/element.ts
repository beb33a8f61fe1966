// Pieces of a Lark card (card JSON 2.0), and counting them.
import { createHash } from "node:crypto";

/** One element of a card: a tag with its properties. */
export type Element = { tag: string; [property: string]: unknown };

/** A card as Lark takes it. */
export type LarkCard = {
  schema: "2.0";
  config: { update_multi: true; enable_forward: boolean; summary: { content: string } };
  header: Element | Record<string, unknown>;
  body: { elements: Element[] };
};

/** Text that Lark never interprets. */
export function plainText(content: string, style: object = {}): Element {
  return { tag: "plain_text", content: clean(content) || "–", ...style };
}

/** Words without what no reader sees: control characters, halves of characters, orders to write backwards. */
export function clean(text: string): string {
  return text.toWellFormed().replace(/(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu, "");
}

/** Every element of a value, those inside others included, with how deep each is. */
export function elementsOf(value: unknown, depth = 0): { element: Element; depth: number }[] {
  if (Array.isArray(value)) return value.flatMap((item) => elementsOf(item, depth));
  if (typeof value !== "object" || value === null) return [];
  const isElement = "tag" in value && typeof value.tag === "string";
  const inside = Object.entries(value)
    .filter(([name]) => !opaque.has(name))
    .flatMap(([, property]) => elementsOf(property, isElement ? depth + 1 : depth));
  return isElement ? [{ element: value as Element, depth: depth + 1 }, ...inside] : inside;
}

// Data of ours or of a chart, where a property called `tag` is no element.
const opaque = new Set(["chart_spec", "rows", "value"]);

/** Bytes of a card on the wire. */
export function bytesOf(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card));
}

/** A short name for a card's key, carried by every button to tell which card was pressed. */
export function markOf(cardKey: string): string {
  return createHash("sha256").update(cardKey).digest("base64url").slice(0, 12);
}
