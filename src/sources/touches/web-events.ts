// What pages and files are called, for every source that watches a site.
import { isbot } from "isbot";
import { compact, textOf } from "./read.ts";

export type PageSeen = {
  url?: unknown;
  path?: unknown;
  title?: unknown;
  referrer?: unknown;
  /** What the site itself calls the page, such as `pricing`. */
  name?: unknown;
};

/** The properties of a page that rules ask for; addresses lose query and fragment, which may hold names. */
export function toPage({ url, path, title, referrer, name }: PageSeen): Record<string, unknown> {
  const address = toUrl(url);
  const where = textOf(path) ?? address?.pathname;
  return compact({
    page: textOf(name)?.toLowerCase() ?? (where && pageOf(where)),
    path: where,
    url: address && `${address.origin}${address.pathname}`,
    title: textOf(title)?.slice(0, 200),
    referrer: toUrl(referrer)?.host,
  });
}

/** `/en/pricing/teams.html` is the page `pricing`; the front page is `home`. */
function pageOf(path: string): string {
  const parts = path
    .split("/")
    .filter((part) => part && !/^[a-z]{2}([-_][a-z]{2,4})?$/i.test(part));
  return parts[0]?.replace(/\.\w+$/, "").toLowerCase() || "home";
}

const kinds: [string, RegExp][] = [
  ["whitepaper", /white[-_ ]?paper|白皮书/i],
  ["quote", /quote|quotation|报价/i],
  ["brochure", /brochure|flyer|datasheet|手册|彩页/i],
];

/** What a file is to a buyer, by its name or address; undefined when the name does not tell. */
export function fileKind(name: string): string | undefined {
  const plain = safeDecode(name);
  return kinds.find(([, shape]) => shape.test(plain))?.[0];
}

/** A user agent that says it is a crawler marks what it does. */
export function robotMark(userAgent: unknown): { automated?: true } {
  return typeof userAgent === "string" && isbot(userAgent) ? { automated: true } : {};
}

function toUrl(value: unknown): URL | undefined {
  const text = textOf(value);
  return text && URL.canParse(text) ? new URL(text) : undefined;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
