// A press or a filled form: answered within the 2.5 seconds Lark leaves us, and followed up after the answer.
import type { Card, Outcome } from "../../core/card.ts";
import type { Texts } from "../../core/text/en.ts";
import { textsFor } from "../../core/text/texts.ts";
import { within } from "../../within.ts";
import type { Interaction, Values } from "../adapter.ts";
import type { AckGate } from "./ack-gate.ts";
import { retry } from "./client/retry.ts";
import { habitsOf, type LarkOptions } from "./connection.ts";
import { type FormMemory, withErrors } from "./forms.ts";
import { limits } from "./limits.ts";
import type { LarkMessenger } from "./messenger.ts";
import type { Press } from "./parse.ts";
import { markOf } from "./render/element.ts";
import { renderCard } from "./render.ts";

/** What Lark takes as the answer to a press: a toast, and the card in its new state. */
export type Ack = {
  toast?: { type: "success" | "error" | "info"; content: string };
  card?: { type: "raw"; data: object };
};

export type PressOptions = LarkOptions & {
  adapter: LarkMessenger;
  forms: FormMemory;
  gate: AckGate;
  /** Work that goes on after the answer. */
  background: (work: () => Promise<void>) => void;
};

/** Persists and decides before the answer; forms to open, errors and receipts follow it. */
export async function answerPress(
  interaction: Interaction,
  { press, options }: { press: Press; options: PressOptions },
): Promise<Ack> {
  const { host, gate, answerMs = limits.answerMs, background } = options;
  const release = gate.hold(press.messageId);
  try {
    const texts = textsFor(await options.languageOf(interaction));
    const about = { interaction, press, options, texts };
    const whole = host.interact(interaction);
    const outcome = await within(whole, answerMs).catch((error: unknown) => toFailed(error, about));
    if (outcome === failed) return { toast: { type: "error", content: texts.chat.failed.toast } };
    if (outcome) {
      background(() => followUp(outcome, about));
      return toAck(outcome, about);
    }
    background(() => followLate(whole, about));
    return { toast: { type: "info", content: texts.lark.working } };
  } finally {
    // The answer leaves once this function has returned; the gate counts a moment from here.
    release();
  }
}

/** Not even kept: Lark does not deliver presses again, so whoever pressed has to know. */
function toFailed(error: unknown, { interaction, options }: About): typeof failed {
  options.log.error({ event: interaction.key, err: error }, "a press on Lark was not taken");
  options.count?.("event-failed");
  return failed;
}

const failed: Outcome = {};

type About = { interaction: Interaction; press: Press; options: PressOptions; texts: Texts };

function toAck(outcome: Outcome, about: About): Ack {
  const { options, texts, interaction } = about;
  const { cardInAck, maxTables } = habitsOf(options.connections, interaction.connection);
  const changed = cardInAck ? changeOf(outcome, about) : undefined;
  return {
    ...toToast(outcome, texts),
    ...(changed
      ? {
          card: {
            type: "raw",
            data: renderCard(changed.card, { texts, maxTables, opened: changed.opened }).card,
          },
        }
      : {}),
  };
}

function toToast({ toast, errors }: Outcome, { lark }: Texts): Pick<Ack, "toast"> {
  if (errors) {
    const sentences = [toast, ...Object.values(errors)].filter(Boolean);
    return { toast: { type: "error", content: sentences.join(" ") || lark.checkForm } };
  }
  return toast ? { toast: { type: "success", content: toast } } : {};
}

type Change = { card: Card; opened: boolean };

/** What the pressed card itself becomes; cards elsewhere are the outbox's. */
function changeOf(outcome: Outcome, about: About): Change | undefined {
  const { press } = about;
  const own = ownChange(outcome, about);
  if (own) return own;
  if (outcome.card && markOf(outcome.card.key) === press.card && !press.opened)
    return { card: outcome.card, opened: false };
  // Cancelled or sent, an opened form is done with.
  const isAnswered = press.opened && !outcome.errors;
  return isAnswered ? { card: toReceipt(outcome, about), opened: false } : undefined;
}

/** The form again, with what is wrong; or the next form in the same place. */
function ownChange(outcome: Outcome, { press, interaction, options }: About): Change | undefined {
  const { opened } = press;
  if (outcome.open && opened) return { card: outcome.open, opened };
  const form = outcome.errors && options.forms.find(press.messageId);
  if (!form || interaction.kind !== "submit") return undefined;
  const values: Values = interaction.values;
  return { card: withErrors(form, values, outcome.errors ?? {}), opened };
}

/** What is left of a form that was answered: one line, nothing to press. */
function toReceipt({ toast }: Outcome, { press, texts }: About): Card {
  const title = toast ?? texts.lark.done;
  return { key: press.card, title, tone: "good", summary: title, blocks: [] };
}

/** What could not be in the answer. */
async function followUp(outcome: Outcome, about: About): Promise<void> {
  const { interaction, press, options } = about;
  const { adapter } = options;
  const changed = changeOf(outcome, about);
  // A card that the outbox has on its list is patched by the outbox.
  const isOutboxes = changed?.card === outcome.card;
  if (changed && !isOutboxes && press.messageId) {
    const place = { ...interaction, messageId: press.messageId };
    await retry(() => adapter.replace(place, changed.card, { opened: changed.opened }));
  }
  const { open } = outcome;
  if (open && !press.opened)
    await retry(() => adapter.open(interaction, open, `open:${interaction.key}`));
}

/** Whoever was told that the answer follows hears it, and that there is none, too. */
async function followLate(whole: Promise<Outcome>, about: About): Promise<void> {
  const outcome = await whole.catch((error: unknown) => toFailed(error, about));
  if (outcome === failed) return tellLate(about.texts.chat.failed.toast, about);
  await followUp(outcome, about);
  const isOnCard = outcome.errors && changeOf(outcome, about);
  const toast = isOnCard ? outcome.toast : toToast(outcome, about.texts).toast?.content;
  if (toast && !outcome.open) await tellLate(toast, about);
}

/** As a message, where a toast would have said it. */
async function tellLate(title: string, { interaction, options }: About): Promise<void> {
  const key = `late:${interaction.key}`;
  const card: Card = { key, title, tone: "info", summary: title, blocks: [] };
  await retry(async () => {
    await options.adapter.send(interaction, card, key);
  });
}
