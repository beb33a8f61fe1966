// The form that asks which lead or deal a note belongs to, and what it says.
import type { Block, Card, Field } from "../card.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import type { NoteKind } from "./notes.ts";
import type { Subject } from "./subjects.ts";

/** Options a list may have: the most that Slack and Lark take. */
const maxOptions = 100;
/** Characters that can be edited in a form on every platform: Lark's longest input, the shortest of them. */
const maxEditable = 1_000;
/** Characters of an option, so that a hundred of them stay within one card. */
const maxLabel = 40;

export type NoteDraft = {
  person: Person;
  kind: NoteKind;
  /** What is to be kept; empty when it is still to be written. */
  text: string;
  /** What to choose from, most likely first. */
  subjects: readonly Subject[];
  chosen?: Subject;
  /** Why the person is asked. */
  why?: string;
};

/** The key of a note's card, from the form to its last state. */
export function noteKey(noteId: string): string {
  return `note:${noteId}`;
}

/** The card of the form; its note has its id from now on, so that a form sent twice is one note. */
export function noteForm(unit: Unit, draft: NoteDraft): Card {
  const { person, kind, text, subjects, why } = draft;
  const reading = readingOf(person);
  const { pipeline } = reading.texts;
  const title = pipeline.titles[kind];
  if (subjects.length === 0) return emptyCard(unit, title, pipeline.nothingOpen);
  const noteId = unit.newId("touch");
  const isLong = text.length > maxEditable;
  const action = "note.keep";
  const ref = unit.arm({
    action,
    params: { noteId, kind, ...(isLong ? { text } : {}) },
    personId: person.id,
    cardKey: noteKey(noteId),
  });
  const submit = { id: action, label: pipeline.submit, ref, style: "primary" } as const;
  const form: Block = { t: "form", id: "note", fields: fieldsOf(draft, reading), submit };
  return {
    key: noteKey(noteId),
    title,
    ...(why ? { subtitle: why } : {}),
    tone: "info",
    summary: title,
    blocks: isLong ? [...whole(text, reading), form] : [form],
  };
}

function emptyCard(unit: Unit, title: string, sentence: string): Card {
  const blocks: Block[] = [{ t: "text", text: [{ t: "text", text: sentence }] }];
  const key = `note_none:${unit.newId("message")}`;
  return { key, title, tone: "info", summary: title, blocks };
}

function fieldsOf({ kind, text, subjects, chosen }: NoteDraft, { texts }: Reading): Field[] {
  const { pipeline } = texts;
  const listed = subjects.slice(0, maxOptions);
  const isCut = listed.length < subjects.length;
  const value = chosen && listed.includes(chosen) ? { value: chosen.id } : {};
  const options = listed.map(({ id, label }) => ({ value: id, label: cut(label, maxLabel) }));
  const list: Field = {
    ...{ kind: "select", name: "deal", label: pipeline.about, options, ...value },
    required: !isCut,
  };
  const hint = pipeline.byNameHint({ shown: listed.length, all: subjects.length });
  const byName: Field = { kind: "text", name: "name", label: pipeline.byName, hint };
  const words: Field =
    text.length > maxEditable
      ? { kind: "multiline", name: "text", label: pipeline.add }
      : {
          kind: "multiline",
          name: "text",
          label: pipeline.words[kind],
          required: true,
          value: text,
        };
  return isCut ? [list, byName, words] : [list, words];
}

/** What is too long to be edited everywhere is shown in its beginning, and kept as it is. */
function whole(text: string, { texts, format }: Reading): Block[] {
  const characters = format.number(text.length);
  const words = texts.pipeline.keptWhole({ characters });
  return [
    { t: "text", text: [{ t: "text", text: words }] },
    { t: "context", text: [{ t: "text", text: cut(text, 300) }] },
  ];
}

/** A text of at most so many characters, none of them torn; one that was longer ends in "…". */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/u, "")}…`;
}
