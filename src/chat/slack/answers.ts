// What was decided, said Slack's way: in the acknowledgement of a form, and after that of a button.
import type { Card, Outcome } from "../../core/card.ts";
import type { Language } from "../../core/model.ts";
import type { Texts } from "../../core/text/en.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { Address, ChatHost } from "../adapter.ts";
import { codeOf } from "./client/failures.ts";
import type { Bot, SlackClient } from "./client.ts";
import { limits } from "./limits.ts";
import { type Payload, parseUnopened } from "./parse/payload.ts";
import type { Installed } from "./parse.ts";
import { blockIds } from "./render/form.ts";
import {
  parseState,
  renderModal,
  renderNotice,
  type SlackView,
  withErrors,
} from "./render/modal.ts";
import { escapeText, plainText, someText } from "./render/text.ts";
import type { Log } from "./transport/bolt-log.ts";

export type Voice = {
  client: SlackClient;
  bot: Bot;
  log: Log;
  languageOf(address: Address): Promise<Language>;
};

/** Where what did not get through goes: to the host, which keeps it. */
type Desk = Voice & { host: ChatHost; installed(): Installed };

/** What a view_submission may be acknowledged with. */
export type ViewAnswer =
  | { response_action: "clear" }
  | { response_action: "errors"; errors: Record<string, string> }
  | { response_action: "update"; view: SlackView };

/** The sentences of whoever did it. */
export async function textsOf(payload: Payload, voice: Voice): Promise<Texts> {
  const address = { connection: voice.bot.teamId, externalId: payload.user.id };
  return textsFor(await voice.languageOf(address));
}

/** The acknowledgement of a filled form: errors stay on it, anything else closes it or takes its place. */
export function answerForm(outcome: Outcome, payload: Payload, texts: Texts): ViewAnswer {
  if (outcome.errors) return answerErrors(outcome.errors, payload, texts);
  if (outcome.open) {
    const channel = channelOf(payload);
    const view = renderModal(outcome.open, { texts, ...(channel ? { channel } : {}) });
    return { response_action: "update", view };
  }
  // With a card the change is seen there; otherwise the sentence must not get lost in a closed window.
  if (outcome.toast && !outcome.card) {
    return { response_action: "update", view: renderNotice(outcome.toast, { texts }) };
  }
  return { response_action: "clear" };
}

/** The form as it is, with a word that it is being worked on: what was typed stays, should something be wrong with it. */
export function answerWorking(payload: Payload, texts: Texts): ViewAnswer {
  const { working } = texts.slack;
  const view = patchView(payload, {}) ?? renderNotice(working, { texts });
  const note = { type: "context", block_id: blockIds.error("working") };
  const elements = [plainText(working, limits.contextText)];
  const blocks = [{ ...note, elements }, ...view.blocks].slice(0, limits.viewBlocks);
  return { response_action: "update", view: { ...view, blocks } };
}

/** A word in the meantime: a button stands there as before, and looks as if it had not been pressed. */
export async function tellWorking(payload: Payload, voice: Voice): Promise<void> {
  await whisper((await textsOf(payload, voice)).slack.working, payload, voice);
}

/** What came of a form after Slack stopped waiting: in its place, as the acknowledgement would have said it. */
export async function answerLate(outcome: Outcome, payload: Payload, voice: Voice): Promise<void> {
  const texts = await textsOf(payload, voice);
  const toast = outcome.toast ?? texts.slack.done;
  const { hash: _changed, ...view } = payload.view ?? { id: "" };
  await answerInModal({ ...outcome, toast }, { ...payload, view }, voice);
}

/** Says after the acknowledgement what did not fit into it. */
export async function tellAfterForm(
  outcome: Outcome,
  payload: Payload,
  voice: Voice,
): Promise<void> {
  if (outcome.toast && outcome.card && !outcome.errors && !outcome.open) {
    await whisper(outcome.toast, payload, voice);
  }
}

/** The answer to a press: a form at once, or a sentence only they see. */
export async function answerPress(outcome: Outcome, payload: Payload, desk: Desk): Promise<void> {
  if (payload.view?.callback_id) return answerInModal(outcome, payload, desk);
  if (outcome.open) await openOrPost(outcome.open, payload, desk);
  if (outcome.toast) await whisper(outcome.toast, payload, desk);
}

/** Picked anywhere in Slack, a shortcut whose answer is a card says where that card is. */
export async function tellElsewhere(
  { open, toast }: Outcome,
  payload: Payload,
  voice: Voice,
): Promise<void> {
  const { channel, user } = payload;
  if (open || toast || !channel || channel.id === voice.client.knownDm(user.id)) return;
  await whisper((await textsOf(payload, voice)).slack.answeredInDm, payload, voice);
}

