// Cards to Lark: drawn, sent, changed; plainer when Lark refuses them, and never nothing.
import { createHash } from "node:crypto";
import { type Card, text } from "../../core/card.ts";
import type { Texts } from "../../core/text/en.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { Address, ChatSurface, MessageRef } from "../adapter.ts";
import { tellUnsent } from "../unsent-files.ts";
import type { AckGate } from "./ack-gate.ts";
import { asErrors, LarkFault } from "./client/failures.ts";
import { toUuid } from "./client/uuid.ts";
import type { LarkClient } from "./client.ts";
import { clientOf } from "./clients.ts";
import { habitsOf, type LarkOptions } from "./connection.ts";
import { createImages, type Images } from "./files/images.ts";
import { shareFiles } from "./files/share.ts";
import type { FormMemory } from "./forms.ts";
import { pace as larkPace, limits } from "./limits.ts";
import { createPeople } from "./people.ts";
import { maskCard } from "./render/mask.ts";
import { renderCard, renderPlain, renderSimple } from "./render.ts";
import { createTaskBook } from "./tasks.ts";

/** What became of a card: where it stands, and when it was sent. */
type LarkRef = {
  connection: string;
  openId: string;
  messageId: string;
  kind: "card" | "text";
  sentAt: string;
};

export type LarkMessenger = ChatSurface["adapter"] & {
  /** Sends a form that a press opened: answered, it becomes a receipt. */
  open(to: Address, card: Card, key: string): Promise<void>;
  /** Replaces the card of a message by its id. */
  replace(
    to: Address & { messageId: string },
    card: Card,
    options?: { opened?: boolean },
  ): Promise<void>;
};

export type MessengerOptions = LarkOptions & {
  clients: ReadonlyMap<string, LarkClient>;
  forms: FormMemory;
  gate: AckGate;
};

/** Keeps the forms it sends, and waits with a change while a press on that card is being answered. */
export function createLarkMessenger(options: MessengerOptions): LarkMessenger {
  const { forms, gate, clock, pace = larkPace } = options;
  const images = createImages(options);
  const withImages = { ...options, images };
  const send = async (to: Address, card: Card, sending: Sending): Promise<MessageRef> => {
    const sent = await asErrors(() => sendCard(to, card, { ...withImages, ...sending }));
    if (sent.kind === "card") forms.keep(sent.messageId, card);
    return sent;
  };
  const change = async (ref: MessageRef, card: Card, opened = false): Promise<void> => {
    const at = parseRef(ref);
    await gate.wait(at.messageId);
    const isOld = clock() - Number(at.sentAt) > limits.changeableForMs;
    const changed =
      !isOld &&
      at.kind === "card" &&
      (await asErrors(() => patchCard(at, card, { ...withImages, opened })));
    if (changed) return forms.keep(at.messageId, card);
    const to = { connection: at.connection, externalId: at.openId };
    const renewed = sayRenewed(card, textsFor(await options.languageOf(to)));
    const key = `again:${at.messageId}:${createHash("sha256").update(JSON.stringify(card)).digest("hex")}`;
    // The sender stores the ref it gave us: later changes go to the new message.
    Object.assign(ref, await send(to, renewed, { key, opened }));
  };
  return {
    surface: "lark",
    idempotentForMs: limits.idempotentForMs,
    pace,
    send: (to, card, key) => send(to, card, { key }),
    update: (ref, card) => change(ref, card),
    async open(to, card, key) {
      await send(to, card, { key, opened: true });
    },
    async replace({ connection, externalId, messageId }, card, { opened = false } = {}) {
      const ref = {
        connection,
        openId: externalId,
        messageId,
        kind: "card",
        sentAt: String(clock()),
      };
      await change(ref, card, opened);
    },
    ...createPeople(options.clients),
    tasks: createTaskBook(options),
  };
}

/** Two cards of one thing in a chat: the new one says which counts. */
function sayRenewed(card: Card, { lark }: Texts): Card {
  return { ...card, blocks: [...card.blocks, { t: "context", text: [text(lark.renewed)] }] };
}

