// Modals as a person meets them: what they show, how they are filled, what became of a submit.
import type { Values } from "../../../src/chat/adapter.ts";
import { parseState } from "../../../src/chat/slack/render/modal.ts";
import type { CallbackAction, Card, FormBlock, Outcome } from "../../../src/core/card.ts";
import { aPress, aSubmission, type Body } from "./payloads.ts";
import { buttonsOf, readWords } from "./read-message.ts";

/** A modal as it stands with Slack. */
export type View = { id: string; hash: string; blocks: ViewBlock[]; [name: string]: unknown };

export type ViewBlock = { type: string; block_id?: string; element?: { type: string } };

/** A form's answers as Slack reports them: every input is there, the empty ones with nothing in them. */
export function toState(blocks: ViewBlock[], values: Values): object {
  const inputs = blocks.filter(({ type }) => type === "input");
  return Object.fromEntries(
    inputs.map(({ block_id: id = "", element }) => {
      const type = element?.type ?? "";
      return [id, { value: { type, ...toAnswer(type, values[id.slice("field:".length)]) } }];
    }),
  );
}

function toAnswer(type: string, value: Values[string] = ""): object {
  const chosen = (one: string) => ({ value: one, text: { type: "plain_text", text: one } });
  const many = Array.isArray(value) ? value : [];
  const one = String(value) || null;
  if (type === "multi_static_select") return { selected_options: many.map(chosen) };
  if (type === "static_select") return { selected_option: one && chosen(one) };
  return type === "datepicker" ? { selected_date: one } : { value: one };
}

/** What a submit's acknowledgement shows. */
export function readAnswer(answer: Body | undefined): Outcome {
  if (answer?.response_action === "errors") {
    const errors = Object.entries(answer.errors as Record<string, string>);
    return { errors: Object.fromEntries(errors.map(([id, text]) => [id.slice(6), text])) };
  }
  if (answer?.response_action !== "update") return {};
  const view = answer.view as View;
  if (view.callback_id === "notice") return { toast: readWords(view.blocks as never) };
  return { open: toCard(view) };
}

/** Everything a form can be left by: its submits, and its cancel. */
export function actionsOf({ submit, others = [], cancel }: FormBlock): CallbackAction[] {
  return [submit, ...others, ...(cancel ? [cancel] : [])];
}

/** The refs a modal carries, its submit first. */
export function refsOf(view: View): string[] {
  const { ref, cancel } = parseState(view.private_metadata as string);
  const others = buttonsOf(view.blocks as never).map(({ value }) => value ?? "");
  return [ref, ...others, cancel].filter((one) => one !== undefined);
}

type Sending = { team: string; user: string; trigger: string; view: View };

/** What Slack sends for one of a modal's refs: its submit, its close, or a further button. */
export function toSending(sending: Sending, ref: string): Body {
  const state = parseState(sending.view.private_metadata as string);
  if (ref === state.ref) return aSubmission(sending);
  if (ref === state.cancel) return { ...aSubmission(sending), type: "view_closed" };
  const { action_id = "" } =
    buttonsOf(sending.view.blocks as never).find(({ value }) => value === ref) ?? {};
  return aPress({ ...sending, action: { action_id, value: ref } });
}

/** A modal as the card it shows, as far as the matrix looks at one. */
export function toCard(view: View): Card {
  const { text = "" } = (view.title ?? {}) as { text?: string };
  const [ref = "", ...others] = refsOf(view);
  const label = (view.submit as { text: string } | undefined)?.text ?? "";
  const { text: close = "" } = (view.close ?? {}) as { text?: string };
  const buttons = buttonsOf(view.blocks as never);
  return {
    key: "modal",
    title: text,
    tone: "info",
    summary: text,
    blocks: [
      {
        t: "form",
        id: "modal",
        fields: view.blocks
          .filter(({ type }) => type === "input")
          .map(({ block_id: id = "" }) => ({ kind: "text", name: id.slice(6), label: "" })),
        submit: { id: "submit", label, ref },
        others: others.map((one, index) => ({
          id: `other:${index}`,
          label: buttons[index]?.text.text ?? close,
          ref: one,
        })),
      },
    ],
  };
}
