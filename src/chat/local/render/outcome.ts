// What comes back to the page after a press or a submit: pieces that find their own place in it.
import { html } from "hono/html";
import type { Outcome } from "../../../core/card.ts";
import type { PostedForm, PostedPress } from "../http/parse-form.ts";
import { renderCard } from "../render.ts";
import { renderError } from "./form.ts";
import type { Html, View } from "./text.ts";

/** A short notice at the edge of the page; `bad` when something was refused. */
export function renderToast(text: string, tone: "info" | "bad" = "info"): Html {
  return html`<div id="toasts" hx-swap-oob="beforeend"><div class="toast ${tone}">${text}</div></div>`;
}

/**
 * A changed card is not in here: it reaches every open page through the live stream, and may be there before this
 * is; so nothing in here may need the form that it replaces.
 */
export function renderOutcome(
  outcome: Outcome,
  { posted, chat }: { posted: PostedPress | PostedForm; chat: Omit<View, "id"> },
): Html {
  const errors = outcome.errors ?? {};
  const known = "asked" in posted ? posted.asked.map(({ name }) => name) : [];
  const elsewhere = Object.entries(errors).flatMap(([name, e]) =>
    known.includes(name) ? [] : [e],
  );
  return html`${outcome.toast && renderToast(outcome.toast)}
    ${elsewhere.map((error) => renderToast(error, "bad"))}
    ${"asked" in posted && !outcome.card && renderErrors(posted, errors)}
    ${renderSheet(outcome, { posted, chat })}`;
}

function renderErrors({ form, asked }: PostedForm, errors: Record<string, string>): Html[] {
  return asked.map(({ name }, i) => renderError(`${form}-${i}`, errors[name], { swap: true }));
}

// The dialog opens with a card, stays open while something in it is wrong, and closes empty otherwise.
function renderSheet(
  outcome: Outcome,
  { posted, chat }: { posted: PostedPress; chat: Omit<View, "id"> },
): Html | "" {
  if (!outcome.open && (!posted.inSheet || outcome.errors)) return "";
  const card = outcome.open && renderCard(outcome.open, { ...chat, id: "sheet" });
  return html`<div id="sheet-body" hx-swap-oob="innerHTML">${card}</div>`;
}
