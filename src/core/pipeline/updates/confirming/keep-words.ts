// What was said in a confirmed update, and the customer's words that prove it, go into the history of the customer.
import type { Deal, Person, Touch } from "../../../model.ts";
import type { EventLog, Unit } from "../../../ports.ts";
import { placeOf, toNoteTouch, toWithdrawal } from "../../notes.ts";
import { dealSubjects } from "../../subjects.ts";
import type { StageUpdate } from "../stored.ts";

export const wordsJob = "update.words";
export type WordsPayload = { touches: Touch[] };

type About = { person: Person; update: StageUpdate; deal: Deal };

/** Queues the words of a confirmed update, in the transaction that confirmed it. */
export async function scheduleWords(unit: Unit, about: About): Promise<void> {
  const { person: author, update } = about;
  const [subject] = await dealSubjects(unit, [about.deal]);
  if (!subject) return;
  const note = { author, about: subject, at: unit.now };
  const { text, understood } = update;
  const said = text && !understood.messages.some((one) => one.text === text);
  schedule(unit, `${update.id}:kept`, [
    ...(said ? [toNoteTouch({ ...note, noteId: noteIdOf(update), kind: "update", text })] : []),
    ...understood.messages.map(({ id, text: words }) =>
      toNoteTouch({ ...note, noteId: id, kind: "attach", text: words }),
    ),
  ]);
}

/** Queues what hides them again, for an update that is taken back. */
export async function withdrawWords(
  unit: Unit,
  { update, deal }: Omit<About, "person">,
): Promise<void> {
  const [subject] = await dealSubjects(unit, [deal]);
  if (!subject) return;
  const ids = [noteIdOf(update), ...update.understood.messages.map(({ id }) => id)];
  const place = placeOf(subject);
  schedule(
    unit,
    `${update.id}:withdrawn`,
    ids.map((id) => toWithdrawal(id, place, unit.now)),
  );
}

/** The note of an update is known by it, so that it is stored once. */
const noteIdOf = ({ id }: StageUpdate): string => `tch_${id}`;

function schedule(unit: Unit, key: string, touches: Touch[]): void {
  if (touches.length === 0) return;
  const payload: WordsPayload = { touches };
  unit.schedule({ kind: wordsJob, key: `${wordsJob}:${key}`, payload });
}

/** The job; run again it changes nothing. */
export async function runWordsJob(
  { touches }: WordsPayload,
  { events }: { events: EventLog },
): Promise<() => Promise<void>> {
  await events.append(touches);
  return async () => {};
}