type Sending = { key: string; opened?: boolean };
type Drawing = MessengerOptions & { images: Images; opened?: boolean };

async function sendCard(to: Address, given: Card, options: Drawing & Sending): Promise<LarkRef> {
  const client = clientOf(options.clients, to.connection);
  const sentAt = String(options.clock());
  const uuid = toUuid(options.key);
  const openId = to.externalId;
  const post = sendUnder(to.thread?.messageId, client);
  const unsent = await shareFiles(given, {
    ...{ client, readAsset: options.readAsset, key: options.key },
    post: ({ key, content }) => post({ openId, uuid: toUuid(key), type: "file", content }),
  });
  const card = tellUnsent(given, unsent, textsFor(await options.languageOf(to)));
  const attempts = await drawAll(card, { ...options, to });
  const words = { type: "text", content: { text: renderPlain(card) } } as const;
  const all = [...attempts.map((content) => ({ type: "interactive", content }) as const), words];
  const { messageId, type } = await firstTaken(all, async ({ type, content }) => ({
    messageId: await post({ openId, uuid, type, content }),
    type,
  }));
  return {
    connection: to.connection,
    openId,
    messageId,
    kind: type === "text" ? "text" : "card",
    sentAt,
  };
}

/** Into the thread under a message; where Lark has none there (the message is gone, say), by itself. */
function sendUnder(under: string | undefined, client: LarkClient): LarkClient["send"] {
  if (under === undefined) return client.send;
  return async (message) => {
    try {
      return await client.send({ ...message, under });
    } catch (error) {
      const isNoThread =
        error instanceof LarkFault && ["refused", "renew"].includes(error.reaction);
      if (!isNoThread) throw error;
      return client.send(message);
    }
  };
}

/** False when the message cannot be changed any more. */
async function patchCard(at: LarkRef, card: Card, options: Drawing): Promise<boolean> {
  const client = clientOf(options.clients, at.connection);
  const to = { connection: at.connection, externalId: at.openId };
  const attempts = (await drawAll(card, { ...options, to })).map((content) => ({ content }));
  try {
    await firstTaken(attempts, ({ content }) => client.patch(at.messageId, content));
    return true;
  } catch (error) {
    if (error instanceof LarkFault && error.reaction === "renew") return false;
    throw error;
  }
}

/** The card in full, then plainer. */
async function drawAll(card: Card, options: Drawing & { to: Address }): Promise<object[]> {
  const { log, connections, languageOf, opened = false, to } = options;
  const { maxTables } = habitsOf(connections, to.connection);
  const client = clientOf(options.clients, to.connection);
  const images = await options.images.of(card, { connection: to.connection, client });
  const texts = textsFor(await languageOf(to));
  const drawing = { texts, images, opened, maxTables };
  const full = renderCard(card, drawing);
  if (full.dropped.length > 0) {
    log.info({ card: card.key, dropped: full.dropped }, "a card was shortened for Lark");
  }
  return [full.card, renderSimple(card, drawing).card];
}

/** Goes down the list while Lark finds fault with the form, and hides phones and mails if its audit asks to. */
async function firstTaken<Content extends { content: object }, Result>(
  attempts: Content[],
  take: (attempt: Content) => Promise<Result>,
): Promise<Result> {
  let last: unknown;
  for (const attempt of attempts) {
    try {
      return await take(attempt).catch((error: unknown) => {
        if (!(error instanceof LarkFault) || error.reaction !== "mask") throw error;
        return take({ ...attempt, content: maskCard(attempt.content) });
      });
    } catch (error) {
      if (!(error instanceof LarkFault) || error.reaction !== "simplify") throw error;
      last = error;
    }
  }
  throw last;
}

function parseRef(ref: MessageRef): LarkRef {
  const { connection = "", openId = "", messageId = "", kind, sentAt = "0" } = ref;
  return { connection, openId, messageId, kind: kind === "text" ? "text" : "card", sentAt };
}
