// The answers that had to wait for the library: "say" and "practice", asked some seconds after a start.
import type { Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import { type LateAnswer, plainCard } from "./one-moment.ts";
import { askPractice } from "./practice/open-brief.ts";
import type { PracticeServices } from "./practice/services.ts";
import { findAndShow, type ScriptServices } from "./say.ts";

/** `ready` resolves when all that there is to read was read once, or could not be. */
export type LateServices = PracticeServices &
  ScriptServices & { training: { ready(): Promise<void> } };

type JobEffect = (unit: Unit) => Promise<void>;

/** The job. Rejects with RetryLater while the library is still being read. */
export async function runLateAnswer(
  { personId, asked, words }: LateAnswer,
  services: LateServices,
): Promise<JobEffect> {
  await services.training.ready();
  services.library();
  const person = await services.store.read.people.get(personId);
  if (!person) return async () => {};
  const answer = asked === "say" ? findAndShow : askPractice;
  const effect = await answer(services, person, words);
  return async (unit) => {
    await effect(unit);
  };
}

/** When it could not be read after many tries: that nothing follows. */
export async function giveUpAnswer({ personId }: LateAnswer): Promise<JobEffect> {
  return async (unit) => {
    const person = await unit.people.get(personId);
    if (!person) return;
    const { unread } = readingOf(person).texts.scripts;
    const key = `library.unread:${unit.newId("message")}`;
    unit.post({ to: person.id, card: { ...plainCard(key, unread), tone: "warn" } });
  };
}
