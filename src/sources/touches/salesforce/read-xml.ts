// The little XML that SOAP messages are made of: elements and text. Anything that could expand is refused.
import { byName } from "../../../core/by-name.ts";
import { malformed } from "../read.ts";

/** An element by its local name; prefixes differ between senders. */
export type Element = { name: string; type: string; text: string; children: Element[] };

// The name ends where its letters do: a tag that never closes is otherwise tried with every shorter name.
const token =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([\w:.-]+)(?![\w:.-])([^<>]*?)(\/?)>|([^<]+)/gy;
const maxDepth = 20;

/** The root element of a document. Throws Refused `malformed`. */
export function readXml(text: string): Element {
  const top = newElement("");
  const open = [top];
  let end = 0;
  for (const match of text.trim().matchAll(token)) {
    end = match.index + match[0].length;
    takeToken(match, open);
  }
  const [root] = top.children;
  if (end !== text.trim().length || open.length !== 1 || !root) {
    throw malformed("The body is not XML as Salesforce sends it.");
  }
  return root;
}

/** The first child of that name. */
export function childOf(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((child) => child.name === name);
}

function newElement(name: string, type = ""): Element {
  return { name, type, text: "", children: [] };
}

function takeToken(match: RegExpMatchArray, open: Element[]): void {
  const [, cdata, slash, name, attributes = "", selfClosed, text] = match;
  const parent = open.at(-1);
  if (parent && (text ?? cdata) !== undefined) parent.text += cdata ?? decode(text ?? "");
  if (name === undefined) return;
  if (slash) closeElement(localName(name), open);
  else openElement(newElement(localName(name), typeIn(attributes)), { open, selfClosed });
}

function openElement(
  element: Element,
  { open, selfClosed }: { open: Element[]; selfClosed: string | undefined },
): void {
  if (open.length > maxDepth) throw malformed("The XML is nested too deep.");
  open.at(-1)?.children.push(element);
  if (!selfClosed) open.push(element);
}

function closeElement(name: string, open: Element[]): void {
  if (open.length > 1 && open.pop()?.name === name) return;
  throw malformed(`The XML closes ${name} where it is not open.`);
}

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

const typeIn = (attributes: string) => /xsi:type="(?:\w+:)?(\w+)"/.exec(attributes)?.[1] ?? "";

const entities: Record<string, string> = byName({
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  apos: "'",
});

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
