// Hears every message the local chat delivers, and sorts each new one as it comes.
import type { Card } from "../../src/core/card.ts";
import type { LocalMessage } from "../../src/core/facts.ts";
import type { Ringside } from "../../src/main.ts";
import { type Member, type Message, sortMessage } from "./messages.ts";

export type Inbox = {
  messages: Message[];
  /** What a message shows now. */
  cardOf(messageId: string): Card | undefined;
  /** Marks who is doing something now: what they get meanwhile is an answer, unless it is a nudge. */
  actor: string | undefined;
  /** Sorts what was heard since the last time, and returns it. */
  settle(): Promise<Message[]>;
};

type Heard = { message: LocalMessage; actor: string | undefined };

export function openInbox({ localChat, records }: Ringside, members: readonly Member[]) {
  const cards = new Map<string, Card>();
  const heard: Heard[] = [];
  const inbox: Inbox = {
    ...{ messages: [], actor: undefined },
    cardOf: (id) => cards.get(id),
    async settle() {
      const fresh = await Promise.all(heard.splice(0).map(sort));
      inbox.messages.push(...fresh);
      return fresh;
    },
  };
  const sort = async ({ message, actor }: Heard): Promise<Message> => {
    const { id, personId, createdAt: at } = message;
    const card = message.body as Card;
    const found = await records.read.nudges.find({ personId, cardKey: card.key });
    const nudge = found.findLast(({ sentAt }) => sentAt !== null);
    // Shown because somebody opened a line of their digest: asked for, whatever it is.
    const isAnswer = actor === personId && !(nudge?.state === "sent" && nudge.sentAt === at);
    return { id, personId, at, isActedOn: false, ...sortMessage({ card, nudge, isAnswer }) };
  };
  for (const { id } of members) {
    localChat.subscribe(id, (message) => {
      if (message.author !== "ringside") return;
      if (!cards.has(message.id)) heard.push({ message, actor: inbox.actor });
      cards.set(message.id, message.body as Card);
    });
  }
  return inbox;
}
