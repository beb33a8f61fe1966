// Notes as lines of a card: when, by whom, and the words.
import { type Block, strong, text } from "../card.ts";
import type { Reader } from "../ports.ts";
import { dateInline, type Reading } from "../text/format.ts";
import { excerpt } from "./note-cards.ts";
import type { Note } from "./notes.ts";

export type NamedNote = Note & { author: string };

/** Notes with the names of who kept them. */
export async function nameAuthors(
  read: Pick<Reader, "people">,
  notes: Note[],
  { texts }: Reading,
): Promise<NamedNote[]> {
  const people = await read.people.find({ id: [...new Set(notes.map((note) => note.authorId))] });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return notes.map((note) => ({
    ...note,
    author: texts.pipeline.by({
      name: names.get(note.authorId) ?? texts.pipeline.somebody,
      kind: note.kind,
    }),
  }));
}

/** Long words are cut to an excerpt. */
export function noteLines(notes: readonly NamedNote[], reading: Reading): Block[] {
  return notes.flatMap((note): Block[] => [
    {
      t: "context",
      text: [dateInline(note.at, "both", reading.format), text(" · "), strong(note.author)],
    },
    ...excerpt(note.text, reading),
  ]);
}
