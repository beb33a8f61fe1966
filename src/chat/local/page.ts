// The whole page: who is here, the conversation, the message box. Script and style come from files only.
import { html } from "hono/html";
import type { LocalMessage } from "../../core/facts.ts";
import type { Texts } from "../../core/text/en.ts";
import type { LocalPerson } from "./chat.ts";
import { limits, uploadMegabytes } from "./limits.ts";
import { renderBar } from "./render/menu.ts";
import { type Chat, dayOf, renderDay, renderMessage } from "./render/message.ts";
import { renderAvatar, renderPeople, type Waiting } from "./render/people.ts";
import type { Html } from "./render/text.ts";

export type PageContent = {
  person: LocalPerson;
  waiting: Waiting[];
  messages: LocalMessage[];
  hasEarlier: boolean;
  /** Where the live stream goes on from (http/live.ts). */
  cursor: string;
  now: number;
  chat: Chat;
};

/** A person's chat. */
export function renderPage(content: PageContent): Html {
  const { person, waiting, cursor, chat } = content;
  const { texts, path } = chat;
  const { local, common } = texts;
  const body = html`
    <a class="skip" href="#words">${local.skipToComposer}</a>
    <div class="app">
      <aside>
        <a class="brand" href="/"><span class="mark" aria-hidden="true"></span><span>${common.ringside}</span><small>${local.tagline}</small></a>
        ${renderPeople(waiting, { current: person.id, texts })}
      </aside>
      <main
        hx-ext="sse" hx-swap="none" sse-swap="message"
        sse-connect="${path}/live?after=${encodeURIComponent(cursor)}"
      >
        ${renderHead(content)}
        <p class="offline" role="status">${local.reconnecting}</p>
        <div id="scroll">
          <div id="messages" role="log" aria-live="polite" aria-label="${local.conversation}">
            ${renderEmpty(content)}${renderTranscript(content)}
          </div>
        </div>
        ${renderComposer(chat)}
        <div hx-post="${path}/opened" hx-trigger="load"></div>
      </main>
    </div>
    <div id="toasts" role="status" aria-live="polite"></div>
    ${renderDialogs(texts)}`;
  return renderDocument(body, { title: local.title(person.name), language: chat.language });
}

/** A page with one sentence, for addresses that lead nowhere. */
export function renderNotice(
  sentence: string,
  { texts, language }: Pick<Chat, "texts" | "language">,
): Html {
  const body = html`<main class="notice">
    <span class="mark" aria-hidden="true"></span><p>${sentence}</p>
    <a class="button" href="/">${texts.local.backToChat}</a>
  </main>`;
  return renderDocument(body, { title: texts.common.ringside, language });
}

/** Messages of a conversation, with a heading where a day begins, and a way to the earlier ones. */
export function renderTranscript({
  messages,
  hasEarlier,
  chat,
}: Pick<PageContent, "messages" | "hasEarlier" | "chat">): Html[] {
  const [first] = messages;
  const lines = messages.map((message, index) => {
    const before = messages[index - 1];
    const isNewDay = !before || dayOf(before, chat) !== dayOf(message, chat);
    return html`${isNewDay && renderDay(message, chat)}${renderMessage(message, chat)}`;
  });
  if (!first || !hasEarlier) return lines;
  const earlier = html`<button
    class="button quiet earlier" hx-swap="outerHTML"
    hx-get="${chat.path}/earlier?before=${encodeURIComponent(first.id)}"
  >${chat.texts.local.earlier}</button>`;
  return [earlier, ...lines];
}

// htmx may run no code from attributes, and shows what a refusal answers instead of dropping it.
const htmxConfig = JSON.stringify({
  allowEval: false,
  includeIndicatorStyles: false,
  historyEnabled: false,
  responseHandling: [
    { code: "204", swap: false },
    { code: "[23]..", swap: true },
    { code: "[45]..", swap: true, error: true },
  ],
});

const styleNames = ["base", "chat", "people", "composer", "overlay", "card", "data", "form"];
const scriptNames = ["requests", "transcript", "composer"];

function renderDocument(
  body: Html,
  { title, language }: { title: string; language: string },
): Html {
  const styles = styleNames.map(
    (name) => html`<link rel="stylesheet" href="/static/${name}.css" />`,
  );
  const scripts = scriptNames.map(
    (name) => html`<script type="module" src="/static/${name}.js"></script>`,
  );
  return html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
  <head>
    <meta charset="utf-8" />
    <title>${title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="htmx-config" content="${htmxConfig}" />
    <link rel="icon" href="/static/icon.svg" type="image/svg+xml" />
    ${styles}
    <script src="/static/htmx.js" defer></script>
    <script src="/static/sse.js" defer></script>
    ${scripts}
  </head>
  <body data-upload-limit="${limits.upload}">${body}</body>
</html>`;
}

function renderHead({ person, now, chat }: PageContent): Html {
  const { local } = chat.texts;
  return html`<header class="who">
    ${renderAvatar(person)}
    <div>
      <h1>${local.talkingAs(person.name)}</h1>
      <p>${local.roles[person.role]} · ${chat.format.time(now)} <span class="zone">${zoneName(now, chat)}</span></p>
    </div>
    ${renderBar(chat)}
  </header>`;
}

function zoneName(now: number, { language, timeZone }: Chat): string {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone,
    timeZoneName: "longGeneric",
  }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

function renderEmpty({ person, chat }: PageContent): Html {
  const { local } = chat.texts;
  return html`<div class="empty">
    <span class="mark" aria-hidden="true"></span>
    <p class="empty-title">${local.emptyTitle(person.name)}</p>
    <p>${local.emptyHint}</p>
  </div>`;
}

function renderComposer({ texts, path }: Chat): Html {
  const { local, common } = texts;
  return html`<form
    id="composer" hx-post="${path}/say" hx-encoding="multipart/form-data" hx-sync="this:queue all"
  >
    <ul id="file-names" aria-live="polite"></ul>
    <div class="box">
      <label class="attach" title="${local.attach}">
        <span class="unseen">${local.attach}</span>
        <input
          type="file" id="files" name="files" multiple
          data-too-big="${local.refusals.fileTooBig(uploadMegabytes)}"
        />
      </label>
      <textarea
        id="words" name="text" rows="1" placeholder="${local.writeTo}"
        aria-label="${local.writeTo}" aria-describedby="enter-hint" autocomplete="off"
      ></textarea>
      <button class="button primary send" title="${common.send}"><span class="unseen">${common.send}</span></button>
    </div>
    <p class="hint" id="enter-hint">${local.enterHint}</p>
    <p class="drop-here" aria-hidden="true">${local.dropHere}</p>
  </form>`;
}

function renderDialogs({ local, common }: Texts): Html {
  return html`<dialog id="sheet" aria-labelledby="sheet-title" hx-vals='{"sheet":"1"}'>
      <form method="dialog"><button class="button quiet close" aria-label="${local.close}">×</button></form>
      <div id="sheet-body"></div>
    </dialog>
    <dialog id="confirm" aria-labelledby="question">
      <form method="dialog">
        <p id="question"></p>
        <div class="actions">
          <button class="button plain" value="no">${common.cancel}</button>
          <button id="yes" class="button primary" value="yes">${common.confirm}</button>
        </div>
      </form>
    </dialog>`;
}
