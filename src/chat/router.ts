// From an event to the use case that answers it. Looks only; what it returns is done in one transaction.
import { markActed } from "../core/attention/show-nudge.ts";
import { type Card, text as textInline } from "../core/card.ts";
import { NotFound, Refused } from "../core/errors.ts";
import { showChoices } from "../core/help.ts";
import type { Person, Role, Surface } from "../core/model.ts";
import type { Reader, Unit } from "../core/ports.ts";
import { readingOf } from "../core/text/format.ts";
import type { Effect } from "../core/use-case.ts";
import type { ChatEvent, Interaction } from "./adapter.ts";
import type { FileHandler } from "./files.ts";
import type { Router } from "./host.ts";
import { type Intent, intentRoles, nearest, understand } from "./intents.ts";
import { type Remark, remarkIn } from "./phrases/remarks.ts";
import { type Table, topicsOf } from "./table.ts";
import { toAccount } from "./who.ts";

type Shortcut = Extract<Interaction, { kind: "shortcut" }>;
type Press = Exclude<Interaction, Shortcut>;

export type RouterOptions = {
  read: Reader;
  table: Table;
  onFile: FileHandler;
  /** Takes words that belong to something under way, whatever they would mean otherwise. */
  onWords?: (person: Person, words: Words) => Promise<Effect | undefined>;
  /** Takes words nobody asked for that say what became of a deal. */
  onUpdate?: (person: Person, words: string) => Promise<Effect | undefined>;
  /** Takes a message somebody forwarded, with what they added to it. */
  onForwarded?: (person: Person, message: Forwarded) => Promise<Effect>;
  /** Takes words that mean nothing else, where something waits for a customer's. */
  onProof?: (person: Person, words: string) => Promise<Effect | undefined>;
  maxText?: number;
};
type Forwarded = { words: string; comment: string };
/** Words with where they were said; `isAsking`: they would be understood by themselves. */
export type Words = {
  text: string;
  surface: Surface;
  threadId?: string | undefined;
  /** Where it was said, as something to write to, if not in private. */
  channel?: string | undefined;
  isAsking: boolean;
};

type Said = Pick<Words, "text" | "surface" | "threadId" | "channel"> & {
  connection: string;
  forwarded?: string;
};

export function createRouter(options: RouterOptions): Router {
  return async (event, person) => {
    if (event.kind === "message") return onMessage(event, person, options);
    if (event.kind === "file") {
      const say = (text: string) => onSaid({ ...event, text }, person, options);
      return options.onFile(person, { ...event, say });
    }
    if (event.kind === "shortcut") return onShortcut(event, person, options);
    if (event.kind === "action" || event.kind === "submit") return onPress(event, person, options);
    return onNotice(event, person, options);
  };
}

type Notice = Extract<ChatEvent, { kind: "opened" | "unopened" | "flooded" }>;

/** What nobody said in so many words. */
async function onNotice(event: Notice, person: Person, options: RouterOptions): Promise<Effect> {
  if (event.kind === "flooded") throw new Refused("tooFast", "too much at once");
  return event.kind === "unopened" ? postTo(person, event.card) : onOpened(person, options);
}

/** Their own words, or those of somebody else that they forwarded. */
async function onMessage(said: Said, person: Person, options: RouterOptions): Promise<Effect> {
  const { text, forwarded } = said;
  if (!forwarded || !options.onForwarded) return onSaid(said, person, options);
  const wanted = understand(text);
  // "attach to Acme", on top of the message to be attached.
  if (wanted?.intent === "attach" || wanted?.intent === "note") {
    return onText(`${text.replace(/(?<![\s:：])[\s:：]+$/u, "")}: ${forwarded}`, person, options);
  }
  return options.onForwarded(person, { words: forwarded, comment: text });
}

/** Words somebody said just now: to what is under way, else to us. */
async function onSaid(
  { text, surface, threadId, connection, ...said }: Said,
  person: Person,
  options: RouterOptions,
): Promise<Effect> {
  const { onWords, maxText = usualMost } = options;
  const isSayable = text.trim() !== "" && text.length <= maxText;
  const isAsking = understand(text) !== undefined;
  const channel = said.channel && toAccount({ surface, connection, externalId: said.channel });
  const words = { text, surface, threadId, channel, isAsking };
  const taken = isSayable ? await onWords?.(person, words) : undefined;
  return taken ?? onText(text, person, options);
}

const usualMost = 20_000;

