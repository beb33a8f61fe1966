// Cards out: sent with their idempotency key in the message's metadata, edited in place, never dropped for their looks.
import type { Card } from "../../core/card.ts";
import type { Language } from "../../core/model.ts";
import type { Clock } from "../../core/ports.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { Address, ChatAdapter, MessageRef } from "../adapter.ts";
import { tellUnsent } from "../unsent-files.ts";
import { isAboutBlocks, isAboutMessage, toSendFailure } from "./client/failures.ts";
import type { Posting, Stored } from "./client.ts";
import type { Connection } from "./connection.ts";
import { type DrawChart, type ReadAsset, uploadAll } from "./files/images.ts";
import { shareFiles } from "./files/share.ts";
import type { FormMemory } from "./forms.ts";
import { times } from "./limits.ts";
import { renderPlain } from "./render/plain.ts";
import type { SlackBlock } from "./render/text.ts";
import {
  type RenderOptions,
  renderMessage,
  type SlackMessage,
  type Special,
  specials,
} from "./render.ts";
import type { Log } from "./transport/bolt-log.ts";
import { validateMessage } from "./validate.ts";

export type MessengerOptions = {
  languageOf(address: Address): Promise<Language>;
  readAsset: ReadAsset;
  drawChart: DrawChart;
  clock: Clock;
  log: Log;
};

type Messenger = Pick<ChatAdapter, "send" | "update"> & Required<Pick<ChatAdapter, "find">>;

/** What our messages' metadata is called: no other app's is looked at. */
const metadataType = "ringside_card";

export function createMessenger(
  connectionOf: (connection: string) => Connection,
  options: MessengerOptions,
): Messenger {
  const { log } = options;
  const memories = createMemories(options.clock);

  const prepare = async (to: Address, card: Card): Promise<Prepared> => {
    const { client, forms } = connectionOf(to.connection);
    const { pictures, refused } = memories(to.connection);
    const images = await uploadAll(card, { client, pictures, ...options });
    return { look: { texts: textsFor(await options.languageOf(to)), images }, refused, forms };
  };
  const post = async (to: Address, card: Card, key: string): Promise<MessageRef> => {
    const { client } = connectionOf(to.connection);
    const channel = await client.openDm(to.externalId);
    const prepared = await prepare(to, card);
    const place = threadOf(to, channel);
    const { shared } = memories(to.connection);
    const files = { ...options, client, channel, thread: place.thread_ts, shared };
    const told = tellUnsent(card, await shareFiles(card, files), prepared.look.texts);
    const sending = { card: told, key, channel, log, ...prepared };
    const ts = await inSomeForm(sending, (message) => client.post({ ...message, ...place }));
    return toRef(to, { channel, ts, key });
  };
  const edit = async (ref: MessageRef, card: Card): Promise<void> => {
    const { channel = "", ts = "", key = "" } = ref;
    const to = toAddress(ref);
    const { client } = connectionOf(to.connection);
    const sending = { card, key, channel, log, ...(await prepare(to, card)) };
    try {
      await inSomeForm(sending, (message) => client.edit(ts, message).then(() => ts));
    } catch (error) {
      if (!isAboutMessage(error)) throw error;
      // Deleted, or too old to be edited: the news is a message of its own, and later edits are of that one.
      Object.assign(ref, await post(to, card, key));
    }
  };
  const find = async (to: Address, key: string): Promise<MessageRef | undefined> => {
    const { client } = connectionOf(to.connection);
    const channel = await client.openDm(to.externalId);
    const { thread_ts: thread } = threadOf(to, channel);
    const messages = thread ? await client.replies(channel, thread) : await client.history(channel);
    const found = messages.find(({ metadata }) => isOurs(metadata, key));
    return found && toRef(to, { channel, ts: found.ts, key });
  };
  return {
    send: (to, card, key) => thenHome(to, post(to, card, key), connectionOf),
    update: (ref, card) => thenHome(toAddress(ref), edit(ref, card), connectionOf),
    find: (to, key) => failing(find(to, key)),
  };
}

