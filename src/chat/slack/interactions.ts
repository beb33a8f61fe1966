// Presses and filled forms: persisted and decided by the host, answered in or right after the acknowledgement.
import type { Outcome } from "../../core/card.ts";
import { within } from "../../within.ts";
import type { ChatHost, Interaction, SurfaceParts, Values } from "../adapter.ts";
import {
  answerForm,
  answerLate,
  answerPress,
  answerWorking,
  openModal,
  tellAfterForm,
  tellElsewhere,
  tellWorking,
  textsOf,
  type ViewAnswer,
  type Voice,
  whisper,
} from "./answers.ts";
import type { FetchFile } from "./files.ts";
import type { FormMemory } from "./forms.ts";
import type { Homes } from "./home.ts";
import { limits, times } from "./limits.ts";
import {
  type Payload,
  parsePress,
  parseShortcut,
  parseSubmit,
  refOfView,
} from "./parse/payload.ts";
import { parseValues } from "./parse/values.ts";
import type { Installed } from "./parse.ts";
import type { Recent } from "./recent.ts";
import { toFormCard, unpackForm } from "./render/form.ts";
import { parseState } from "./render/modal.ts";

/** `installed` is asked for at each event: it has the present time. */
export type Desk = Voice & {
  host: ChatHost;
  agreedToVoice: SurfaceParts["agreedToVoice"];
  fetchFile: FetchFile;
  homes: Homes;
  forms: FormMemory;
  /** What was answered already: delivered again it is decided the same, and said once. */
  answered: Recent;
  /** How long Slack waits for an acknowledgement, less what the way there takes. */
  answerMs: number;
  /** Messages whose thread already says where the answer is. */
  pointed: Recent;
  count(what: string): void;
  installed(): Installed;
};

export type Ack = (answer?: ViewAnswer) => Promise<void>;

/** A pressed button of a card, a modal or the Home tab. */
export async function onAction(payload: Payload, ack: Ack, desk: Desk): Promise<void> {
  const [pressed] = payload.actions ?? [];
  const kind = pressed?.action_id.split(":")[0];
  if (kind === "press") return onPress(payload, pressed?.value ?? "", ack, desk);
  if (kind === "submit") return onOtherSubmit(payload, pressed?.value ?? "", ack, desk);
  // Links open by themselves, and choosing in a form is no answer yet: Slack only wants to hear that we heard.
  await ack();
  if (kind === "form") await openForm(payload, desk);
}

/** A shortcut of Slack's menus. */
export async function onShortcut(payload: Payload, ack: Ack, desk: Desk): Promise<void> {
  const picked = parseShortcut(payload, desk.installed());
  if (!picked) return ack();
  await answerAfter(picked, { payload, ack, desk }, async (outcome) => {
    await answerPress(outcome, payload, desk);
    await tellElsewhere(outcome, payload, desk);
  });
}

/** A filled form, sent by its own submit. */
export async function onSubmit(payload: Payload, ack: Ack, desk: Desk): Promise<void> {
  const since = performance.now();
  const texts = await textsOf(payload, desk);
  const read = await readAnswers(payload, desk);
  if ("errors" in read) return ack(answerForm({ errors: read.errors }, payload, texts));
  const ref = refOfView(payload);
  const submit = parseSubmit(payload, { ref, values: read.values }, desk.installed());
  const whole = decide(submit, desk);
  const outcome = await within(whole, desk.answerMs - (performance.now() - since));
  const isAgain = !desk.answered.add(submit.key);
  await ack(outcome ? answerForm(outcome, payload, texts) : answerWorking(payload, texts));
  if (isAgain) return;
  if (outcome) return tellAfterForm(outcome, payload, desk);
  await answerLate(await orSorry(whole, payload, desk), payload, desk);
}

/** A form closed without an answer, where that means something. */
export async function onClosed(payload: Payload, ack: Ack, desk: Desk): Promise<void> {
  const { cancel } = parseState(payload.view?.private_metadata ?? undefined);
  if (!cancel) return ack();
  const pressed = parsePress(payload, cancel, desk.installed());
  await answerAfter(pressed, { payload, ack, desk }, async ({ toast }) => {
    if (toast) await whisper(toast, payload, desk);
  });
}

/** What the host answers; whatever it was, the home of whoever did it may look different now. */
async function decide(interaction: Interaction, { host, homes }: Desk): Promise<Outcome> {
  const outcome = await host.interact(interaction);
  homes.touched(interaction.externalId);
  return outcome;
}

type Heard = { payload: Payload; ack: Ack; desk: Desk };

/**
 * Decides, acknowledges, and says what was decided, once. Nothing of the answer is in the acknowledgement of a press,
 * so a decision that takes longer than Slack waits holds up nobody; whoever waits for it hears that it is under way.
 */
