// What somebody sees of a note: while it is kept, once it is, and when it was taken back.
import { note, sentence } from "../blocks.ts";
import type { Action, Block, Card } from "../card.ts";
import type { Person } from "../model.ts";
import { type Reading, readingOf } from "../text/format.ts";
import { cut, noteKey } from "./note-form.ts";
import type { NoteKind } from "./notes.ts";

/** How long a note can be taken back. */
export const undoMs = 10 * 60_000;
/** Characters of a note that a card shows. */
const shownCharacters = 500;

/** What the cards of one note say: which, of what kind, with whom, and when it was kept. */
export type NoteView = {
  person: Person;
  noteId: string;
  kind: NoteKind;
  customer: string;
  at: number;
};

/** Until it is on disk in the log, nothing says that it is kept. */
export function underWayCard(
  { person, noteId, customer }: NoteView,
  state: "keeping" | "taking",
): Card {
  const title = readingOf(person).texts.pipeline[state]({ customer });
  return { key: noteKey(noteId), title, tone: "info", summary: title, blocks: [] };
}

/** The words as they were said, with undo while there is time. */
export function keptCard(view: NoteView, words: string, actions: Action[]): Card {
  const reading = readingOf(view.person);
  const { pipeline } = reading.texts;
  const { customer, kind, noteId } = view;
  const title = pipeline.kept({ customer });
  const time = reading.format.time(view.at + undoMs);
  return {
    key: noteKey(noteId),
    title,
    subtitle: pipeline.keptAs[kind],
    tone: "good",
    summary: title,
    blocks: [
      ...excerpt(words, reading),
      note(pipeline.where({ customer })),
      note(pipeline.until({ time })),
      { t: "actions", actions },
    ],
  };
}

/** The note was taken back. */
export function takenCard({ person, noteId, customer }: NoteView): Card {
  const { pipeline } = readingOf(person).texts;
  const title = pipeline.taken({ customer });
  const blocks: Block[] = [sentence(pipeline.takenBody)];
  return { key: noteKey(noteId), title, tone: "info", summary: title, blocks };
}

/** It could not be kept, or not be taken back, and will not be tried again: said plainly, with the words. */
export function lostCard(
  { person, noteId, customer }: NoteView,
  state: "kept" | "taken",
  words: string,
): Card {
  const reading = readingOf(person);
  const { pipeline } = reading.texts;
  const title = pipeline.lost[state]({ customer });
  const blocks: Block[] = [sentence(pipeline.lostBody), ...(words ? excerpt(words, reading) : [])];
  return { key: noteKey(noteId), title, tone: "bad", summary: title, blocks };
}

/** A note's words, as far as a card has room for them. */
export function excerpt(words: string, { texts, format }: Reading): Block[] {
  const shown: Block = sentence(cut(words, shownCharacters));
  if (words.length <= shownCharacters) return [shown];
  const characters = format.number(words.length);
  return [shown, note(texts.pipeline.excerpt({ characters }))];
}