/** The thread it is to stand in; only of the conversation it goes to. */
function threadOf({ thread }: Address, channel: string): { thread_ts?: string } {
  return thread?.ts && thread.channel === channel ? { thread_ts: thread.ts } : {};
}

/** What a card says may stand in its person's home too. */
async function thenHome<Result>(
  { connection, externalId }: Address,
  call: Promise<Result>,
  connectionOf: (connection: string) => Connection,
): Promise<Result> {
  const result = await failing(call);
  connectionOf(connection).homes.touched(externalId);
  return result;
}

type Memory = { pictures: Map<string, string>; refused: RefusedBlocks; shared: Set<string> };

/** What is remembered of each workspace: files and clients are its own. */
function createMemories(clock: Clock): (connection: string) => Memory {
  const memories = new Map<string, Memory>();
  return (connection) => {
    const known = memories.get(connection);
    const memory = known ?? {
      ...{ pictures: new Map(), refused: createRefused(clock), shared: new Set() },
    };
    memories.set(connection, memory);
    return memory;
  };
}

function toRef(to: Address, where: { channel: string; ts: string; key: string }): MessageRef {
  return { connection: to.connection, user: to.externalId, ...where };
}

function toAddress({ connection = "", user = "" }: MessageRef): Address {
  return { connection, externalId: user };
}

function isOurs(metadata: Stored["metadata"], key: string): boolean {
  return metadata?.event_type === metadataType && metadata.event_payload.key === key;
}

type Prepared = Pick<Sending, "look" | "refused" | "forms">;
type Sending = {
  card: Card;
  key: string;
  channel: string;
  look: RenderOptions;
  refused: RefusedBlocks;
  forms: FormMemory;
  log: Log;
};

/** As it should look; else without the newer blocks, one kind after another; else as text: Slack refuses all for one. */
async function inSomeForm(
  sending: Sending,
  send: (message: Posting) => Promise<string>,
): Promise<string> {
  const { card, key, channel, look, refused, log } = sending;
  const metadata = (forms: Record<string, string>) => ({
    event_type: metadataType,
    event_payload: { key, ...forms },
  });
  const without = refused.now();
  let dropped: Special | undefined;
  do {
    const message = renderMessage(card, { ...look, without });
    const { text, blocks, forms } = message;
    const sent = await attempt(message, () =>
      send({ channel, text, blocks, metadata: metadata(forms) }),
    );
    if ("result" in sent) {
      if (dropped) refused.add(dropped);
      sending.forms.keep({ channel, ts: sent.result }, forms);
      return sent.result;
    }
    log.error({ ...sent, card: card.key }, "a card was refused as it looks");
    dropped = specials.find((special) => !without.has(special) && isUsed(special, blocks));
    if (dropped) without.add(dropped);
  } while (dropped);
  return send({ channel, text: renderPlain(card, look), metadata: metadata({}) });
}

type Attempt<Result> = { result: Result } | { problems: string[] } | { err: unknown };

async function attempt<Result>(
  message: SlackMessage,
  send: () => Promise<Result>,
): Promise<Attempt<Result>> {
  const problems = validateMessage(message);
  if (problems.length > 0) return { problems: problems.slice(0, 5) };
  try {
    return { result: await send() };
  } catch (error) {
    if (!isAboutBlocks(error)) throw error;
    return { err: error };
  }
}

const blockOf: Record<Special, string> = {
  chart: "data_visualization",
  table: "table",
  image: "image",
};

function isUsed(special: Special, blocks: SlackBlock[]): boolean {
  return blocks.some(({ type }) => type === blockOf[special]);
}

type RefusedBlocks = { now(): Set<Special>; add(special: Special): void };

/** What one workspace refused lately. A picture is refused for itself, so that is not held against the next. */
function createRefused(clock: Clock): RefusedBlocks {
  const until = new Map<Special, number>();
  return {
    now: () => new Set(specials.filter((special) => (until.get(special) ?? 0) > clock())),
    add(special) {
      if (special !== "image") until.set(special, clock() + times.refusedMs);
    },
  };
}

async function failing<Result>(call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    throw toSendFailure(error);
  }
}
