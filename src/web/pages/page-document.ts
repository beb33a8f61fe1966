// The frame of every page of ours that a card links to.
import { html } from "hono/html";
import type { Language } from "../../core/model.ts";

type Html = ReturnType<typeof html>;
/** `head`: styles, scripts and what else the page needs, beside what all have. */
type PageDocument = { language: Language; title: string; head: Html; body: Html };

/** A whole document: readable on a phone, and for no search engine. */
export function renderPageDocument({ language, title, head, body }: PageDocument): Html {
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex, nofollow" />
    ${head}
  </head>
  <body>${body}</body>
</html>`;
}
