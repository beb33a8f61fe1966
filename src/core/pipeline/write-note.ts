// Brings notes into the log of touches: by a job, so that they survive a crash and are there once.
import type { Card, Outcome } from "../card.ts";
import type { Person, Touch } from "../model.ts";
import type { EventLog, Reader, Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import {
  keptCard,
  lostCard,
  type NoteView,
  takenCard,
  underWayCard,
  undoMs,
} from "./note-cards.ts";
import { type Kept, type NotePlace, placeOf, toNoteTouch, toWithdrawal } from "./notes.ts";

export const noteJob = "note.write";
/** The longest note: as long as a message may be. */
export const maxCharacters = 20_000;

/** What a job that writes a note, or takes one back, carries. */
export type NotePayload = {
  touch: Touch;
  personId: string;
  state: "kept" | "taken";
  view: Omit<NoteView, "person">;
  aboutId: string;
};

/** Keeps a note: what the person sees first is that it is under way, then from the job that it is kept. */
export async function keepNote(unit: Unit, note: Kept): Promise<Outcome> {
  const { author, noteId, kind, about, at } = note;
  const view = { noteId, kind, customer: about.label, at };
  await audit(unit, author, { noteId, action: "note.keep" });
  schedule(unit, {
    touch: toNoteTouch(note),
    personId: author.id,
    state: "kept",
    view,
    aboutId: about.id,
  });
  return { card: underWayCard({ ...view, person: author }, "keeping") };
}

/** Whether a note was kept before: the form was sent twice. */
export async function isKept(read: Pick<Reader, "audits">, noteId: string): Promise<boolean> {
  return (await read.audits.count({ kind: "note", recordId: noteId })) > 0;
}

/** "Take it back", for ten minutes. The note stays in the log, followed by what hides it. */
export function undoNote({ person, params }: Ask): Effect {
  const { pipeline } = readingOf(person).texts;
  const { noteId = "", kind, customer = "", aboutId = "" } = params;
  const at = Number(params.at);
  return async (unit) => {
    const view = { noteId, kind: kind === "attach" ? kind : "update", customer, at } as const;
    const done = await unit.audits.count({
      kind: "note",
      recordId: noteId,
      action: "note.withdraw",
    });
    if (done > 0) return { toast: pipeline.alreadyTaken };
    if (unit.now - at > undoMs) return { toast: pipeline.tooLate({ minutes: undoMs / 60_000 }) };
    await audit(unit, person, { noteId, action: "note.withdraw" });
    const touch = toWithdrawal(noteId, toPlace(params), unit.now);
    schedule(unit, { touch, personId: person.id, state: "taken", view, aboutId });
    return { card: underWayCard({ ...view, person }, "taking") };
  };
}

/** The job: the touch is on disk before anything says so. Run again, it changes nothing. */
export async function runNoteJob(
  payload: NotePayload,
  { events }: { events: EventLog },
): Promise<(unit: Unit) => Promise<void>> {
  await events.append([payload.touch]);
  return async (unit) => {
    const person = await unit.people.get(payload.personId);
    if (person) unit.post({ to: person.id, card: doneCard(unit, person, payload) });
  };
}

/** The log could not be written for so long that the job was given up: says so, and gives the words back. */
export async function tellNoteLost(payload: NotePayload): Promise<(unit: Unit) => Promise<void>> {
  return async (unit) => {
    const person = await unit.people.get(payload.personId);
    if (!person) return;
    const words = String(payload.touch.props.text ?? "");
    unit.post({ to: person.id, card: lostCard({ ...payload.view, person }, payload.state, words) });
  };
}

function doneCard(unit: Unit, person: Person, payload: NotePayload): Card {
  const { touch, state, aboutId } = payload;
  const view = { ...payload.view, person };
  if (state === "taken") return takenCard(view);
  const { pipeline } = readingOf(person).texts;
  const { noteId, kind, customer, at } = view;
  const place = { contactId: touch.contactId ?? "", accountId: touch.accountId ?? "" };
  const cardKey = `note:${noteId}`;
  const undo = { noteId, kind, customer, at, aboutId, ...place };
  const arm = (action: string, params: Record<string, string | number>) =>
    unit.arm({ action, params, personId: person.id, cardKey });
  return keptCard(view, String(touch.props.text), [
    { id: "note.undo", label: pipeline.undo, ref: arm("note.undo", undo) },
    { id: "note.list", label: pipeline.show, ref: arm("note.list", { aboutId }) },
  ]);
}

function toPlace({ contactId, accountId, aboutId = "" }: Ask["params"]): NotePlace {
  return placeOf({ id: aboutId, contactId: contactId || null, accountId: accountId || null });
}

function schedule(unit: Unit, payload: NotePayload): void {
  unit.schedule({ kind: noteJob, key: `${noteJob}:${payload.touch.id}`, payload });
}

async function audit(
  unit: Unit,
  person: Person,
  { noteId, action }: { noteId: string; action: string },
): Promise<void> {
  await unit.audits.put({
    id: unit.newId("audit"),
    at: unit.now,
    actorId: person.id,
    via: "chat",
    action,
    kind: "note",
    recordId: noteId,
    detail: {},
  });
}
