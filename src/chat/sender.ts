// Brings queued messages to their platforms: per person in order, each once as far as can be known.
import { setTimeout } from "node:timers/promises";
import { dayMs } from "../core/durations.ts";
import { Refused, RetryLater } from "../core/errors.ts";
import type { Person, Surface } from "../core/model.ts";
import type { Clock, Outbox, Outgoing, Reader, Settlement } from "../core/ports.ts";
import { readingOf } from "../core/text/format.ts";
import { createLoop, type Loop } from "../loop.ts";
import type { Address, ChatAdapter, MessageRef, Pace } from "./adapter.ts";
import type { Calm } from "./calm.ts";
import { offerOn } from "./offers.ts";
import { fromAccount } from "./who.ts";

export type SenderOptions = {
  outbox: Outbox;
  read: Reader;
  adapters: Partial<Record<Surface, ChatAdapter>>;
  /** Looks for an account of a person who never wrote from one. */
  findAccount?: (personId: string) => Promise<(Address & { surface: Surface }) | undefined>;
  clock: Clock;
  /** Acknowledgements go first, where it is shared with the host. */
  calm?: Calm;
  /** Of every message that was tried; `about` follows one through the log, in ids. */
  onResult?: (
    state: Settlement["state"],
    about: { message: string; to: string; card: string },
  ) => void;
  onError: (error: unknown, about: { message: string }) => void;
  /** A message is given up after this many attempts, and not before a day of trying. */
  maxAttempts?: number;
};

/** Sends at once to this many people. */
const atOnce = 20;
/** While something is on its way, what comes next is collected for so long, to be taken in one transaction. */
const collectMs = 40;

export function createSender(options: SenderOptions): Loop {
  const { outbox, clock } = options;
  const pacer = createPacer();
  let underWay = 0;

  const bring = async (message: Outgoing): Promise<void> => {
    await options.calm?.come();
    await sendOne(message, { ...options, pacer }).finally(() => {
      underWay -= 1;
    });
    // Its target is free for the next, and so is a place among those sent at once.
    loop.wake();
  };
  const loop = createLoop({
    clock,
    nextAt: async () => (underWay < atOnce ? outbox.nextAt() : undefined),
    onError: (error) => options.onError(error, { message: "" }),
    async round(start) {
      if (underWay > 0) await setTimeout(collectMs);
      const room = atOnce - underWay;
      const taken = room > 0 ? await outbox.take(room) : [];
      underWay += taken.length;
      for (const message of taken) start(() => bring(message));
      return false;
    },
  });
  return loop;
}

type Sending = SenderOptions & { pacer: Pacer };

async function sendOne(message: Outgoing, options: Sending): Promise<void> {
  const settlement = await attempt(message, options).catch((error: unknown) => {
    options.onError(error, { message: message.id });
    return afterError(error, message, options);
  });
  const told = await notice(settlement, message, options).catch(() => undefined);
  await options.outbox.settle(message, settlement, told);
  if (isUntried(settlement)) return;
  const { id, target, cardKey } = message;
  options.onResult?.(settlement.state, { message: id, to: target, card: cardKey });
}

async function attempt(message: Outgoing, options: Sending): Promise<Settlement> {
  const call = await prepare(message, options);
  if (!call) return { state: "dropped", error: "no chat account to send to" };
  const now = options.clock();
  const nextAt = options.pacer.turnOf(message, { adapter: call.adapter, now });
  // Without an error: nothing was tried, and the message is given back as it was.
  if (nextAt > now) return { state: "queued", nextAt, error: "", ambiguous: message.ambiguous };
  return call.make();
}

function isUntried(settlement: Settlement): boolean {
  return settlement.state === "queued" && settlement.error === "";
}

type Call = { adapter: ChatAdapter; make: () => Promise<Settlement> };

/** An edit where the person has the card already, else a new message. */
async function prepare(message: Outgoing, options: Sending): Promise<Call | undefined> {
  const { outbox, adapters, clock } = options;
  const sent = await outbox.whereIs(message.cardKey, message.target);
  const adapter = sent && adapters[sent.surface as Surface];
  if (sent && adapter) {
    return {
      adapter,
      async make() {
        await adapter.update(sent.ref, offerOn(adapter, message.card));
        return toSent(sent.ref, adapter);
      },
    };
  }
  const route = await findRoute(message.target, options);
  if (!route) return undefined;
  const placed = { ...route, address: await inThread(message, route, outbox), clock };
  return { adapter: route.adapter, make: () => sendNew(message, placed) };
}

