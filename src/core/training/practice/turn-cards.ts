// What stands in the thread of a session: the customer's words, that they think, how it ended, and what helps.
import { type Block, type Card, emph, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { maxRead } from "../moves/text.ts";
import { leftMs } from "../session/session.ts";
import { buttonsOn } from "./buttons.ts";
import { turnKey } from "./keys.ts";
import type { Practice } from "./practice-row.ts";
import { endButton, leftWords } from "./room-card.ts";

type Place = Pick<Practice["row"], "id" | "plan">;

/** The customer's words of the last turn, with the time left then: the card with the clock has long scrolled away. */
export function turnCard(
  person: Person,
  { row, session, isCut }: Practice & { isCut: boolean },
): Card {
  const reading = readingOf(person);
  const { practice } = reading.texts;
  const { number = 0, text: words = "", atMs = 0 } = session.turns.at(-1) ?? {};
  const cut: Block = { t: "context", text: [text(practice.cut({ max: maxRead }))] };
  const left = leftWords(Math.max(0, session.limitMs - atMs), reading);
  return {
    ...headOfTurn(person, row, number),
    tags: [practice.tag, left],
    blocks: [{ t: "text", text: [text(words)] }, ...(isCut ? [cut] : [])],
  };
}

/** In place of their words while they are not all there: what was said so far, or that they think. */
export function speakingCard(
  person: Person,
  row: Place,
  { number, words }: { number: number; words: string | undefined },
): Card {
  const { practice } = readingOf(person).texts;
  const { name } = row.plan.persona;
  const said = words ? [text(`${words} …`)] : [emph(practice.thinking({ name }))];
  return { ...headOfTurn(person, row, number), blocks: [{ t: "text", text: said }] };
}

function headOfTurn(person: Person, { id, plan }: Place, number: number) {
  const { practice } = readingOf(person).texts;
  const { name } = plan.persona;
  return {
    ...{ key: turnKey(id, number), title: name, tone: "info" as const, tags: [practice.tag] },
    summary: practice.speaks({ name }),
  };
}

/** How it ended, in the place of words that will not come any more. */
export function endCard(
  person: Person,
  { row, session, lines }: Practice & { lines: string[] },
): Card {
  const { practice } = readingOf(person).texts;
  const title = practice.endings[session.ending ?? "time"] ?? "";
  return {
    ...{ key: turnKey(row.id, session.turns.length + 1), title, tone: "info" },
    ...{ tags: [practice.tag], summary: practice.over },
    blocks: lines.map((line): Block => ({ t: "text", text: [text(line)] })),
  };
}

/** "Go on" in words: a sign that the clock runs again, where it was said. */
export function resumedCard(unit: Unit, person: Person, { session }: Practice): Card {
  const reading = readingOf(person);
  const { practice } = reading.texts;
  return {
    ...{ key: `practice.resumed:${unit.newId("message")}`, title: practice.resumedToast },
    ...{ tone: "info", tags: [practice.tag, leftWords(leftMs(session, unit.now), reading)] },
    ...{ summary: practice.playing, blocks: [] },
  };
}

/** "help" in the thread, or "pause": what is heard here, and the ways out. */
export function helpCard(unit: Unit, person: Person, { row, session }: Practice): Card {
  const reading = readingOf(person);
  const { practice } = reading.texts;
  const key = `practice.help:${unit.newId("message")}`;
  const own = { sessionId: row.id };
  const button = buttonsOn(unit, { person, cardKey: key, own });
  const isPaused = session.state === "paused";
  return {
    ...{ key, title: isPaused ? practice.paused : practice.help.title },
    ...{ tone: "info", tags: [practice.tag, leftWords(leftMs(session, unit.now), reading)] },
    summary: isPaused ? practice.paused : practice.playing,
    blocks: [
      { t: "text", text: [text(isPaused ? practice.help.paused : practice.help.body)] },
      {
        t: "actions",
        actions: [
          isPaused
            ? button("practice.resume", practice.resume, { style: "primary" })
            : button("practice.pause", practice.pause),
          endButton(button, reading),
        ],
      },
    ],
  };
}

/** Words nobody understood, beside the thread of a session that plays: they may have been for the customer. */
export function forThemCard(
  unit: Unit,
  person: Person,
  { row, words }: { row: Practice["row"]; words: string },
): Card {
  const { forThem } = readingOf(person).texts.practice;
  const key = `practice.for:${unit.newId("message")}`;
  const button = buttonsOn(unit, { person, cardKey: key, own: { sessionId: row.id } });
  const { name } = row.plan.persona;
  const say = button("practice.say", forThem.yes({ name }), {
    params: { text: words.slice(0, maxRead) },
    style: "primary",
  });
  return {
    ...{ key, title: forThem.title, tone: "info", summary: forThem.title },
    blocks: [
      { t: "text", text: [text(forThem.body)] },
      { t: "actions", actions: [say] },
    ],
  };
}

/** Somebody who asks for another practice in the middle of one. */
export function runningCard(unit: Unit, person: Person, { row, session }: Practice): Card {
  const reading = readingOf(person);
  const { practice } = reading.texts;
  const key = `practice.running:${unit.newId("message")}`;
  const own = { sessionId: row.id };
  const button = buttonsOn(unit, { person, cardKey: key, own });
  const resume = button("practice.resume", practice.resume, { style: "primary" });
  const title = row.plan.scenario.title;
  return {
    ...{ key, title: practice.running.title, tone: "info", tags: [practice.tag] },
    summary: practice.running.title,
    blocks: [
      { t: "text", text: [text(practice.running.body({ title }))] },
      {
        t: "actions",
        actions: [
          ...(session.state === "paused" ? [resume] : []),
          endButton(button, reading),
          button("practice.end", practice.running.endAndNew, {
            params: { next: "new" },
            id: "practice.end.new",
          }),
        ],
      },
    ],
  };
}
