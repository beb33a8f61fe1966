// Somebody at the terminal: whom they talk as, and what a line they type does.
import { blocksOf, type FormBlock, type Outcome } from "../../../core/card.ts";
import { type Reading, readingOf } from "../../../core/text/format.ts";
import type { LocalChat, LocalPerson } from "../chat.ts";
import { clean } from "./columns.ts";
import { type Ask, readLocalFile } from "./field.ts";
import { confirmed, fillForm } from "./form.ts";
import type { Screen } from "./screen.ts";
import type { Pressable } from "./terminal.ts";

export type Session = {
  chat: LocalChat;
  screen: Screen;
  ask: Ask;
  person: LocalPerson;
  reading: Reading;
  /** Stops listening to the person's conversation. */
  stop: () => void;
};

/** A session that listens to nobody yet: `talkAs` begins. */
export function openSession(parts: Pick<Session, "chat" | "screen" | "ask" | "person">): Session {
  return { ...parts, reading: readingOf(parts.person), stop: () => {} };
}

/** Goes on as this person: shows where their conversation stands and what arrives in it. */
export async function talkAs(person: LocalPerson, session: Session): Promise<void> {
  const { chat, screen } = session;
  session.stop();
  session.person = person;
  session.reading = readingOf(person);
  screen.forget();
  screen.print(screen.paints.bold(session.reading.texts.local.talkingAs(clean(person.name))), "");
  const { reading } = session;
  for (const message of await chat.transcript(person.id, { limit: 5 })) {
    screen.showMessage(message, { reading, withOwnWords: true });
  }
  session.stop = chat.subscribe(person.id, (message) =>
    screen.showMessage(message, { reading, withOwnWords: false }),
  );
  await chat.open(person.id);
}

/** Does what a typed line says: a command, a button's number, or words for Ringside. */
export async function handleLine(line: string, session: Session): Promise<void> {
  const { chat, screen, person } = session;
  if (line === "") return;
  if (line.startsWith("/")) return runCommand(line, session);
  const number = /^\d{1,2}$/.test(line) ? Number(line) : 0;
  if (number === 0 || screen.lastNumber() === 0) return chat.say(person.id, line);
  const target = screen.pressable(number);
  if (target) return press(target, session);
  screen.print(session.reading.texts.local.console.noButton(number));
}

async function press(target: Pressable, session: Session): Promise<void> {
  const { chat, ask, person, reading } = session;
  if (target.kind === "form") return fill(target.form, session);
  const { ref, confirm } = target.action;
  if (!(await confirmed(confirm, { ask, texts: reading.texts }))) return;
  await showOutcome(await chat.tap(person.id, ref), session);
}

async function fill(form: FormBlock, session: Session): Promise<void> {
  const { chat, screen, ask, person, reading } = session;
  const outcome = await fillForm(form, {
    ...{ ask, screen, texts: reading.texts },
    attach: async (file) => (await chat.attach(person.id, file)).id,
    submit: (ref, values) => chat.submit(person.id, ref, values),
  });
  if (outcome) return showOutcome(outcome, session);
  screen.print(reading.texts.local.console.cancelled);
  if (form.cancel) await showOutcome(await chat.tap(person.id, form.cancel.ref), session);
}

// A changed card shows by itself, as a message that arrives.
async function showOutcome(outcome: Outcome, session: Session): Promise<void> {
  const { screen, reading } = session;
  if (outcome.toast) screen.print(screen.paints.accent(`» ${clean(outcome.toast)}`), "");
  for (const error of Object.values(outcome.errors ?? {})) {
    screen.print(screen.paints.bad(clean(error)));
  }
  if (!outcome.open) return;
  screen.show(outcome.open, reading);
  const [form] = blocksOf(outcome.open.blocks, "form");
  if (form) await fill(form, session);
}

async function runCommand(line: string, session: Session): Promise<void> {
  const [, command = "", rest = ""] = /^(\/\S+)\s*(.*)$/s.exec(line) ?? [];
  const words = session.reading.texts.local.console;
  if (command === "/as") return switchTo(rest, session);
  if (command === "/file") return dropFile(rest, session);
  if (command === "/people") return listPeople(session);
  session.screen.print(...(command === "/help" ? words.help : [words.unknownCommand(command)]));
}

async function listPeople({ chat, screen, reading }: Session): Promise<void> {
  for (const { name, role } of await chat.people()) {
    screen.print(`  ${clean(name)} ${screen.paints.soft(`(${reading.texts.local.roles[role]})`)}`);
  }
}

async function switchTo(wanted: string, session: Session): Promise<void> {
  const { screen, chat } = session;
  const words = session.reading.texts.local.console;
  const found = matchPeople(await chat.people(), wanted);
  const [only] = found;
  if (!only || !wanted) return screen.print(words.nobody(wanted));
  if (found.length > 1)
    return screen.print(words.several(found.map(({ name }) => name).join(", ")));
  return talkAs(only, session);
}

// The closest kind of likeness that anybody has: the whole name, its beginning, a word's beginning, any part.
function matchPeople(people: LocalPerson[], wanted: string): LocalPerson[] {
  const part = wanted.toLowerCase();
  const likenesses: ((name: string) => boolean)[] = [
    (name) => name === part,
    (name) => name.startsWith(part),
    (name) => name.split(/\s+/).some((word) => word.startsWith(part)),
    (name) => name.includes(part),
  ];
  for (const isAlike of likenesses) {
    const found = people.filter(({ id, name }) => id === wanted || isAlike(name.toLowerCase()));
    if (found.length > 0) return found;
  }
  return [];
}

async function dropFile(rest: string, { chat, screen, person, reading }: Session): Promise<void> {
  const words = reading.texts.local.console;
  const [, quoted, bare, text = ""] = /^(?:"([^"]+)"|(\S+))\s*(.*)$/s.exec(rest) ?? [];
  const path = quoted ?? bare;
  if (!path) return screen.print(words.pathMissing);
  const file = await readLocalFile(path);
  if (!file) return screen.print(words.noSuchFile(path));
  await chat.drop(person.id, file, text);
}
