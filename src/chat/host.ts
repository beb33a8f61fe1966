// What happens to everything that comes in from chat: kept, acknowledged, worked on once, and always answered.
import type { Card, Outcome } from "../core/card.ts";
import { NotFound, Refused, RetryLater } from "../core/errors.ts";
import type { Person } from "../core/model.ts";
import type { Clock, Inbox, Unit } from "../core/ports.ts";
import type { Texts } from "../core/text/en.ts";
import { readingOf } from "../core/text/format.ts";
import { type Effect, sayOnly } from "../core/use-case.ts";
import { createLoop, type Loop } from "../loop.ts";
import { within } from "../within.ts";
import type { ChatEvent, ChatHost, Interaction } from "./adapter.ts";
import { type Calm, createCalm } from "./calm.ts";
import { askWhenLate } from "./late.ts";
import { type FindPerson, strangerEffect } from "./who.ts";

export type ChatInput = ChatEvent | Interaction;

/** Finds what an event asks for; looks only, and returns what to do. */
export type Router = (event: ChatInput, person: Person) => Promise<Effect>;

type EventResult = "done" | "refused" | "failed" | "postponed";
type EventAbout = { event: string; surface: string; person?: string };

export type HostOptions = {
  inbox: Inbox<ChatInput>;
  router: Router;
  findPerson: FindPerson;
  clock: Clock;
  /** Of every event, in the end or for now; `about` follows one through the log, in ids. */
  onResult?: (kind: string, result: EventResult, about: EventAbout) => void;
  onError: (error: unknown, about: { event: string; kind: string }) => void;
  maxAttempts?: number;
  /** Shared with whatever else should wait for acknowledgements. */
  calm?: Calm;
  /** How long a redelivered press waits for the answer to the first; platforms give up after about 3 s. */
  redeliveryWaitMs?: number;
};

/** Interactions are answered while their sender waits; the loop takes one over only if that process died. */
const interactionGraceMs = 30_000;
/** Events looked at together. Somebody who floods holds up others only beyond this many. */
const windowSize = 200;
/** From so many under way on, nobody is kept waiting by a look that comes later. */
const crowd = 20;
/** How often the loop looks for what has come due while something else is still being worked on. */
const lookAgainMs = 250;

export function createHost(given: HostOptions): ChatHost & { loop: Loop } {
  const options = { ...given, router: askWhenLate(given.router, given.clock) };
  const { inbox } = options;
  const held = createHeld();
  const { calm = createCalm() } = options;
  const loop = createHostLoop({ ...options, calm }, held);
  const answer = async (event: Interaction): Promise<Outcome> => {
    const outcome = work({ event, attempts: 0 }, { ...options, inAck: true });
    // Put off, or not even its failure written down, it is the loop's from now on.
    return held.add(event, outcome).finally(loop.wake);
  };
  const interact = async (interaction: Interaction): Promise<Outcome> => {
    const state = await inbox.keep(interaction, { dueInMs: interactionGraceMs });
    if (state === "new") return answer(interaction);
    const first = held.find(interaction);
    if (first) return inTime(first, interaction, options);
    return (await inbox.outcomeOf(interaction.key)) ?? answer(interaction);
  };
  return {
    loop,
    async accept(event) {
      await calm.during(inbox.keep(event));
      loop.wake();
    },
    interact: (interaction) => calm.during(interact(interaction)),
  };
}

function createHostLoop(options: HostOptions & { calm: Calm }, held: Held): Loop {
  const { inbox, clock, calm } = options;
  const lines = createLines();
  // A crowd of them would keep the writer, and (SQLite answers at once, so that nothing yields by itself) the
  // network, from what is to be acknowledged.
  const settle: typeof inbox.settle = async (...event) => {
    await calm.come();
    return inbox.settle(...event);
  };
  const patient: Work = { ...options, inbox: { ...inbox, settle }, inAck: false };
  let isCrowded = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  // In a crowd every arrival wakes the loop, and each look reads a whole window: now and then is enough.
  const isTooSoon = () => held.size() >= crowd && performance.now() - lookedAt < lookAgainMs;

  const take = async (due: Due): Promise<void> => {
    const result = lines.after(actorOf(due.event), async () => {
      await calm.come();
      return work(due, patient);
    });
    await held.add(due.event, result);
    if (isCrowded && held.size() < windowSize / 2) loop.wake();
  };
  const loop = createLoop({
    clock,
    onError: (error) => options.onError(error, { event: "", kind: "loop" }),
    async nextAt() {
      const at = await inbox.nextAt();
      // What is due already is being worked on, and the inbox cannot say what comes after it.
      return at !== undefined && held.size() > 0 ? Math.max(at, clock() + lookAgainMs) : at;
    },
    async round(start) {
      if (isTooSoon()) return false;
      lookedAt = performance.now();
      const wasHeld = held.snapshot();
      const due = await inbox.due(windowSize);
      isCrowded = due.length === windowSize;
      // Held before or now: the inbox may have been read just before one was settled and let go.
      const fresh = due.filter(({ event }) => !wasHeld.has(event.key) && !held.find(event));
      for (const one of fresh) start(() => take(one));
      return false;
    },
  });
  return loop;
}

type Held = ReturnType<typeof createHeld>;