/** Words: the use case they ask for, or the nearest things that can be asked. */
async function onText(
  text: string,
  person: Person,
  { table, onUpdate, onProof, maxText = usualMost }: RouterOptions,
): Promise<Effect> {
  if (text.length > maxText) throw new Refused("tooLong", "message too long", { max: maxText });
  if (!text.trim()) throw new Refused("empty", "empty message");
  const understood = understand(text);
  if (!understood) {
    const remark = remarkIn(text);
    if (remark) return answerRemark(person, remark);
    const update = (await onUpdate?.(person, text)) ?? (await onProof?.(person, text));
    return update ?? showChoices(person, choicesFor(text, person), text);
  }
  const intent = meantBy[person.role]?.[understood.intent] ?? understood.intent;
  if (!intentRoles[intent].includes(person.role)) {
    throw new Refused("forbidden", `${person.role} asked for ${intent}`);
  }
  return table.intents[intent](person, understood.rest);
}

/** What the same words mean in another role: the leads of whoever works none are those they brought in. */
const meantBy: Partial<Record<Role, Partial<Record<Intent, Intent>>>> = {
  contributor: { my_leads: "lead_sources" },
};

/** Thanks and the like get a word back, and nothing happens. */
function answerRemark(person: Person, remark: Remark): Effect {
  return async (unit) => {
    const [title = "", ...more] = readingOf(person).texts.chat.remarks[remark] ?? [];
    const key = `remark:${unit.newId("message")}`;
    const blocks = more.map((words) => ({ t: "text" as const, text: [textInline(words)] }));
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
    return {};
  };
}

/** The first time somebody opens the conversation they are greeted; never again. */
async function onOpened(person: Person, { read, table }: RouterOptions): Promise<Effect> {
  const known = await read.conversations.get(person.id);
  if (known) return async () => ({});
  const greet = await table.intents.help(person, "");
  return async (unit) => {
    await unit.conversations.put({ id: person.id, state: {}, updatedAt: unit.now });
    return greet(unit);
  };
}

/** A form goes back with the answer, to be opened at once; as a message only where it cannot be. */
async function onShortcut(
  { shortcut, text }: Shortcut,
  person: Person,
  { table }: RouterOptions,
): Promise<Effect> {
  const handler = table.shortcuts[shortcut];
  if (!handler) throw new NotFound("gone", `No handler for the shortcut ${shortcut}.`);
  const effect = await handler(person, text);
  return async (unit) => {
    let form: Card | undefined;
    const post: Unit["post"] = (message) => {
      const isTheirs = message.to === person.id && !form && hasForm(message.card);
      if (isTheirs) form = message.card;
      else unit.post(message);
    };
    const { card, ...outcome } = await effect({ ...unit, post });
    if (card && !form && hasForm(card)) return { open: card, ...outcome };
    return { ...(form ? { open: form } : {}), ...(card ? { card } : {}), ...outcome };
  };
}

function hasForm({ blocks }: Card): boolean {
  return blocks.some(({ t }) => t === "form");
}

function postTo(person: Person, card: Card): Effect {
  return async (unit) => {
    unit.post({ to: person.id, card });
    return {};
  };
}

/** A button or form: what its opaque id means, if it was made for this person. */
async function onPress(event: Press, person: Person, options: RouterOptions): Promise<Effect> {
  const armed = await options.read.armedActions.get(event.ref);
  if (!armed || armed.personId !== person.id) {
    throw new NotFound("gone", `No action ${event.ref.slice(0, 40)} for ${person.id}.`);
  }
  if (armed.action === "ask") {
    const asked = await onText(String(armed.params.text), person, options);
    return noteActed(armed.cardKey, person, asked);
  }
  const handler = options.table.actions[armed.action];
  if (!handler) throw new NotFound("gone", `No handler for ${armed.action}.`);

  const copy = armed.cardKey.startsWith("show:") ? { shownAs: armed.cardKey } : {};
  const params = { ...toStrings(armed.params), ...copy, cardKey: armed.cardKey };
  const values = event.kind === "submit" ? event.values : {};
  const effect = await handler({ person, params, values });
  const acted = noteActed(armed.cardKey, person, effect);
  return params.shownAs ? alsoOn(params.shownAs, person, acted) : acted;
}

/** A press says that the card was worth its message, if it was one nobody had asked for. */
function noteActed(cardKey: string, person: Person, effect: Effect): Effect {
  return async (unit) => {
    await markActed(unit, person.id, cardKey);
    return effect(unit);
  };
}

/** A card shown a second time ("why Acme") follows what happens to the first. */
function alsoOn(cardKey: string, person: Person, effect: Effect): Effect {
  return async (unit) => {
    const outcome = await effect(unit);
    if (outcome.card) unit.post({ to: person.id, card: { ...outcome.card, key: cardKey } });
    return outcome;
  };
}

function toStrings(params: Record<string, string | number>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, String(value)]));
}

/** The three nearest of what this person can ask. */
function choicesFor(text: string, person: Person): string[] {
  const { examples } = readingOf(person).texts.chat.help;
  const topics = topicsOf(person).filter((topic) => topic !== "help");
  const known = Object.fromEntries(topics.map((topic) => [topic, examples[topic] ?? ""]));
  return nearest(text, known as Partial<Record<Intent, string>>).slice(0, 3);
}