/** Opens a card as a modal; false when Slack, which gives three seconds after the press for it, did not. */
export async function openModal(card: Card, payload: Payload, voice: Voice): Promise<boolean> {
  const texts = await textsOf(payload, voice);
  const channel = channelOf(payload);
  const view = renderModal(card, { texts, ...(channel ? { channel } : {}) });
  try {
    await voice.client.openView(payload.trigger_id ?? "", view);
    return true;
  } catch (error) {
    // A press delivered twice has opened it already.
    if (codeOf(error) === "exchanged_trigger_id") return true;
    voice.log.warn({ err: error }, "a form was not opened");
    return false;
  }
}

/** Too late to be opened, a form goes to the conversation, kept like any event: nobody has to ask again. */
async function openOrPost(card: Card, payload: Payload, desk: Desk): Promise<void> {
  if (await openModal(card, payload, desk)) return;
  await desk.host.accept(parseUnopened(payload, card, desk.installed()));
  await whisper((await textsOf(payload, desk)).slack.formInDm, payload, desk);
}

/**
 * A sentence only the person sees; it may get lost, so nothing is said in it alone that matters later. Where we are
 * not in the channel it is shown in their conversation with us.
 */
export async function whisper(sentence: string, payload: Payload, voice: Voice): Promise<void> {
  const { client, log } = voice;
  const user = payload.user.id;
  const text = escapeText(sentence);
  const channel = channelOf(payload);
  try {
    if (channel && (await isShown(client.whisper({ channel, user, text })))) return;
    await client.whisper({ channel: await client.openDm(user), user, text });
  } catch (error) {
    log.warn({ err: error }, "a sentence was not shown");
  }
}

const strangerCodes = new Set(["channel_not_found", "not_in_channel", "user_not_in_channel"]);

async function isShown(call: Promise<void>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    if (strangerCodes.has(codeOf(error))) return false;
    throw error;
  }
}

function answerErrors(errors: Record<string, string>, payload: Payload, texts: Texts): ViewAnswer {
  const blocks = payload.view?.blocks ?? [];
  const inputs = new Set(
    blocks.filter(({ type }) => type === "input").map(({ block_id: id }) => String(id)),
  );
  const entries = Object.entries(errors);
  if (entries.every(([name]) => inputs.has(blockIds.field(name)))) {
    const byBlock = entries.map(([name, text]) => [
      blockIds.field(name),
      someText(text, limits.input.hint),
    ]);
    return { response_action: "errors", errors: Object.fromEntries(byBlock) };
  }
  // Slack refuses errors on blocks that are not inputs: then all of them are shown as text.
  const view = patchView(payload, errors);
  return view
    ? { response_action: "update", view }
    : {
        response_action: "update",
        view: renderNotice(entries.map(([, text]) => text).join("\n"), { texts }),
      };
}

async function answerInModal(outcome: Outcome, payload: Payload, voice: Voice): Promise<void> {
  const texts = await textsOf(payload, voice);
  const view = toView(outcome, payload, texts);
  if (!view || !payload.view) return;
  const { id, hash } = payload.view;
  try {
    await voice.client.updateView({ id, ...(hash ? { hash } : {}) }, view);
  } catch (error) {
    voice.log.warn({ err: error }, "a form was not updated");
    if (outcome.toast) await whisper(outcome.toast, payload, voice);
  }
}

function toView(outcome: Outcome, payload: Payload, texts: Texts): SlackView | undefined {
  if (outcome.errors) return patchView(payload, outcome.errors);
  if (outcome.open) return renderModal(outcome.open, { texts });
  return outcome.toast ? renderNotice(outcome.toast, { texts }) : undefined;
}

/** The modal as it stands with errors above its fields; only what views.update takes of it. */
function patchView(payload: Payload, errors: Record<string, string>): SlackView | undefined {
  const { view } = payload;
  if (!view?.blocks || !view.title) return undefined;
  const { title, submit, close, notify_on_close: notify } = view;
  return {
    type: "modal",
    callback_id: view.callback_id ?? "",
    private_metadata: view.private_metadata ?? "{}",
    blocks: withErrors(view.blocks, errors),
    title: plainText(title.text, limits.view.title),
    close: plainText(close?.text ?? "", limits.view.close),
    ...(submit ? { submit: plainText(submit.text, limits.view.submit) } : {}),
    ...(notify ? { notify_on_close: true } : {}),
  };
}

function channelOf({ channel, view }: Payload): string | undefined {
  return channel?.id ?? parseState(view?.private_metadata ?? undefined).channel;
}
