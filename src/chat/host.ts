// What happens to everything that comes in from chat: kept, acknowledged, worked on once, and always answered.
import type { Outcome } from "../core/card.ts";
import { NotFound, Refused, RetryLater } from "../core/errors.ts";
import type { Person } from "../core/model.ts";
import type { Clock, Inbox, Unit } from "../core/ports.ts";
import { readingOf } from "../core/text/format.ts";
import type { Effect } from "../core/use-case.ts";
import { createLoop, type Loop } from "../loop.ts";
import type { ChatEvent, ChatHost, Interaction } from "./adapter.ts";
import { type FindPerson, strangerEffect } from "./who.ts";

export type ChatInput = ChatEvent | Interaction;

/** Finds what an event asks for; looks only, and returns what to do. */
export type Router = (event: ChatInput, person: Person) => Promise<Effect>;

export type HostOptions = {
  inbox: Inbox<ChatInput>;
  router: Router;
  findPerson: FindPerson;
  clock: Clock;
  onResult?: (kind: string, result: "done" | "refused" | "failed" | "postponed") => void;
  onError: (error: unknown, about: { event: string; kind: string }) => void;
  maxAttempts?: number;
};

/** Interactions are answered while their sender waits; the loop takes one over only if that process died. */
const interactionGraceMs = 30_000;
/** Waits for somebody else's work on a redelivered interaction. */
const redeliveryWaitMs = 2_000;

export function createHost(options: HostOptions): ChatHost & { loop: Loop } {
  const { inbox, clock } = options;
  const loop = createLoop({
    clock,
    nextAt: () => inbox.nextAt(),
    onError: (error) => options.onError(error, { event: "", kind: "loop" }),
    async round() {
      const due = await inbox.due(100);
      await Promise.all(byActor(due).map((own) => workThrough(own, options)));
      return due.length > 0;
    },
  });
  return {
    loop,
    async accept(event) {
      await inbox.keep(event);
      loop.wake();
    },
    async interact(interaction) {
      const state = await inbox.keep(interaction, { dueInMs: interactionGraceMs });
      if (state === "known") return answerAgain(interaction, options);
      return work({ event: interaction, attempts: 0 }, options);
    },
  };
}

type Due = { event: ChatInput; attempts: number };

/** One person's events run in their order; different people's side by side. */
function byActor(due: Due[]): Due[][] {
  const groups = new Map<string, Due[]>();
  for (const one of due) {
    const { surface, connection, externalId } = one.event;
    const actor = `${surface} ${connection} ${externalId}`;
    groups.set(actor, [...(groups.get(actor) ?? []), one]);
  }
  return [...groups.values()];
}

async function workThrough(own: Due[], options: HostOptions): Promise<void> {
  for (const due of own) await work(due, options);
}

/** Works on one event to an end: done, refused with a sentence, put off, or failed with an apology. */
async function work(due: Due, options: HostOptions): Promise<Outcome> {
  const { event } = due;
  const person = await options.findPerson(event);
  try {
    const effect = person ? await options.router(event, person) : strangerEffect(event);
    const outcome = await options.inbox.settle(event.key, withCard(effect, person));
    options.onResult?.(event.kind, "done");
    return outcome;
  } catch (error) {
    return settleError(error, { ...due, person, options });
  }
}

/** An answer's card goes out by the outbox too: the platform may not take it in the acknowledgement. */
function withCard(effect: Effect, person: Person | undefined): Effect {
  return async (unit) => {
    const outcome = await effect(unit);
    if (outcome.card && person) unit.post({ to: person.id, card: outcome.card });
    return outcome;
  };
}

type Failure = Due & { person: Person | undefined; options: HostOptions };

async function settleError(error: unknown, failure: Failure): Promise<Outcome> {
  const { event, attempts, person, options } = failure;
  const { inbox, onResult, onError, maxAttempts = 5 } = options;
  const { chat } = readingOf(person ?? { language: "en", timeZone: "UTC" }).texts;
  if (error instanceof Refused || error instanceof NotFound) {
    onResult?.(event.kind, "refused");
    const sentence =
      error instanceof NotFound ? chat.gone : (tellable(error, chat) ?? chat.forbidden);
    return inbox.settle(event.key, tell(event, person, { title: sentence }));
  }
  onError(error, { event: event.key, kind: event.kind });
  if (error instanceof RetryLater && attempts + 1 < maxAttempts) {
    onResult?.(event.kind, "postponed");
    await inbox.postpone(event.key, { error: error.message, delayMs: error.afterMs });
    return { toast: chat.later };
  }
  onResult?.(event.kind, "failed");
  const message = error instanceof Error ? error.name : "error";
  const effect = tell(event, person, {
    title: chat.failed.title,
    body: `${chat.failed.body} (${event.key})`,
  });
  return inbox.fail(event.key, { error: message, effect });
}

function tellable(error: Refused, chat: Record<string, unknown>): string | undefined {
  const sentence = chat[error.code];
  if (typeof sentence === "string") return sentence;
  if (typeof sentence === "function") return String(sentence(error.params));
  return undefined;
}

/** A press is answered by a toast; words are answered by a message. */
function tell(
  event: ChatInput,
  person: Person | undefined,
  { title, body }: { title: string; body?: string },
): Effect {
  const isPress = event.kind === "action" || event.kind === "submit";
  return async (unit: Unit) => {
    if (isPress || !person) return { toast: title };
    unit.post({
      to: person.id,
      card: {
        key: `told:${event.key}`,
        title,
        tone: "warn",
        summary: title,
        blocks: body ? [{ t: "text", text: [{ t: "text", text: body }] }] : [],
      },
    });
    return {};
  };
}

async function answerAgain(
  interaction: Interaction,
  { inbox, findPerson }: HostOptions,
): Promise<Outcome> {
  const until = Date.now() + redeliveryWaitMs;
  for (;;) {
    const outcome = await inbox.outcomeOf(interaction.key);
    if (outcome) return outcome;
    if (Date.now() > until) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const person = await findPerson(interaction);
  return { toast: readingOf(person ?? { language: "en", timeZone: "UTC" }).texts.chat.busy };
}
