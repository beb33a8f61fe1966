// The frame of a customer's page, which tells nothing about anybody, and the page of a link that does not work.
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type { Language } from "../../core/model.ts";
import { textsFor } from "../../core/text/texts.ts";
import { renderPageDocument } from "../pages/page-document.ts";
import type { RefusalCode } from "./check-access.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Filled by its script, once this browser is the one the link is for: programs that look at links learn nothing. */
export function renderFrame(language: Language): Html {
  const { web, kinds } = textsFor(language).graph;
  const words = JSON.stringify({ ...web, heading: "", forReader: "", customer: kinds.customer });
  const scripts = html`<script src="/c/static/echarts.js" defer></script>
    <script type="module" src="/c/static/page.js"></script>`;
  const body = html`<main id="page" data-words="${words}" aria-busy="true">
      <header>
        <h1 id="heading">${web.loading}</h1>
        <p id="subtitle"></p>
        <p id="counts"></p>
        <p id="live" role="status"></p>
      </header>
      <div id="graph" role="img" aria-label="${web.graphLabel}"></div>
      <section id="evidence" aria-labelledby="evidence-title" hidden>
        <div class="evidence-head">
          <h2 id="evidence-title" tabindex="-1"></h2>
          <button type="button" id="close">${web.close}</button>
        </div>
        <div id="evidence-body"></div>
      </section>
      <p id="hint">${web.choose}</p>
      <section aria-label="${web.listed}" id="list"></section>
    </main>
    <noscript><p class="notice">${web.noScript}</p></noscript>`;
  return renderDocument({ language, title: "Ringside", scripts, body });
}

/** What happened and what to do, and nothing else. */
export function renderRefusal(code: RefusalCode, language: Language): Html {
  const { titles, todo } = textsFor(language).graph.web;
  const body = html`<main class="notice"><h1>${titles[code]}</h1><p>${todo[code]}</p></main>`;
  return renderDocument({ language, title: titles[code], body });
}

type Document = { language: Language; title: string; body: Html; scripts?: Html };

function renderDocument({ scripts, ...document }: Document): Html {
  const head = html`<link rel="icon" href="/c/static/icon.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/c/static/frame.css" />
    <link rel="stylesheet" href="/c/static/page.css" />
    ${scripts ?? ""}`;
  return renderPageDocument({ ...document, head });
}
