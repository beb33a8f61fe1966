// "notes Acme": what was noted on a customer, latest first.
import { sentence } from "../blocks.ts";
import { type Action, type Block, type Card, longestLabel } from "../card.ts";
import type { Person } from "../model.ts";
import type { EventLog, Store, Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import { type Ask, type Effect, sayOnly } from "../use-case.ts";
import { type NamedNote, nameAuthors, noteLines } from "./note-lines.ts";
import { placeOf, readNotes } from "./notes.ts";
import { findSubjects, openSubjects, type Subject } from "./subjects.ts";

type Services = { store: Store; events: EventLog };

/** Notes a card shows. */
const maxNotes = 10;

/** Two customers of that name: asks which. */
export async function showNotes(services: Services, person: Person, name: string): Promise<Effect> {
  const { pipeline } = readingOf(person).texts;
  if (!name) return sayOnly(pipeline.notesOfWhom);
  const found = findSubjects(await openSubjects(services.store.read, person), name);
  const [first, second] = found;
  if (!first) return sayOnly(pipeline.unknown({ name }));
  return second ? askWhich(person, name, found) : showNotesOf(services, person, first);
}

/** The button on a note's card, or one of several that fit a name. */
export async function listNotes(services: Services, { person, params }: Ask): Promise<Effect> {
  const subjects = await openSubjects(services.store.read, person);
  const about = subjects.find(({ id }) => id === params.aboutId);
  if (!about) return sayOnly(readingOf(person).texts.pipeline.notYours);
  return showNotesOf(services, person, about);
}

async function showNotesOf(
  { store, events }: Services,
  person: Person,
  about: Subject,
): Promise<Effect> {
  const reading = readingOf(person);
  const notes = (await readNotes({ store, events }, placeOf(about))).slice(0, maxNotes);
  const named = await nameAuthors(store.read, notes, reading);
  return async (unit) => {
    unit.post({ to: person.id, card: notesCard(unit, { person, about, named }) });
    return {};
  };
}

function notesCard(
  unit: Unit,
  { person, about, named }: { person: Person; about: Subject; named: NamedNote[] },
): Card {
  const reading = readingOf(person);
  const { pipeline } = reading.texts;
  const customer = about.label;
  const title = pipeline.notes({ customer });
  const none: Block = sentence(pipeline.noNotes({ customer }));
  const blocks = named.length > 0 ? noteLines(named, reading) : [none];
  return { key: `notes:${unit.newId("message")}`, title, tone: "info", summary: title, blocks };
}

function askWhich(person: Person, name: string, found: Subject[]): Effect {
  return async (unit) => {
    const key = `which:${unit.newId("message")}`;
    const title = readingOf(person).texts.pipeline.which({ name });
    const actions = found.slice(0, 5).map(({ id, label }): Action => {
      const params = { aboutId: id };
      const ref = unit.arm({ action: "note.list", params, personId: person.id, cardKey: key });
      return { id: "note.list", label: label.slice(0, longestLabel), ref };
    });
    const blocks: Block[] = [{ t: "actions", actions }];
    unit.post({ to: person.id, card: { key, title, tone: "info", summary: title, blocks } });
    return {};
  };
}