async function answerAfter(
  interaction: Interaction,
  { payload, ack, desk }: Heard,
  say: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  const whole = decide(interaction, desk);
  const outcome = await within(whole, desk.answerMs);
  const isAgain = !desk.answered.add(interaction.key);
  await ack();
  if (isAgain) return;
  if (outcome) return say(outcome);
  await tellWorking(payload, desk);
  await say(await orSorry(whole, payload, desk));
}

/** Slack heard that all is well before it failed: whoever pressed has to hear otherwise from us. */
async function orSorry(whole: Promise<Outcome>, payload: Payload, desk: Desk): Promise<Outcome> {
  try {
    return await whole;
  } catch (error) {
    desk.log.error({ err: error }, "a press on Slack was not taken");
    return { toast: (await textsOf(payload, desk)).chat.failed.toast };
  }
}

async function onPress(payload: Payload, ref: string, ack: Ack, desk: Desk): Promise<void> {
  const pressed = parsePress(payload, ref, desk.installed());
  await answerAfter(pressed, { payload, ack, desk }, (outcome) =>
    answerPress(outcome, payload, desk),
  );
}

/** "Preview" and its like: the same answers under another ref, and the modal stays open. */
async function onOtherSubmit(payload: Payload, ref: string, ack: Ack, desk: Desk): Promise<void> {
  const read = await readAnswers(payload, desk);
  if ("errors" in read) {
    await ack();
    return answerPress({ errors: read.errors }, payload, desk);
  }
  const submit = parseSubmit(payload, { ref, values: read.values }, desk.installed());
  await answerAfter(submit, { payload, ack, desk }, (outcome) =>
    answerPress(outcome, payload, desk),
  );
}

/** The form is in its button, or beside the message when it is too big for that. */
async function openForm(payload: Payload, desk: Desk): Promise<void> {
  const [pressed] = payload.actions ?? [];
  const packed = pressed?.value || (await findForm(payload, pressed?.action_id ?? "", desk));
  const form = packed ? unpackForm(packed) : undefined;
  const texts = await textsOf(payload, desk);
  if (!form) return whisper(texts.slack.cannotOpen, payload, desk);
  const card = toFormCard(titleOf(payload) ?? form.submit.label, form);
  // Too late for it, its button still stands there to be pressed again.
  if (!(await openModal(card, payload, desk))) await whisper(texts.slack.expired, payload, desk);
}

/** Slack does not promise a message's metadata in a press, so it is looked up where it is missing: here, then there. */
async function findForm(payload: Payload, id: string, desk: Desk): Promise<string | undefined> {
  const { channel, message } = payload;
  const given = formIn(message?.metadata, id);
  if (given || !channel || !message?.ts) return given;
  const { ts } = message;
  const kept = desk.forms.find({ channel: channel.id, ts }, id);
  if (kept) return kept;
  try {
    const [stored] = await desk.client.history(channel.id, { latest: ts, limit: 1 });
    return stored?.ts === ts ? formIn(stored.metadata, id) : undefined;
  } catch (error) {
    desk.log.warn({ err: error }, "a form was not found");
    return undefined;
  }
}

function formIn(metadata: unknown, id: string): string | undefined {
  const payload = (metadata as { event_payload?: Record<string, unknown> } | undefined)
    ?.event_payload;
  const packed = payload?.[id];
  return typeof packed === "string" ? packed : undefined;
}

/** The header of the message a form stands on. */
function titleOf({ message }: Payload): string | undefined {
  const blocks = (message?.blocks ?? []) as { type?: string; text?: { text?: string } }[];
  return blocks.find(({ type }) => type === "header")?.text?.text;
}

/** Answers with their files fetched: within the acknowledgement, so only as long as Slack waits. */
async function readAnswers(
  payload: Payload,
  desk: Desk,
): Promise<{ values: Values } | { errors: Record<string, string> }> {
  const { values, files } = parseValues(payload.view?.state?.values);
  if (files.length === 0) return { values };
  const { slack } = await textsOf(payload, desk);
  const errors: Record<string, string> = {};
  const fetching = files.map(async ({ field, file }) => {
    const work = desk.fetchFile(file).catch(() => undefined);
    return { field, fetched: await within(work, times.fileWaitMs) };
  });
  for (const { field, fetched } of await Promise.all(fetching)) {
    if (!fetched) errors[field] = slack.fileLate;
    else if ("assetId" in fetched) values[field] = fetched.assetId;
    else if (fetched.problem === "tooBig") errors[field] = slack.fileTooBig({ megabytes });
    else errors[field] = slack.fileUnreadable;
  }
  return Object.keys(errors).length > 0 ? { errors } : { values };
}

const megabytes = limits.file / 1024 / 1024;
