// A card as a modal: what an `open` becomes. Its buttons' refs travel inside it.
import { z } from "zod";
import { type Card, type FormBlock, maxRefLength } from "../../../core/card.ts";
import { limits } from "../limits.ts";
import { type RenderOptions, renderViewBlocks } from "../render.ts";
import { fitBlocks } from "./fit.ts";
import { blockIds, renderError, renderField } from "./form.ts";
import { type PlainText, plainText, type SlackBlock } from "./text.ts";

export type SlackView = {
  type: "modal";
  callback_id: string;
  title: PlainText;
  submit?: PlainText;
  close: PlainText;
  notify_on_close?: boolean;
  private_metadata: string;
  blocks: SlackBlock[];
};

/** What a modal remembers: the refs of its submit and cancel, and the conversation it was opened from. */
export type ModalState = { ref?: string; cancel?: string; channel?: string };

const modalState = z.object({
  ref: z.string().max(maxRefLength).optional(),
  cancel: z.string().max(maxRefLength).optional(),
  channel: z.string().max(limits.id).optional(),
});

export const formCallback = "form";

/** A card as a modal; with a form it has a submit button. */
export function renderModal(card: Card, options: RenderOptions & { channel?: string }): SlackView {
  const { texts, channel } = options;
  const form = card.blocks.find((block) => block.t === "form");
  const state: ModalState = {
    ...(form ? { ref: form.submit.ref } : {}),
    ...(form?.cancel ? { cancel: form.cancel.ref } : {}),
    ...(channel ? { channel } : {}),
  };
  const close = form ? (form.cancel?.label ?? texts.common.cancel) : texts.slack.close;
  return {
    type: "modal",
    callback_id: formCallback,
    title: plainText(card.title, limits.view.title),
    close: plainText(close, limits.view.close),
    ...(form ? { submit: plainText(form.submit.label, limits.view.submit) } : {}),
    ...(form?.cancel ? { notify_on_close: true } : {}),
    private_metadata: JSON.stringify(state),
    blocks: renderContent(card, form, options),
  };
}

/** A sentence that takes a form's place. */
export function renderNotice(sentence: string, { texts }: Pick<RenderOptions, "texts">): SlackView {
  return {
    type: "modal",
    callback_id: "notice",
    title: plainText(texts.common.ringside, limits.view.title),
    close: plainText(texts.slack.close, limits.view.close),
    private_metadata: "{}",
    blocks: [{ type: "section", text: plainText(sentence, limits.sectionText) }],
  };
}

/** Reads private_metadata; empty when it is not ours. */
export function parseState(metadata: string | undefined): ModalState {
  try {
    const { ref, cancel, channel } = modalState.parse(JSON.parse(metadata || "{}"));
    return {
      ...(ref ? { ref } : {}),
      ...(cancel ? { cancel } : {}),
      ...(channel ? { channel } : {}),
    };
  } catch {
    return {};
  }
}

/** The same blocks with what is wrong above each field, and earlier complaints gone. */
export function withErrors(blocks: SlackBlock[], errors: Record<string, string>): SlackBlock[] {
  const names = Object.keys(errors);
  const clean = blocks.filter(({ block_id: id }) => !String(id).startsWith("error:"));
  const known = new Set(clean.map(({ block_id: id }) => id));
  const loose = names.filter((name) => !known.has(blockIds.field(name)));
  return [
    ...loose.map((name) => renderError(name, errors[name] ?? "")),
    ...clean.flatMap((block) => {
      const name = names.find((one) => blockIds.field(one) === block.block_id);
      return name === undefined ? [block] : [renderError(name, errors[name] ?? ""), block];
    }),
  ].slice(0, limits.viewBlocks);
}

function renderContent(
  card: Card,
  form: FormBlock | undefined,
  options: RenderOptions,
): SlackBlock[] {
  const isCut = card.title.length > limits.view.title;
  const head = [...(isCut ? [card.title] : []), card.subtitle ?? ""].filter((line) => line.trim());
  const blocks = [
    ...head.map((line) => ({ type: "section", text: plainText(line, limits.sectionText) })),
    ...renderViewBlocks(card.blocks, options),
    ...(form?.fields.flatMap(renderField) ?? []),
    ...renderOthers(form),
  ];
  const some = blocks.length > 0 ? blocks : [{ type: "divider" }];
  const room = { most: limits.viewBlocks, mostText: limits.messageText * 2 };
  return fitBlocks(some, { ...room, note: options.texts.slack.leftOut });
}

/** Slack has one submit: further ones, such as "Preview", are buttons that send the same answers. */
function renderOthers(form: FormBlock | undefined): SlackBlock[] {
  const others = form?.others?.slice(0, limits.actions) ?? [];
  if (others.length === 0) return [];
  const elements = others.map(({ label, ref, style }, index) => ({
    type: "button",
    action_id: `submit:${index}`,
    text: plainText(label, limits.button.text),
    value: ref,
    ...(style ? { style } : {}),
  }));
  return [{ type: "actions", elements }];
}
