// Brings queued messages to their platforms: per person in order, each once as far as can be known.

import { Refused, RetryLater } from "../core/errors.ts";
import type { Person, Surface } from "../core/model.ts";
import type { Clock, Outbox, Outgoing, Reader, Settlement } from "../core/ports.ts";
import { readingOf } from "../core/text/format.ts";
import { createLoop, type Loop } from "../loop.ts";
import type { Address, ChatAdapter, MessageRef } from "./adapter.ts";
import { fromAccount } from "./who.ts";

export type SenderOptions = {
  outbox: Outbox;
  read: Reader;
  adapters: Partial<Record<Surface, ChatAdapter>>;
  clock: Clock;
  onResult?: (state: Settlement["state"]) => void;
  onError: (error: unknown, about: { message: string }) => void;
  /** Attempts before a message is given up; with the back-off below, about a day. */
  maxAttempts?: number;
};

/** Sends at once to this many people. */
const atOnce = 20;

export function createSender(options: SenderOptions): Loop {
  const { outbox, clock } = options;
  return createLoop({
    clock,
    nextAt: () => outbox.nextAt(),
    onError: (error) => options.onError(error, { message: "" }),
    async round() {
      const taken = await outbox.take(atOnce);
      await Promise.all(taken.map((message) => sendOne(message, options)));
      return taken.length > 0;
    },
  });
}

async function sendOne(message: Outgoing, options: SenderOptions): Promise<void> {
  const settlement = await attempt(message, options).catch((error: unknown) => {
    options.onError(error, { message: message.id });
    return afterError(error, message, options);
  });
  options.onResult?.(settlement.state);
  await options.outbox.settle(message, settlement, await notice(settlement, message, options));
}

async function attempt(message: Outgoing, options: SenderOptions): Promise<Settlement> {
  const sent = await options.outbox.whereIs(message.cardKey, message.target);
  const existing = sent && options.adapters[sent.surface as Surface];
  if (sent && existing) {
    await existing.update(sent.ref, message.card);
    return { state: "sent", ref: sent.ref, surface: sent.surface };
  }
  const route = await findRoute(message.target, options);
  if (!route) return { state: "dropped", error: "no chat account to send to" };
  const { adapter, address } = route;
  if (message.ambiguous) return sendAgain(message, { adapter, address, clock: options.clock });
  return toSent(await adapter.send(address, message.card, message.key), adapter);
}

function toSent(ref: MessageRef, adapter: ChatAdapter): Settlement {
  return { state: "sent", ref, surface: adapter.surface };
}

type Route = { adapter: ChatAdapter; address: Address };

/** An earlier attempt may have arrived: look first, or rely on the platform's own idempotency while it lasts. */
async function sendAgain(
  message: Outgoing,
  { adapter, address, clock }: Route & { clock: Clock },
): Promise<Settlement> {
  const found = await adapter.find?.(address, message.key);
  if (found) return toSent(found, adapter);
  const age = clock() - (message.triedAt ?? 0);
  if (!adapter.find && age > (adapter.idempotentForMs ?? 0)) {
    return { state: "maybe", error: "no answer, and too late to send again without repeating it" };
  }
  return toSent(await adapter.send(address, message.card, message.key), adapter);
}

function afterError(error: unknown, message: Outgoing, options: SenderOptions): Settlement {
  const text = error instanceof Error ? error.message.slice(0, 300) : "failed";
  if (error instanceof Refused || message.attempts >= (options.maxAttempts ?? 40)) {
    return { state: "failed", error: text };
  }
  const isRetry = error instanceof RetryLater;
  const backOff = Math.min(1_000 * 2 ** Math.min(message.attempts, 20), 3_600_000);
  return {
    state: "queued",
    nextAt: options.clock() + (isRetry ? error.afterMs : backOff),
    error: text,
    // Only a platform that said "later" surely has not taken it.
    ambiguous: isRetry ? error.ambiguous : true,
  };
}

/** Where a person is reached: the account they used last, else the local chat. */
async function findRoute(target: string, options: SenderOptions): Promise<Route | undefined> {
  const { read, adapters } = options;
  const account = fromAccount(target);
  if (account) return toRoute(adapters[account.surface as Surface], account);
  const identities = await read.identities.find(
    { personId: target },
    { order: { by: "lastSeenAt", descending: true } },
  );
  const known = identities.find(({ surface }) => adapters[surface]);
  if (known) return toRoute(adapters[known.surface], known);
  return toRoute(adapters.local, { connection: "local", externalId: target });
}

function toRoute(
  adapter: ChatAdapter | undefined,
  { connection, externalId }: Address,
): Route | undefined {
  return adapter && { adapter, address: { connection, externalId } };
}

/** After "maybe sent" the person is told, rather than written to blindly again. */
async function notice(
  settlement: Settlement,
  message: Outgoing,
  { read }: SenderOptions,
): Promise<{ person: Person; title: string; body: string } | undefined> {
  if (settlement.state !== "maybe") return undefined;
  const person = await read.people.get(message.target);
  if (!person) return undefined;
  const { notSure } = readingOf(person).texts.chat;
  return { person, title: notSure.title, body: notSure.body({ title: message.card.title }) };
}
