// What a person can ask for, as buttons that ask it.
import { type Action, type Block, type Card, strong, text } from "./card.ts";
import type { Person } from "./model.ts";
import type { Unit } from "./ports.ts";
import { readingOf } from "./text/format.ts";
import type { Effect } from "./use-case.ts";

/** Every example this person can use, with what it does. `topics` name examples of the `chat` texts. */
export function showHelp(person: Person, topics: readonly string[]): Effect {
  return async (unit) => {
    const { help } = readingOf(person).texts.chat;
    const lines = topics.map((topic): Block => {
      const words = [strong(help.examples[topic] ?? topic), text(` – ${help.about[topic] ?? ""}`)];
      return { t: "text", text: words };
    });
    const key = `help:${unit.newId("message")}`;
    const drop: Block[] =
      person.role === "manager" ? [{ t: "context", text: [text(help.drop)] }] : [];
    const card: Card = {
      key,
      title: help.greeting({ name: person.name }),
      tone: "info",
      summary: help.summary,
      blocks: [
        { t: "text", text: [text(help[person.role])] },
        ...lines,
        { t: "actions", actions: askButtons(unit, { person, topics, cardKey: key }) },
        ...drop,
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** A sentence nobody understood: the nearest things that can be asked, as buttons. */
export function showChoices(person: Person, topics: readonly string[]): Effect {
  return async (unit) => {
    const { unknown } = readingOf(person).texts.chat;
    const key = `unknown:${unit.newId("message")}`;
    const card: Card = {
      key,
      title: unknown.title,
      tone: "info",
      summary: unknown.title,
      blocks: [
        { t: "text", text: [text(unknown.body)] },
        { t: "actions", actions: askButtons(unit, { person, topics, cardKey: key }) },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Asking = { person: Person; topics: readonly string[]; cardKey: string };

/** Their examples name somebody invented. */
const nameTopics = new Set([
  "why",
  "why_not_me",
  "away",
  "back",
  "new_lead",
  "note",
  "attach",
  "notes",
]);

/** Buttons that say an example; those that need a name of one's own are left to typing. */
function askButtons(unit: Unit, { person, topics, cardKey }: Asking): Action[] {
  const { examples } = readingOf(person).texts.chat.help;
  return topics
    .filter((topic) => !nameTopics.has(topic))
    .map((topic) => ({ topic, example: examples[topic] ?? topic }))
    .map(({ topic, example }) => ({
      id: `ask.${topic}`,
      label: example,
      ref: unit.arm({ action: "ask", params: { text: example }, personId: person.id, cardKey }),
    }));
}
