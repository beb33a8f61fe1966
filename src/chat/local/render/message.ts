// One line of a conversation: a card from Ringside, or what the person said.
import { html } from "hono/html";
import type { Card } from "../../../core/card.ts";
import type { LocalMessage } from "../../../core/facts.ts";
import type { Role } from "../../../core/model.ts";
import type { Said, SaidFile } from "../client.ts";
import { renderCard } from "../render.ts";
import { renderMenu } from "./menu.ts";
import type { Html, View } from "./text.ts";

/** Where a message stands in the conversation, for whom, and whether it has just arrived. */
export type Chat = Omit<View, "id"> & { personName: string; role: Role };

/** A message as it is swapped in: appended, or in the place of the one with its id. */
export function renderMessage(
  message: LocalMessage,
  chat: Chat,
  arriving?: "new" | "changed",
): Html {
  const isCard = message.author === "ringside";
  const { local, common } = chat.texts;
  const time = chat.format.time(message.createdAt);
  const name = isCard ? common.ringside : chat.personName;
  const body = isCard
    ? renderCard(message.body as Card, { ...chat, id: message.id })
    : renderSaid(message.body as Said);
  const classes = [
    `message ${isCard ? "theirs" : "mine"}`,
    message.under === null ? "" : "threaded",
    arriving ? "fresh" : "",
  ].filter(Boolean);
  return html`<article
    id="${message.id}" class="${classes.join(" ")}" tabindex="-1" aria-label="${local.from(name, time)}"
    ${arriving === "changed" && html`hx-swap-oob="true"`}
  >
    ${body}
    <footer>${renderTimes(message, chat)}${renderMenu(message.id, chat)}</footer>
  </article>`;
}

/** The heading of a day; between messages of different days. */
export function renderDay(message: LocalMessage, { language, timeZone }: Chat): Html {
  return html`<h2 class="day">${longDay(message.createdAt, { language, timeZone })}</h2>`;
}

/** Which day of the reader a message belongs to. */
export function dayOf(message: LocalMessage, { format }: Chat): string {
  return format.day(message.createdAt);
}

// An edit within the same minute is not worth a word.
function renderTimes({ createdAt, updatedAt }: LocalMessage, { format, texts }: Chat): Html {
  const sent = html`<time datetime="${new Date(createdAt).toISOString()}">${format.time(createdAt)}</time>`;
  const isSameDay = format.day(createdAt) === format.day(updatedAt);
  const time = format.time(updatedAt);
  if (isSameDay && time === format.time(createdAt)) return sent;
  const edited = isSameDay ? time : `${format.day(updatedAt)} ${time}`;
  return html`${sent} · ${texts.local.edited(edited)}`;
}

function renderSaid({ text, file }: Said): Html {
  return html`<div class="bubble">
    ${file && renderFile(file)}
    ${text && html`<p class="text">${text}</p>`}
  </div>`;
}

function renderFile({ id, name, mediaType, size }: SaidFile): Html {
  const source = `/assets/${encodeURIComponent(id)}`;
  const picture =
    mediaType.startsWith("image/") && html`<img src="${source}" alt="" loading="lazy" />`;
  return html`<a class="file" href="${source}" target="_blank">
    ${picture}<span class="file-name">${name}</span> <span class="file-size">${toSize(size)}</span>
  </a>`;
}

function toSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function longDay(at: number, { language, timeZone }: Pick<Chat, "language" | "timeZone">): string {
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  const style = { weekday: "long", day: "numeric", month: "long", timeZone } as const;
  return new Intl.DateTimeFormat(locale, style).format(at);
}
