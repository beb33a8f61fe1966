// A note on a lead or deal, by words or by form. Nothing but the note changes: stage and fields stay as they are.
import { Refused } from "../errors.ts";
import type { Person } from "../model.ts";
import type { Store } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import { type Answer, type Effect, sayOnly, textOf } from "../use-case.ts";
import { type NoteDraft, noteForm } from "./note-form.ts";
import type { NoteKind } from "./notes.ts";
import { findSubjects, openSubjects, type Subject } from "./subjects.ts";
import { isKept, keepNote, maxCharacters } from "./write-note.ts";

type Services = { store: Store };
type Said = { person: Person; kind: NoteKind; words: string };

/**
 * "note Acme: they want a demo": kept at once when one lead or deal is meant; otherwise a form asks. Words without
 * a name in front are the note; a name without words is whom it will be about. A shortcut's words name nobody.
 */
export async function takeNote({ store }: Services, said: Said): Promise<Effect> {
  const { person, kind } = said;
  const subjects = await openSubjects(store.read, person);
  const { name, text } = splitName(said.words);
  const ask = (draft: Partial<NoteDraft>) => askNote({ person, kind, text, subjects, ...draft });
  if (!name) {
    const chosen = only(findSubjects(subjects, text));
    return chosen ? ask({ text: "", chosen }) : ask({});
  }
  const found = findSubjects(subjects, name);
  const about = only(found);
  if (about && text) return keep({ person, kind, text, about });
  if (about) return ask({ chosen: about });
  const { pipeline } = readingOf(person).texts;
  if (found.length > 1) return ask({ subjects: found, why: pipeline.which({ name }) });
  return ask({ text: said.words.trim(), why: pipeline.unknown({ name }) });
}

/** The words of a forwarded message, all of them the note's. */
export async function forwardNote(
  { store }: Services,
  { person, kind, words }: Said,
): Promise<Effect> {
  requireNoteRole(person);
  const subjects = await openSubjects(store.read, person);
  return askNote({ person, kind, text: words.trim(), subjects });
}

/** The form came back. */
export async function submitNote(
  { store }: Services,
  { person, params, values }: Answer,
): Promise<Effect> {
  const { texts, format } = readingOf(person);
  const { pipeline } = texts;
  const { noteId = "", text: whole = "" } = params;
  const kind: NoteKind = params.kind === "attach" ? "attach" : "update";
  const text = [whole, textOf(values, "text")].filter(Boolean).join("\n\n");
  if (!text) return refuseField("text", pipeline.wordless);
  if (text.length > maxCharacters) {
    return refuseField("text", pipeline.tooLong({ max: format.number(maxCharacters) }));
  }
  const subjects = await openSubjects(store.read, person);
  const about = chooseSubject(subjects, values, person);
  if ("error" in about) return refuseField(about.field, about.error);
  if (await isKept(store.read, noteId)) return sayOnly(pipeline.already);
  return async (unit) =>
    keepNote(unit, { author: person, kind, text, about, noteId, at: unit.now });
}

function askNote(draft: NoteDraft): Effect {
  requireLength(draft.text);
  return async (unit) => {
    unit.post({ to: draft.person.id, card: noteForm(unit, draft) });
    return {};
  };
}

type Keeping = { person: Person; kind: NoteKind; text: string; about: Subject };

function keep({ person, ...note }: Keeping): Effect {
  requireLength(note.text);
  return async (unit) => {
    const noteId = unit.newId("touch");
    return keepNote(unit, { author: person, ...note, noteId, at: unit.now });
  };
}

type Wrong = { field: string; error: string };

/** The one that was named, where the list was too short for all; else the one that was chosen. */
function chooseSubject(
  subjects: readonly Subject[],
  values: Answer["values"],
  person: Person,
): Subject | Wrong {
  const { pipeline } = readingOf(person).texts;
  const [name, chosenId] = [textOf(values, "name"), textOf(values, "deal")];
  if (!name && !chosenId) return { field: "deal", error: pipeline.chooseOne };
  if (!name) {
    const chosen = subjects.find(({ id }) => id === chosenId);
    return chosen ?? { field: "deal", error: pipeline.notYours };
  }
  const found = findSubjects(subjects, name);
  const [first, second] = found;
  if (first && !second) return first;
  if (!first) return { field: "name", error: pipeline.unknown({ name }) };
  const names = found.slice(0, 3).map(({ label }) => label);
  return { field: "name", error: pipeline.several({ name, names: names.join(", ") }) };
}

/** "Acme: they want a demo" -> whom and what; at the first colon of either width, if a short name stands before it. */
function splitName(words: string): { name: string; text: string } {
  const match = /^(?<name>[^:：\n]{1,100})[:：](?!\/\/)\s*(?<text>.*)$/su.exec(words.trim());
  if (!match) return { name: "", text: words.trim() };
  return { name: match.groups?.name?.trim() ?? "", text: match.groups?.text?.trim() ?? "" };
}

function only(found: Subject[]): Subject | undefined {
  return found.length === 1 ? found[0] : undefined;
}

function refuseField(field: string, sentence: string): Effect {
  return async () => ({ errors: { [field]: sentence } });
}

function requireLength(text: string): void {
  if (text.length <= maxCharacters) return;
  throw new Refused("tooLong", `A note of ${text.length} characters.`, { max: maxCharacters });
}

/** Shortcuts are offered to everybody on a platform, whatever their role here. */
function requireNoteRole({ role }: Person): void {
  if (role === "rep" || role === "manager") return;
  throw new Refused("forbidden", `A ${role} wanted to keep a note.`);
}
