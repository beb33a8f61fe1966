// Once a day: whose answers hold best is asked, once; who agreed gets one answer to read; newcomers get a drill a week.
import type { Person } from "../../../model.ts";
import type { Workdays } from "../../../people/working-time.ts";
import type { Clock, Store, Unit } from "../../../ports.ts";
import { readLibrary } from "../../practice/open-brief.ts";
import type { PracticeServices } from "../../practice/services.ts";
import { visibleOf } from "../visible.ts";
import { askOnce } from "./ask-once.ts";
import { type DrillDraft, draftDrill } from "./draft-drill.ts";
import { drillsOf } from "./drill.ts";
import { findAnswer } from "./find-answer.ts";
import { scheduleDrills } from "./jobs.ts";
import { offerToNewcomer } from "./offer-drill.ts";
import { proposeDrill } from "./propose-drill.ts";
import { readTalks } from "./read-talks.ts";
import { type Top, topPerformers } from "./top-performers.ts";

export type DrillServices = { store: Store; clock: Clock; workdays: Workdays } & Pick<
  PracticeServices,
  "library"
>;

/** What there is to say to one top performer. */
type Found = { person: Person; tops: Top[]; draft: DrillDraft | undefined };

/** The job. Words are read and cleaned outside the transaction; what it tells is decided inside. */
export async function lookForDrills(
  services: DrillServices,
): Promise<(unit: Unit) => Promise<void>> {
  const reps = await services.store.read.people.find({ active: true, role: "rep" });
  const found = await findDrafts(services, reps);
  const { workdays } = services;
  return async (unit) => {
    scheduleDrills(unit);
    for (const { person, tops, draft } of found) {
      const isAsked = await askOnce(unit, workdays, { person, tops });
      if (isAsked && draft) await proposeDrill(unit, workdays, { person, draft });
    }
    for (const person of reps) await offerToNewcomer(unit, workdays, person);
  };
}

async function findDrafts(services: DrillServices, reps: readonly Person[]): Promise<Found[]> {
  const { store, clock } = services;
  const visible = await visibleOf(store.read, reps, clock());
  const tops = topPerformers(visible, clock());
  const library = readLibrary(services);
  const verticals = [...new Set(library?.playbooks.map(({ vertical }) => vertical))].sort();
  const found: Found[] = [];
  for (const one of visible) {
    const { person } = one;
    const own = tops.filter(({ personId }) => personId === person.id);
    if (own.length === 0) continue;
    const known = await drillsOf(store.read, person.id);
    const talks = await readTalks(store.read, one);
    const answers = own.flatMap(({ skill }) => {
      const asked = known.filter(({ provenance }) => provenance.talk?.skill === skill);
      const ids = new Set(asked.map(({ provenance }) => provenance.talk?.sourceId ?? ""));
      return findAnswer({ skill, evidence: one.evidence, talks, known: ids }) ?? [];
    });
    const [answer] = answers;
    const draft = answer && (await draftDrill(store.read, { person, answer, verticals }));
    found.push({ person, tops: own, draft });
  }
  return found;
}
