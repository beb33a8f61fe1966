// From an event to the use case that answers it. Looks only; what it returns is done in one transaction.
import { NotFound, Refused } from "../core/errors.ts";
import { showChoices } from "../core/help.ts";
import type { Person } from "../core/model.ts";
import type { Reader } from "../core/ports.ts";
import { readingOf } from "../core/text/format.ts";
import type { Effect } from "../core/use-case.ts";
import type { Interaction } from "./adapter.ts";
import type { Router } from "./host.ts";
import { type Intent, intentRoles, nearest, understand } from "./intents.ts";
import { type FileHandler, type Table, topicsOf } from "./table.ts";

export type RouterOptions = { read: Reader; table: Table; onFile: FileHandler; maxText?: number };

export function createRouter(options: RouterOptions): Router {
  return async (event, person) => {
    if (event.kind === "message") return onText(event.text, person, options);
    if (event.kind === "file") return options.onFile(person, event);
    if (event.kind === "opened") return onOpened(person, options);
    return onPress(event, person, options);
  };
}

/** Words: the use case they ask for, or the nearest things that can be asked. */
function onText(
  text: string,
  person: Person,
  { table, maxText = 20_000 }: RouterOptions,
): Effect | Promise<Effect> {
  if (text.length > maxText) throw new Refused("tooLong", "message too long", { max: maxText });
  if (!text.trim()) throw new Refused("empty", "empty message");
  const understood = understand(text);
  if (!understood) return showChoices(person, choicesFor(text, person));
  if (!intentRoles[understood.intent].includes(person.role)) {
    throw new Refused("forbidden", `${person.role} asked for ${understood.intent}`);
  }
  return table.intents[understood.intent](person, understood.rest);
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

/** A button or form: what its opaque id means, if it was made for this person. */
async function onPress(
  event: Interaction,
  person: Person,
  options: RouterOptions,
): Promise<Effect> {
  const armed = await options.read.armedActions.get(event.ref);
  if (!armed || armed.personId !== person.id) {
    throw new NotFound("gone", `No action ${event.ref.slice(0, 40)} for ${person.id}.`);
  }
  if (armed.action === "ask") return onText(String(armed.params.text), person, options);
  const handler = options.table.actions[armed.action];
  if (!handler) throw new NotFound("gone", `No handler for ${armed.action}.`);

  const copy = armed.cardKey.startsWith("show:") ? { shownAs: armed.cardKey } : {};
  const params = { ...toStrings(armed.params), ...copy, cardKey: armed.cardKey };
  const values = event.kind === "submit" ? event.values : {};
  const effect = await handler({ person, params, values });
  return params.shownAs ? alsoOn(params.shownAs, person, effect) : effect;
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

/** The three nearest of what this person can ask, and help. */
function choicesFor(text: string, person: Person): string[] {
  const { examples } = readingOf(person).texts.chat.help;
  const topics = topicsOf(person).filter((topic) => topic !== "help");
  const known = Object.fromEntries(topics.map((topic) => [topic, examples[topic] ?? ""]));
  return [...nearest(text, known as Partial<Record<Intent, string>>).slice(0, 3), "help"];
}
