// Buttons. What they carry back is the opaque ref, and which card they stand on.
import type { Action, CallbackAction } from "../../../core/card.ts";
import { limits } from "../limits.ts";
import type { Drawing } from "./drawing.ts";
import { type Element, plainText } from "./element.ts";
import { shorten, toSafeUrl } from "./text.ts";

/** A row of buttons that wraps on a phone. */
export function renderActions(actions: Action[], drawing: Drawing): Element[] {
  return toRow(actions.flatMap((action) => renderAction(action, drawing)));
}

/** Buttons side by side. */
export function toRow(buttons: Element[]): Element[] {
  if (buttons.length === 0) return [];
  const columns = buttons.map((button) => ({ tag: "column", width: "auto", elements: [button] }));
  return [{ tag: "column_set", flex_mode: "flow", columns }];
}

/** A button that calls back; `more` goes with its ref. */
export function renderButton(action: CallbackAction, drawing: Drawing, more: object = {}): Element {
  const label = toLabel(action.label);
  const value = { ref: action.ref, ...drawing.origin, ...more };
  return {
    tag: "button",
    text: plainText(label),
    type: types[action.style ?? "plain"],
    ...(action.confirm?.trim()
      ? {
          confirm: {
            title: plainText(label),
            text: plainText(shorten(action.confirm, limits.confirm)),
          },
        }
      : {}),
    behaviors: [{ type: "callback", value }],
  };
}

const types = { primary: "primary_filled", danger: "danger", plain: "default" } as const;

const toLabel = (label: string) => shorten(label.trim() || "…", limits.buttonLabel);

function renderAction(action: Action, drawing: Drawing): Element[] {
  if ("ref" in action) return [renderButton(action, drawing)];
  const url = toSafeUrl(action.url);
  if (!url) return [];
  const behaviors = [{ type: "open_url", default_url: url }];
  return [{ tag: "button", text: plainText(toLabel(action.label)), type: "default", behaviors }];
}
