// Notes as touches: what is kept, what was taken back, and what is there to read.
import { accountIdsOf, touchesOf } from "../identity/touches-of.ts";
import type { Person, Touch } from "../model.ts";
import type { EventLog, Store } from "../ports.ts";
import type { Subject } from "./subjects.ts";

/** An update somebody logs in their own words, or the customer's words that somebody attached. */
export type NoteKind = "update" | "attach";

/** Touch types of notes; a note taken back stays in the log, and a later touch says that it is not to be shown. */
export const noteTypes = {
  update: "note.added",
  attach: "message.attached",
  withdrawn: "note.withdrawn",
} as const;

/** Where notes lie: with the contact, without one with the account, without either with the lead or deal itself. */
export type NotePlace = Pick<Touch, "contactId" | "accountId" | "anonymousId">;

/** `aboutId`: the lead or deal it was written on; null for what is older than that. */
export type Note = {
  id: string;
  kind: NoteKind;
  text: string;
  authorId: string;
  aboutId: string | null;
  at: number;
};

/** Where notes on it lie: with its contact and account; its own id stands for a customer that has neither. */
export function placeOf({
  id,
  contactId,
  accountId,
}: Pick<Subject, "id" | "contactId" | "accountId">): NotePlace {
  return { contactId, accountId, anonymousId: contactId || accountId ? null : id };
}

export type Kept = {
  noteId: string;
  kind: NoteKind;
  text: string;
  author: Person;
  about: Subject;
  at: number;
};

/** The touch of a note. The same note is the same touch, however often it is stored. */
export function toNoteTouch({ noteId, kind, text, author, about, at }: Kept): Touch {
  return {
    id: noteId,
    ...placeOf(about),
    type: noteTypes[kind],
    at,
    receivedAt: at,
    source: "chat",
    props: { text, authorId: author.id, about: { kind: about.kind, id: about.id } },
  };
}

/** The touch that takes a note back. */
export function toWithdrawal(noteId: string, place: NotePlace, at: number): Touch {
  const id = `${noteId}_withdrawn`;
  const props = { note: noteId };
  return { id, ...place, type: noteTypes.withdrawn, at, receivedAt: at, source: "chat", props };
}

type NoteReads = { store: Pick<Store, "read">; events: EventLog };

/** What was noted in a place and not taken back, latest first. */
export async function readNotes(services: NoteReads, place: NotePlace): Promise<Note[]> {
  const touches = await readPlace(services, place);
  const withdrawn = new Set(
    touches.filter(({ type }) => type === noteTypes.withdrawn).map(({ props }) => props.note),
  );
  return touches
    .filter(({ id }) => !withdrawn.has(id))
    .flatMap((touch) => toNote(touch) ?? [])
    .reverse();
}

async function readPlace({ store, events }: NoteReads, place: NotePlace): Promise<Touch[]> {
  const { read } = store;
  const types = Object.values(noteTypes);
  if (place.contactId) return touchesOf({ read, events }, [place.contactId], { types });
  if (place.accountId) {
    const touches = await events.ofAccounts(await accountIdsOf(read, place.accountId), { types });
    return touches.filter(({ contactId }) => contactId === null);
  }
  return place.anonymousId ? events.ofVisitors([place.anonymousId], { types }) : [];
}

function toNote({ id, type, at, props }: Touch): Note | undefined {
  const kind = (["update", "attach"] as const).find((one) => noteTypes[one] === type);
  if (!kind) return undefined;
  const { id: aboutId } = (props.about ?? {}) as { id?: unknown };
  return {
    ...{ id, kind, at, text: String(props.text ?? ""), authorId: String(props.authorId ?? "") },
    aboutId: typeof aboutId === "string" ? aboutId : null,
  };
}
