// Cards out: sent with their idempotency key in the message's metadata, edited in place, never dropped for their looks.
import type { Block, Card } from "../../core/card.ts";
import type { Language } from "../../core/model.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { Address, ChatAdapter, MessageRef } from "../adapter.ts";
import type { Log } from "./bolt-log.ts";
import type { Posting, SlackClient, Stored } from "./client.ts";
import type { Connection } from "./connection.ts";
import { isAboutBlocks, isAboutMessage, toFailure } from "./failures.ts";
import { type RenderOptions, renderMessage } from "./render.ts";
import { renderPlain } from "./render-plain.ts";
import { validateMessage } from "./validate.ts";

/** The bytes of a picture a card shows. */
export type ReadAsset = (
  id: string,
) => Promise<{ name: string; mediaType: string; bytes: Uint8Array } | undefined>;

export type MessengerOptions = {
  languageOf(address: Address): Promise<Language>;
  readAsset: ReadAsset;
  log: Log;
};

type Messenger = Pick<ChatAdapter, "send" | "update"> & Required<Pick<ChatAdapter, "find">>;

/** What our messages' metadata is called: no other app's is looked at. */
const metadataType = "ringside_card";

export function createMessenger(
  connectionOf: (connection: string) => Connection,
  options: MessengerOptions,
): Messenger {
  const channelOf = createChannels(connectionOf);
  const pictures = new Map<string, string>();

  const lookOf = async (to: Address, card: Card): Promise<RenderOptions> => {
    const { client } = connectionOf(to.connection);
    const images = await uploadAll(card, { client, pictures, ...options });
    return { texts: textsFor(await options.languageOf(to)), images };
  };
  const post = async (to: Address, card: Card, key: string): Promise<MessageRef> => {
    const { client } = connectionOf(to.connection);
    const channel = await channelOf(to);
    const look = await lookOf(to, card);
    const ts = await inSomeForm({ card, key, channel, look, log: options.log }, client.post);
    return toRef(to, { channel, ts, key });
  };
  const edit = async (ref: MessageRef, card: Card): Promise<void> => {
    const { connection = "", user = "", channel = "", ts = "", key = "" } = ref;
    const to = { connection, externalId: user };
    const { client } = connectionOf(connection);
    const look = await lookOf(to, card);
    const sending = { card, key, channel, look, log: options.log };
    try {
      await inSomeForm(sending, (message) => client.edit(ts, message));
    } catch (error) {
      if (!isAboutMessage(error)) throw error;
      // Deleted, or too old to be edited: the news is a message of its own, and later edits are of that one.
      Object.assign(ref, await post(to, card, key));
    }
  };
  const find = async (to: Address, key: string): Promise<MessageRef | undefined> => {
    const channel = await channelOf(to);
    const messages = await connectionOf(to.connection).client.history(channel);
    const found = messages.find(({ metadata }) => isOurs(metadata, key));
    return found && toRef(to, { channel, ts: found.ts, key });
  };

  return {
    send: (to, card, key) => failing(post(to, card, key)),
    update: (ref, card) => failing(edit(ref, card)),
    find: (to, key) => failing(find(to, key)),
  };
}

/** The direct conversations, each asked for once. */
function createChannels(connectionOf: (connection: string) => Connection) {
  const channels = new Map<string, string>();
  return async ({ connection, externalId }: Address): Promise<string> => {
    const name = `${connection} ${externalId}`;
    const channel =
      channels.get(name) ?? (await connectionOf(connection).client.openDm(externalId));
    channels.set(name, channel);
    return channel;
  };
}

function toRef(to: Address, where: { channel: string; ts: string; key: string }): MessageRef {
  return { connection: to.connection, user: to.externalId, ...where };
}

function isOurs(metadata: Stored["metadata"], key: string): boolean {
  return metadata?.event_type === metadataType && metadata.event_payload.key === key;
}

type Sending = { card: Card; key: string; channel: string; look: RenderOptions; log: Log };

/** As it should look; else without the newer blocks; else as text. Slack refuses a whole message for one block. */
async function inSomeForm<Result>(
  { card, key, channel, look, log }: Sending,
  send: (message: Posting) => Promise<Result>,
): Promise<Result> {
  const metadata = (forms: Record<string, string>) => ({
    event_type: metadataType,
    event_payload: { key, ...forms },
  });
  for (const basic of [false, true]) {
    const message = renderMessage(card, { ...look, basic });
    const problems = validateMessage(message);
    if (problems.length > 0) {
      log.error({ card: card.key, problems: problems.slice(0, 5) }, "a card was rendered wrongly");
      continue;
    }
    const { text, blocks, forms } = message;
    try {
      return await send({ channel, text, blocks, metadata: metadata(forms) });
    } catch (error) {
      if (!isAboutBlocks(error)) throw error;
      log.error({ err: error, card: card.key, basic }, "Slack refused the blocks of a card");
    }
  }
  return send({ channel, text: renderPlain(card, look), metadata: metadata({}) });
}

type Uploading = MessengerOptions & { client: SlackClient; pictures: Map<string, string> };

/** Slack's ids of a card's pictures; one that cannot be uploaded is shown as its words. */
async function uploadAll(
  card: Card,
  { client, pictures, readAsset, log }: Uploading,
): Promise<Map<string, string>> {
  for (const { image, alt } of imagesOf(card.blocks)) {
    if (pictures.has(image.asset)) continue;
    try {
      const file = await readAsset(image.asset);
      if (file) pictures.set(image.asset, await client.upload({ ...file, alt }));
    } catch (error) {
      log.warn({ err: error, asset: image.asset }, "a picture was not uploaded");
    }
  }
  return pictures;
}

function imagesOf(blocks: Block[]): Extract<Block, { t: "image" }>[] {
  return blocks.flatMap((block) => {
    if (block.t === "more") return imagesOf(block.blocks);
    return block.t === "image" ? [block] : [];
  });
}

async function failing<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw toFailure(error);
  }
}