/** In the thread of the card it stands under, where that card is on the same platform; else by itself. */
async function inThread(
  { under, target }: Outgoing,
  { adapter, address }: Route,
  outbox: Outbox,
): Promise<Address> {
  const root = under === null ? undefined : await outbox.whereIs(under, target);
  return root?.surface === adapter.surface ? { ...address, thread: root.ref } : address;
}

function toSent(ref: MessageRef, adapter: ChatAdapter): Settlement {
  return { state: "sent", ref, surface: adapter.surface };
}

type Route = { adapter: ChatAdapter; address: Address };

/** An earlier attempt may have arrived: look first, or rely on the platform's own idempotency while it lasts. */
async function sendNew(
  message: Outgoing,
  { adapter, address, clock }: Route & { clock: Clock },
): Promise<Settlement> {
  if (message.ambiguous) {
    const found = await adapter.find?.(address, message.key);
    if (found) return toSent(found, adapter);
    const age = clock() - (message.triedAt ?? 0);
    if (!adapter.find && age > (adapter.idempotentForMs ?? 0)) {
      const error = "no answer, and too late to send again without repeating it";
      return { state: "maybe", error };
    }
  }
  return toSent(await adapter.send(address, offerOn(adapter, message.card), message.key), adapter);
}

function afterError(error: unknown, message: Outgoing, options: SenderOptions): Settlement {
  const { clock, maxAttempts = 40 } = options;
  const text = (error instanceof Error && error.message.slice(0, 300)) || "failed";
  if (error instanceof Refused) return { state: "failed", error: text };
  const isRetry = error instanceof RetryLater;
  // Only a platform that said "later" surely has not taken it; nor does that say anything of an earlier attempt.
  const ambiguous = message.ambiguous || !isRetry || error.ambiguous;
  const age = clock() - (message.triedAt ?? clock());
  if (message.attempts >= maxAttempts && age >= dayMs) {
    return { state: ambiguous ? "maybe" : "failed", error: text };
  }
  const backOff = Math.min(1_000 * 2 ** Math.min(message.attempts, 20), 3_600_000);
  const nextAt = clock() + (isRetry ? error.afterMs : backOff);
  return { state: "queued", nextAt, error: text, ambiguous };
}

type Pacer = ReturnType<typeof createPacer>;
type Asking = { adapter: ChatAdapter; now: number };

/** Tells each message the earliest moment its platform bears it: now, or when to come again. */
function createPacer() {
  const slots = new Map<ChatAdapter, number[]>();
  const promised = new Map<string, number>();
  const freeAt = new Map<string, number>();

  /** The next slot among all targets of a platform; a message that has to wait for its slot keeps it. */
  const slotOf = (id: string, { adapter, now, perSecond }: Asking & Pace): number => {
    const kept = promised.get(id);
    promised.delete(id);
    if (kept !== undefined) return kept;
    const last = slots.get(adapter) ?? [];
    const slot = Math.max(now, (last.at(-perSecond) ?? Number.NEGATIVE_INFINITY) + 1_000);
    slots.set(adapter, [...last, slot].slice(-perSecond));
    return slot;
  };

  return {
    turnOf({ id, target }: Outgoing, { adapter, now }: Asking): number {
      const { pace } = adapter;
      if (!pace) return now;
      const rested = freeAt.get(target) ?? now;
      if (rested > now) return rested;
      const slot = slotOf(id, { adapter, now, ...pace });
      if (slot > now) promised.set(id, slot);
      else freeAt.set(target, now + pace.perTargetMs);
      return slot;
    },
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
  const found = await options.findAccount?.(target);
  if (found) return toRoute(adapters[found.surface], found);
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
  // That a notice itself may have arrived is nothing to send another about.
  if (settlement.state !== "maybe" || message.cardKey.startsWith("maybe:")) return undefined;
  const person = await read.people.get(message.target);
  if (!person) return undefined;
  const { notSure } = readingOf(person).texts.chat;
  return { person, title: notSure.title, body: notSure.body({ title: message.card.title }) };
}
