// The local chat without its page or console: what a person can do, and what they see of it.
import type { Outcome } from "../../core/card.ts";
import { NotFound, Refused } from "../../core/errors.ts";
import type { Asset, LocalMessage } from "../../core/facts.ts";
import type { NewId } from "../../core/ids.ts";
import type { Language, Role } from "../../core/model.ts";
import type { AssetStore, Clock, Store } from "../../core/ports.ts";
import type { ChatAdapter, ChatHost, Interaction, ShortcutName, Values } from "../adapter.ts";
import { createLocalAdapter } from "./adapter.ts";
import {
  createLocalClient,
  type Listener,
  type LocalClient,
  type Range,
  type Said,
  type Seen,
} from "./client.ts";
import { limits } from "./limits.ts";
import {
  type Origin,
  parseFile,
  parseMessage,
  parseOpened,
  parsePress,
  parseShortcut,
  parseSubmit,
} from "./parse.ts";
import { wordsOf } from "./words-of.ts";

export type LocalPerson = {
  id: string;
  name: string;
  role: Role;
  language: Language;
  timeZone: string;
  featured: boolean;
};
/** A shortcut, on a message of the conversation or, without an id, on none. */
export type Picked = { shortcut: ShortcutName; messageId: string };
export type DroppedFile = { name: string; mediaType: string; bytes: Uint8Array };

/**
 * Everything somebody at the keyboard can do as any of the people. A `key` names one press or message for good:
 * the same key again is the same event. Without one, each call is an event of its own.
 */
export type LocalChat = {
  adapter: ChatAdapter;
  /** Active people: the featured ones first, in the order given, then by name. */
  people(): Promise<LocalPerson[]>;
  transcript(personId: string, range?: Range): Promise<LocalMessage[]>;
  changes(personId: string, seen: Seen): Promise<LocalMessage[]>;
  /** Messages later than the given one and than the last thing the person said. */
  unread(personId: string, seenId: string): Promise<number>;
  say(personId: string, text: string, key?: string): Promise<void>;
  drop(personId: string, file: DroppedFile, text: string, key?: string): Promise<void>;
  open(personId: string, key?: string): Promise<void>;
  tap(personId: string, ref: string, key?: string): Promise<Outcome>;
  submit(personId: string, ref: string, values: Values, key?: string): Promise<Outcome>;
  pick(personId: string, picked: Picked, key?: string): Promise<Outcome>;
  /** Keeps a file answered in a form; the asset's id is the answer. */
  attach(personId: string, file: DroppedFile): Promise<Asset>;
  asset(id: string): Promise<{ asset: Asset; bytes: Uint8Array } | undefined>;
  subscribe(personId: string, listener: Listener): () => void;
  clock: Clock;
};

export type LocalChatOptions = {
  store: Store;
  assets: AssetStore;
  host: ChatHost;
  clock: Clock;
  newId: NewId;
  /** Ids of the people to show first. */
  featured?: string[];
};

/** The whole of the local chat on the given host and store: nothing in it listens or draws. */
export function createLocalChat(options: LocalChatOptions): LocalChat {
  const { store, assets, host, clock, newId, featured = [] } = options;
  const client = createLocalClient(store);
  const from = (personId: string, key?: string) => ({
    personId,
    key: key ?? newId("message"),
    at: clock(),
  });
  const interact = async (interaction: Interaction) => {
    const outcome = await host.interact(interaction);
    const { externalId, key } = interaction;
    if (outcome.card) await client.replace(externalId, outcome.card, key);
    return outcome;
  };
  const attach: LocalChat["attach"] = async (personId, file) => {
    requireSize(file);
    return assets.save({ ...file, personId });
  };

  return {
    adapter: createLocalAdapter(client, store),
    people: () => listPeople(store, featured),
    transcript: client.transcript,
    changes: client.changes,
    unread: client.unread,
    subscribe: client.subscribe,
    asset: (id) => assets.read(id),
    attach,
    clock,
    say: (personId, text, key) => say({ client, host, origin: from(personId, key) }, text),
    drop: (personId, file, text, key) =>
      drop({ client, host, origin: from(personId, key) }, { file, text: text.trim(), attach }),
    open: async (personId, key) => host.accept(parseOpened(from(personId, key))),
    tap: async (personId, ref, key) => interact(parsePress(from(personId, key), ref)),
    submit: async (personId, ref, values, key) =>
      interact(parseSubmit(from(personId, key), { ref, values })),
    async pick(personId, { shortcut, messageId }, key) {
      const text = messageId ? await readWords(store, personId, messageId) : "";
      return interact(parseShortcut(from(personId, key), { shortcut, text }));
    },
  };
}

/** Only of one's own conversation. */
async function readWords(store: Store, personId: string, messageId: string): Promise<string> {
  const message = await store.read.localMessages.get(messageId);
  if (message?.personId === personId) return wordsOf(message);
  throw new NotFound("local.not-found", `${personId} has no message ${messageId}.`);
}

type Speaking = { client: LocalClient; host: ChatHost; origin: Origin };

// What a person says is kept before the host hears of it, so that no answer stands above its question.
async function say({ client, host, origin }: Speaking, text: string): Promise<void> {
  const event = parseMessage(origin, text);
  await client.say(origin.personId, { text: text.trim() }, event.key);
  await host.accept(event);
}

async function drop(
  { client, host, origin }: Speaking,
  { file, text, attach }: { file: DroppedFile; text: string; attach: LocalChat["attach"] },
): Promise<void> {
  const known = (await client.find(origin.key))?.body as Said | undefined;
  const { id, name, mediaType, size } = known?.file ?? (await attach(origin.personId, file));
  const event = parseFile(origin, { assetId: id, name, text });
  await client.say(origin.personId, { text, file: { id, name, mediaType, size } }, event.key);
  await host.accept(event);
}

/** The person with this id, if they are here. */
export async function findPerson(chat: LocalChat, personId: string): Promise<LocalPerson> {
  const person = (await chat.people()).find(({ id }) => id === personId);
  if (!person) throw new NotFound("local.unknown-person", `Nobody here has the id ${personId}.`);
  return person;
}

async function listPeople(store: Store, featured: string[]): Promise<LocalPerson[]> {
  const people = await store.read.people.find({ active: true });
  const byName = new Intl.Collator("zh-CN");
  const place = (id: string) => (featured.includes(id) ? featured.indexOf(id) : featured.length);
  return people
    .map(({ id, name, role, language, timeZone }) => ({
      ...{ id, name, role, language, timeZone },
      featured: featured.includes(id),
    }))
    .sort((a, b) => place(a.id) - place(b.id) || byName.compare(a.name, b.name));
}

function requireSize({ name, bytes }: DroppedFile): void {
  if (bytes.byteLength <= limits.upload) return;
  const message = `${name} has ${bytes.byteLength} bytes; the local chat takes ${limits.upload}.`;
  throw new Refused("local.file-too-big", message, { limit: limits.upload });
}
