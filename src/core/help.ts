// What a person can ask for, as buttons that ask it.
import { type Action, type Block, type Card, strong, text } from "./card.ts";
import { type Examples, examplesFor } from "./help-examples.ts";
import { areas, everyday, settings, usual } from "./help-topics.ts";
import type { Person } from "./model.ts";
import type { Unit } from "./ports.ts";
import { isClaim } from "./strategy/read-claim.ts";
import { readingOf } from "./text/format.ts";
import type { Effect } from "./use-case.ts";

/** What this person can ask for. `topics` name examples of the `chat` texts; one in no area stands with the everyday. */
export function showHelp(person: Person, topics: readonly string[]): Effect {
  return async (unit) => {
    const { help } = readingOf(person).texts.chat;
    const examples = await examplesFor(unit, person);
    const key = `help:${unit.newId("message")}`;
    const line = (topic: string) => lineOf(topic, { ...help, examples: examples.words });
    const daily = everyday[person.role].filter((topic) => topics.includes(topic));
    const placed: readonly string[] = [...daily, ...Object.values(areas).flat()];
    const first = [...daily, ...topics.filter((topic) => !placed.includes(topic))];
    const rest = topics.filter((topic) => !first.includes(topic));
    const buttons = [...first, ...rest.filter((topic) => settings.includes(topic))];
    const card: Card = {
      key,
      title: help.greeting({ name: person.name }),
      tone: "info",
      summary: help.summary,
      blocks: [
        { t: "text", text: [text(help[person.role])] },
        ...first.map(line),
        {
          t: "actions",
          actions: askButtons(unit, { person, topics: buttons, cardKey: key, examples }),
        },
        ...Object.entries(areas).flatMap(([area, names]) => {
          const lines = names.filter((topic) => rest.includes(topic)).map(line);
          return areaBlocks(help.areas[area] ?? area, lines);
        }),
        ...dropBlocks(person),
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** Whoever may import is told that dropping a file is enough. */
function dropBlocks(person: Person): Block[] {
  const { drop } = readingOf(person).texts.chat.help;
  return person.role === "manager" ? [{ t: "context", text: [text(drop)] }] : [];
}

type HelpTexts = { examples: Record<string, string>; about: Record<string, string> };

function lineOf(topic: string, { examples, about }: HelpTexts): Block {
  const words = [strong(examples[topic] ?? topic), text(` – ${about[topic] ?? ""}`)];
  return { t: "text", text: words };
}

function areaBlocks(title: string, blocks: Block[]): Block[] {
  return blocks.length > 0 ? [{ t: "more", title, blocks }] : [];
}

/**
 * A sentence nobody understood: the nearest things that can be asked, as buttons; and, since it may be a customer's
 * sentence that was forwarded or pasted here, what to say to it.
 */
export function showChoices(person: Person, topics: readonly string[], words: string): Effect {
  return async (unit) => {
    const { unknown } = readingOf(person).texts.chat;
    const key = `unknown:${unit.newId("message")}`;
    const examples = await examplesFor(unit, person);
    const near = topics.filter((topic) => isShown(topic, examples));
    const isNear = near.length > 0;
    const offered = [...(isNear ? near : usual[person.role]), "help"];
    const card: Card = {
      key,
      title: unknown.title,
      tone: "info",
      summary: unknown.title,
      blocks: [
        { t: "text", text: [text(isNear ? unknown.body : unknown.nothingNear)] },
        {
          t: "actions",
          actions: [
            ...askButtons(unit, { person, topics: offered, cardKey: key, examples }),
            ...strategyButton(unit, { person, words, cardKey: key }),
            ...updateButton(unit, { person, words, cardKey: key }),
            ...sayButton(unit, { person, words, cardKey: key }),
          ],
        },
      ],
    };
    unit.post({ to: person.id, card });
    return {};
  };
}

/** As much of a sentence as says what the objection is. */
const mostWords = 600;

/** Words of a sentence; a Chinese character counts as one, as words are not set apart there. */
function countWords(sentence: string): number {
  return sentence.match(/\p{Script=Han}|[\p{L}\p{N}']+/gu)?.length ?? 0;
}

/** An objection of a customer's has three Chinese characters ("太贵了") or two words ("too expensive"). */
const fewestSaid = 2;
/** What became of a deal takes more to say. */
const fewestUpdated = 3;

/** For those who sell; operators are told nothing by customers. */
function sayButton(
  unit: Unit,
  { person, words, cardKey }: { person: Person; words: string; cardKey: string },
): Action[] {
  if (person.role === "operator" || countWords(words) < fewestSaid) return [];
  const { scripts } = readingOf(person).texts;
  const params = { text: scripts.sayAgain({ words: words.trim().slice(0, mostWords) }) };
  const ref = unit.arm({ action: "ask", params, personId: person.id, cardKey });
  return [{ id: "say.this", label: scripts.sayThis, ref }];
}

/** It may be what became of a deal, said in words of one's own. */
function updateButton(
  unit: Unit,
  { person, words, cardKey }: { person: Person; words: string; cardKey: string },
): Action[] {
  if (person.role !== "rep" && person.role !== "manager") return [];
  if (countWords(words) < fewestUpdated) return [];
  const { updates } = readingOf(person).texts;
  const params = { text: updates.logAgain({ words: words.trim().slice(0, mostWords) }) };
  const ref = unit.arm({ action: "ask", params, personId: person.id, cardKey });
  return [{ id: "update.this", label: updates.logThis, ref }];
}

/** A manager's sentence on what was done and what it changed can be put to the test. */
function strategyButton(
  unit: Unit,
  { person, words, cardKey }: { person: Person; words: string; cardKey: string },
): Action[] {
  if (person.role !== "manager" || !isClaim(words.slice(0, mostWords))) return [];
  const { readBack } = readingOf(person).texts.strategy;
  const params = { text: readBack.tryAgain({ words: words.trim().slice(0, mostWords) }) };
  const ref = unit.arm({ action: "ask", params, personId: person.id, cardKey });
  return [{ id: "strategy.this", label: readBack.tryThis, ref, style: "primary" }];
}

type Asking = {
  person: Person;
  topics: readonly string[];
  cardKey: string;
  examples: Examples;
};

/** Of those, what only shows something about a customer. */
const shownOfCustomer = new Set(["customer", "brief"]);

/** Their examples name somebody invented. */
const nameTopics = new Set([
  "customer",
  "brief",
  "review",
  "path",
  "merge",
  "why",
  "why_not_me",
  "away",
  "back",
  "new_lead",
  "update",
  "to_deal",
  "note",
  "attach",
  "notes",
]);

function isShown(topic: string, { isReal }: Examples): boolean {
  return !nameTopics.has(topic) || (isReal && shownOfCustomer.has(topic));
}

/** Buttons that say an example; those that need a name of one's own are left to typing. */
function askButtons(unit: Unit, { person, topics, cardKey, examples }: Asking): Action[] {
  const { words } = examples;
  return topics
    .filter((topic) => isShown(topic, examples))
    .map((topic) => ({ topic, example: words[topic] ?? topic }))
    .map(({ topic, example }) => ({
      id: `ask.${topic}`,
      label: example,
      ref: unit.arm({ action: "ask", params: { text: example }, personId: person.id, cardKey }),
    }));
}
