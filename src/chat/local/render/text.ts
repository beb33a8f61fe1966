// Text as HTML. Everything passes through the escaping `html` template: words come from customers and models.
import { html } from "hono/html";
import type { Inline } from "../../../core/card.ts";
import type { Reading } from "../../../core/text/format.ts";

/** A piece of escaped HTML. */
export type Html = ReturnType<typeof html>;

/** What a card is drawn for: the reader, where on the page, and where its buttons post to. */
export type View = Reading & {
  /** Starts every element id inside, so that ids stay unique on the page. */
  id: string;
  /** The person's own path, such as /as/per_1. */
  path: string;
};

/** A line of text with its marks. */
export function renderInlines(inlines: Inline[], reading: Reading): Html[] {
  return inlines.map((part) => renderInline(part, reading));
}

/** The address if a link may go there, otherwise nothing: only web pages and mail. */
export function toSafeUrl(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, href } = new URL(url);
  return ["http:", "https:", "mailto:"].includes(protocol) ? href : undefined;
}

function renderInline(part: Inline, { format }: Reading): Html {
  switch (part.t) {
    case "text":
      return html`${part.text}`;
    case "strong":
      return html`<strong>${part.text}</strong>`;
    case "emph":
      return html`<em>${part.text}</em>`;
    case "code":
      return html`<code>${part.text}</code>`;
    case "link":
      return renderLink(part);
    case "person":
      return html`<span class="person">@${part.name}</span>`;
    case "date": {
      const [day, time] = [format.day(part.at), format.time(part.at)];
      const shown = { day, time, both: `${day} ${time}` }[part.style];
      return html`<time datetime="${new Date(part.at).toISOString()}" title="${part.text}">${shown}</time>`;
    }
  }
}

function renderLink({ text, url }: { text: string; url: string }): Html {
  const safe = toSafeUrl(url);
  if (!safe) return html`${text}`;
  return html`<a href="${safe}" target="_blank" rel="noopener noreferrer nofollow">${text}</a>`;
}