/** What is being worked on in this process, or waits in line to be, by every key it may come under. */
function createHeld() {
  const outcomes = new Map<string, Promise<Outcome>>();
  const keysOf = ({ key, aliases = [] }: ChatInput) => [key, ...aliases];
  return {
    async add(event: ChatInput, outcome: Promise<Outcome>): Promise<Outcome> {
      for (const key of keysOf(event)) outcomes.set(key, outcome);
      try {
        return await outcome;
      } finally {
        for (const key of keysOf(event)) outcomes.delete(key);
      }
    },
    find: (event: ChatInput) => outcomes.get(keysOf(event).find((key) => outcomes.has(key)) ?? ""),
    snapshot: () => new Set(outcomes.keys()),
    size: () => outcomes.size,
  };
}

/** One person's events run in their order; different people's side by side. */
function createLines() {
  const lasts = new Map<string, Promise<unknown>>();
  return {
    after<Result>(line: string, task: () => Promise<Result>): Promise<Result> {
      const result = (lasts.get(line) ?? Promise.resolve()).then(task);
      const last = result
        .catch(() => {})
        .then(() => {
          if (lasts.get(line) === last) lasts.delete(line);
        });
      lasts.set(line, last);
      return result;
    },
  };
}

function actorOf({ surface, connection, externalId }: ChatInput): string {
  return JSON.stringify([surface, connection, externalId]);
}

type Due = { event: ChatInput; attempts: number };
/** `inAck`: whoever pressed is waiting for the outcome. Otherwise what it says leaves as a message. */
type Work = HostOptions & { inAck: boolean };

/** Works on one event to an end: done, refused with a sentence, put off, or failed with an apology. */
async function work(due: Due, options: Work): Promise<Outcome> {
  const { event } = due;
  let person: Person | undefined;
  try {
    person = await options.findPerson(event);
    const effect = person ? await options.router(event, person) : strangerEffect(event);
    const outcome = await options.inbox.settle(
      event.key,
      deliver(effect, { event, person, options }),
      { isUrgent: options.inAck },
    );
    options.onResult?.(event.kind, "done", aboutOf(event, person));
    return outcome;
  } catch (error) {
    return settleError(error, { ...due, person, options });
  }
}

type About = { event: ChatInput; person: Person | undefined; options: Work };

/**
 * An answer's card goes out by the outbox too: the platform may not take it in the acknowledgement. Where there
 * is no acknowledgement to carry them, so do a form, and a sentence that nothing else went out with.
 */
function deliver(effect: Effect, { event, person, options: { inAck } }: About): Effect {
  return async (unit) => {
    let isSilent = true;
    const post: Unit["post"] = (message) => {
      isSilent = false;
      unit.post(message);
    };
    const outcome = await effect({ ...unit, post });
    if (!person) return outcome;
    const send = (card: Card | undefined) => card && post({ to: person.id, card });
    send(outcome.card);
    if (inAck) return outcome;
    send(outcome.open);
    if (outcome.toast && isSilent) send(toldCard(event, outcome.toast));
    return outcome;
  };
}

type Failure = Due & About;

async function settleError(error: unknown, failure: Failure): Promise<Outcome> {
  const { event, attempts, options } = failure;
  const { inbox, onResult, onError, maxAttempts = 5 } = options;
  const about = aboutOf(event, failure.person);
  const { chat } = textsOf(failure.person);
  if (error instanceof Refused || error instanceof NotFound) {
    onResult?.(event.kind, "refused", about);
    const sentence =
      error instanceof NotFound ? chat.gone : (tellable(error, chat) ?? chat.forbidden);
    const told = deliver(sayOnly(sentence), failure);
    return inbox.settle(event.key, told, { isUrgent: options.inAck });
  }
  onError(error, { event: event.key, kind: event.kind });
  if (error instanceof RetryLater && attempts + 1 < maxAttempts) {
    onResult?.(event.kind, "postponed", about);
    await inbox.postpone(event.key, { error: error.message, delayMs: error.afterMs });
    return { toast: chat.later };
  }
  onResult?.(event.kind, "failed", about);
  const message = error instanceof Error ? error.name : "error";
  return inbox.fail(event.key, { error: message, effect: deliver(apologize(failure), failure) });
}

function aboutOf({ key, surface }: ChatInput, person: Person | undefined): EventAbout {
  return { event: key, surface, ...(person ? { person: person.id } : {}) };
}

function tellable(error: Refused, chat: Record<string, unknown>): string | undefined {
  const sentence = Object.hasOwn(chat, error.code) ? chat[error.code] : undefined;
  if (typeof sentence === "string") return sentence;
  if (typeof sentence === "function") return String(sentence(error.params));
  return undefined;
}

/** A press is answered by a toast; words by a message with the number the operator finds in the log. */
function apologize({ event, person, options: { inAck } }: About): Effect {
  const { failed } = textsOf(person).chat;
  if (inAck || !person) return sayOnly(failed.toast);
  return async (unit) => {
    const body = `${failed.body} (${event.key})`;
    unit.post({ to: person.id, card: toldCard(event, failed.title, body) });
    return {};
  };
}

function toldCard(event: ChatInput, title: string, body?: string): Card {
  return {
    key: `told:${event.key}`,
    title,
    tone: "warn",
    summary: title,
    blocks: body ? [{ t: "text", text: [{ t: "text", text: body }] }] : [],
  };
}

function textsOf(person: Person | undefined): Texts {
  return readingOf(person ?? { language: "en", timeZone: "UTC" }).texts;
}

/** The answer to the first delivery, if it comes before the platform gives up waiting. */
async function inTime(
  first: Promise<Outcome>,
  again: Interaction,
  { findPerson, redeliveryWaitMs = 2_000 }: HostOptions,
): Promise<Outcome> {
  const outcome = await within(first, redeliveryWaitMs);
  return outcome ?? { toast: textsOf(await findPerson(again)).chat.busy };
}
