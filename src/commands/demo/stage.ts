// The stage a story of the demo is played on: a whole installation, a clock that can be moved, and people who talk.
import { renderTerminal } from "../../chat/local/console/render-terminal.ts";
import type { CallbackAction, Card, Field, FormBlock, Outcome } from "../../core/card.ts";
import type { Language, Person } from "../../core/model.ts";
import { readingOf } from "../../core/text/format.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { Log } from "../../log.ts";
import type { Ringside } from "../../main.ts";
import type { Sample } from "../../sample/create-sample.ts";

export type DemoOptions = {
  language: Language;
  print: (line: string) => void;
  width: number;
  color: boolean;
  /** Gives whoever watches time to read; does nothing with --fast. */
  pause: (ms: number) => Promise<void>;
  log: Log;
};

/** One part of a story: acts in the product, shows what came of it, and returns it as data. */
export type Scene = { name: string; play(stage: Stage): Promise<object> };

/** A story is what is played, in order; the sample team stands behind all of them. */
export type Story = readonly Scene[];

/** Everything a scene needs. */
export type Stage = {
  ringside: Ringside;
  sample: Sample;
  options: DemoOptions;
  /** Who the story is about, once a scene said so. */
  cast: { rep?: Person; contactId?: string };
  /** A line of narration. */
  tell(line: string): Promise<void>;
  /** Moves the clock, and lets happen what falls due. */
  passes(ms: number): Promise<void>;
  says(person: Person, words: string): Promise<void>;
  /** What the bot has shown this person, the latest last. */
  cards(person: Person): Promise<Card[]>;
  /** Presses the latest button with this id. */
  presses(person: Person, actionId: string): Promise<Outcome>;
  /** Answers the latest form; fields not named keep what they hold. */
  fills(person: Person, answers: Record<string, string>): Promise<Outcome>;
  /** Prints a card as its reader sees it. */
  show(person: Person, card: Card): Promise<void>;
};

/** What whoever watches needs to read a line, and a card. */
const [lineMs, cardMs] = [700, 4_500];
/** More than any story shows one person. */
const mostMessages = 200;

type Parts = Pick<Stage, "ringside" | "sample" | "options"> & { advance(ms: number): void };

/** Everything a story sees and does goes through the local chat, as it would for a person. */
export function createStage({ ringside, sample, options, advance }: Parts): Stage {
  const { localChat } = ringside;
  const { print, pause, width, color, language } = options;
  const texts = textsFor(language).demo;
  const cards: Stage["cards"] = async ({ id }) => {
    const messages = await localChat.transcript(id, { limit: mostMessages });
    return messages.map(({ body }) => body as Card).filter((body) => Array.isArray(body.blocks));
  };
  const tell: Stage["tell"] = async (line) => {
    print(`\n${line}`);
    await pause(lineMs);
  };
  const answered = async (outcome: Outcome): Promise<Outcome> => {
    if (outcome.toast) print(texts.answers({ text: outcome.toast }));
    await ringside.drain();
    return outcome;
  };
  return {
    ...{ ringside, sample, options, cast: {}, tell, cards },
    async passes(ms) {
      advance(ms);
      await ringside.drain();
    },
    async says(person, words) {
      await tell(texts.says({ person: person.name, words }));
      await localChat.say(person.id, words);
      await ringside.drain();
    },
    async presses(person, actionId) {
      const action = findAction(await cards(person), actionId);
      await tell(texts.presses({ person: person.name, label: action.label }));
      return answered(await localChat.tap(person.id, action.ref));
    },
    async fills(person, answers) {
      const form = (await cards(person)).flatMap(formsOf).at(-1);
      if (!form) throw new Error(`${person.name} has no form to fill in.`);
      await tell(texts.fills({ person: person.name, label: form.submit.label }));
      const values = { ...heldBy(form), ...answers };
      return answered(await localChat.submit(person.id, form.submit.ref, values));
    },
    async show(person, card) {
      print(renderTerminal(card, { reading: readingOf(person), width, color }));
      await pause(cardMs);
    },
  };
}

/** The rep the story is about. */
export function repOf({ cast: { rep } }: Stage): Person {
  if (!rep) throw new Error("No scene has said whom the story is about.");
  return rep;
}

/** The last card with this key, or the last of all. */
export async function cardOf(stage: Stage, person: Person, key?: string): Promise<Card> {
  const cards = await stage.cards(person);
  const card = cards.findLast((one) => key === undefined || one.key === key);
  if (!card) throw new Error(`${person.name} has no card ${key ?? ""}.`);
  return card;
}

/** The latest button with this id. */
export function findAction(cards: Card[], actionId: string): CallbackAction {
  const action = cards.flatMap(actionsOf).findLast(({ id }) => id === actionId);
  if (!action) throw new Error(`No card has a button ${actionId}.`);
  return action;
}

/** The buttons of a card that answer, folded ones too. */
export function actionsOf({ blocks }: Pick<Card, "blocks">): CallbackAction[] {
  return blocks.flatMap((block) => {
    if (block.t === "more") return actionsOf(block);
    return block.t === "actions" ? block.actions.filter((one) => "ref" in one) : [];
  });
}

/** The forms of a card. */
export function formsOf({ blocks }: Pick<Card, "blocks">): FormBlock[] {
  return blocks.flatMap((block) => {
    if (block.t === "more") return formsOf(block);
    return block.t === "form" ? [block] : [];
  });
}

function heldBy({ fields }: FormBlock): Record<string, string> {
  const held = fields.flatMap((field: Field) =>
    field.value === undefined ? [] : [[field.name, String(field.value)]],
  );
  return Object.fromEntries(held);
}

/** The manager of the rep the story is about. */
export async function managerOf(stage: Stage): Promise<Person> {
  const manager = await stage.ringside.records.read.people.get(repOf(stage).managerId ?? "");
  if (!manager) throw new Error("The rep has no manager.");
  return manager;
}
