// The local chat's "platform": it remembers every conversation in the localMessages table and tells who is looking.
import type { Card } from "../../core/card.ts";
import { Refused } from "../../core/errors.ts";
import type { LocalMessage } from "../../core/facts.ts";
import type { Store, Unit } from "../../core/ports.ts";
import { limits } from "./limits.ts";

/** What a person said, as it is kept: words, a file, or both. */
export type Said = { text: string; file?: SaidFile };
export type SaidFile = { id: string; name: string; mediaType: string; size: number };

/** Hears every message of one conversation after it is stored, new or changed. */
export type Listener = (message: LocalMessage) => void;

/** A part of a conversation: at most `limit` messages, those before a message's id. */
export type Range = { before?: string; limit?: number };

/** What somebody who looked away has seen: the newest message's id, and when anything last changed. */
export type Seen = { lastId: string; changedAt: number };

export type LocalClient = {
  /** Stores a card once per key, in a thread or not; the same key again gives the message stored before. */
  send(to: { personId: string; under?: string }, card: Card, key: string): Promise<LocalMessage>;
  /** Replaces a message's card where it stands. */
  edit(id: string, card: Card): Promise<LocalMessage>;
  /** Replaces the person's newest message with this card's key; without one, sends it under `key`. */
  replace(personId: string, card: Card, key: string): Promise<LocalMessage>;
  /** Stores what a person said once per key. */
  say(personId: string, said: Said, key: string): Promise<LocalMessage>;
  find(key: string): Promise<LocalMessage | undefined>;
  /** The newest messages, oldest first. */
  transcript(personId: string, range?: Range): Promise<LocalMessage[]>;
  /** What is new or changed for somebody who has seen so much, oldest first. */
  changes(personId: string, seen: Seen): Promise<LocalMessage[]>;
  /** Counts messages later than the given one and than the last thing the person said. */
  unread(personId: string, seenId: string): Promise<number>;
  subscribe(personId: string, listener: Listener): () => void;
};

export function createLocalClient(store: Store): LocalClient {
  const { subscribe, tell } = createListeners();

  const keep = async (work: (unit: Unit) => Promise<Kept>, options?: { isUrgent: boolean }) => {
    const { message, isNews } = await store.write(work, options);
    if (isNews) tell(message);
    return message;
  };
  const keepOnce = (draft: Draft, options?: { isUrgent: boolean }) =>
    keep((unit) => putOnce(unit, draft), options);

  return {
    send: ({ personId, under }, card, key) =>
      keepOnce({ key, personId, author: "ringside", body: card, under: under ?? null }),
    say: (personId, said, key) =>
      keepOnce({ key, personId, author: "person", body: said, under: null }, { isUrgent: true }),
    edit: (id, card) => keep((unit) => putBody(unit, id, card)),
    replace: (personId, card, key) =>
      keep(async (unit) => {
        const shown = await findCard(unit, personId, card.key);
        if (shown) return putBody(unit, shown.id, card);
        return putOnce(unit, { key, personId, author: "ringside", body: card, under: null });
      }),
    find: async (key) => (await store.read.localMessages.find({ key }))[0],
    async transcript(personId, { before, limit = limits.transcript } = {}) {
      const newest = await store.read.localMessages.find(
        before ? { personId, id: { lt: before } } : { personId },
        { order: { by: "id", descending: true }, limit },
      );
      return newest.reverse();
    },
    async changes(personId, { lastId, changedAt }) {
      const { localMessages } = store.read;
      const later = await localMessages.find({ personId, id: { gt: lastId } });
      const touched = await localMessages.find({ personId, updatedAt: { gte: changedAt } });
      const edited = touched.filter((message) => message.updatedAt > message.createdAt);
      const all = new Map([...later, ...edited].map((message) => [message.id, message]));
      return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async unread(personId, seenId) {
      const { localMessages } = store.read;
      const newest = { order: { by: "id", descending: true }, limit: 1 } as const;
      const [said] = await localMessages.find({ personId, author: "person" }, newest);
      const gt = said && said.id > seenId ? said.id : seenId;
      return localMessages.count({ personId, author: "ringside", id: { gt } });
    },
    subscribe,
  };
}

type Draft = Pick<LocalMessage, "key" | "personId" | "author" | "body" | "under">;
type Kept = { message: LocalMessage; isNews: boolean };

async function putOnce(unit: Unit, draft: Draft): Promise<Kept> {
  const [known] = await unit.localMessages.find({ key: draft.key });
  if (known) return { message: known, isNews: false };
  const id = unit.newId("message");
  const message: LocalMessage = { id, ...draft, createdAt: unit.now, updatedAt: unit.now };
  await unit.localMessages.put(message);
  return { message, isNews: true };
}

async function putBody(unit: Unit, id: string, card: Card): Promise<Kept> {
  const shown = await unit.localMessages.get(id);
  if (!shown) throw new Refused("local.unknown-message", `No local message has the id ${id}.`);
  // Always after its last change, however short ago: whoever reconnects asks for what changed since.
  const updatedAt = Math.max(unit.now, shown.updatedAt + 1);
  await unit.localMessages.update(id, { body: card, updatedAt });
  return { message: { ...shown, body: card, updatedAt }, isNews: true };
}

async function findCard(unit: Unit, personId: string, cardKey: string) {
  const cards = await unit.localMessages.find(
    { personId, author: "ringside" },
    { order: { by: "id", descending: true } },
  );
  return cards.find((message) => (message.body as Card).key === cardKey);
}

function createListeners() {
  const listeners = new Map<string, Set<Listener>>();
  return {
    subscribe(personId: string, listener: Listener) {
      const ofPerson = listeners.get(personId) ?? new Set();
      listeners.set(personId, ofPerson.add(listener));
      return () => void ofPerson.delete(listener);
    },
    tell(message: LocalMessage) {
      for (const listener of listeners.get(message.personId) ?? []) listener(message);
    },
  };
}
