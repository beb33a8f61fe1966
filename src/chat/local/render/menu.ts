// What can be done from anywhere: a bar over the conversation, and a menu on each message.
import { html } from "hono/html";
import type { Role } from "../../../core/model.ts";
import { type ShortcutName, shortcuts } from "../../adapter.ts";
import type { Chat } from "./message.ts";
import type { Html } from "./text.ts";

/** The shortcuts this page offers somebody; whoever works with no leads has none. */
function shortcutsFor(role: Role): readonly ShortcutName[] {
  return role === "rep" || role === "manager" ? shortcuts : [];
}

/** Beside a message's time: what to do with its words. A new lead is begun in the bar. */
export function renderMenu(messageId: string, chat: Chat): Html | "" {
  const { local } = chat.texts;
  const offered = shortcutsFor(chat.role).filter((name) => name !== "lead");
  if (offered.length === 0) return "";
  return html`<details class="menu" name="menu">
    <summary aria-label="${local.withMessage}" title="${local.withMessage}">⋯</summary>
    <form hx-post="${chat.path}/shortcut" hx-swap="none">
      <input type="hidden" name="message" value="${messageId}" />
      ${offered.map((name) => renderShortcut(name, chat))}
    </form>
  </details>`;
}

/** Over the conversation: the day at a glance, and what can be begun without a message. */
export function renderBar(chat: Chat): Html {
  const { local, chat: words } = chat.texts;
  const offered = shortcutsFor(chat.role);
  const home = words.help.examples.home ?? "";
  return html`<div class="bar">
    <form hx-post="${chat.path}/say" hx-swap="none">
      <button class="button quiet" name="text" value="${home}">${local.today}</button>
    </form>
    ${
      offered.length > 0 &&
      html`<form hx-post="${chat.path}/shortcut" hx-swap="none">
        ${offered.map((name) => renderShortcut(name, chat))}
      </form>`
    }
  </div>`;
}

function renderShortcut(name: ShortcutName, { texts }: Chat): Html {
  return html`<button class="button quiet" name="shortcut" value="${name}">${texts.local.shortcuts[name]}</button>`;
}
