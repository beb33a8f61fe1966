// "timeline": the latest change of weights or strategy and its first 72 hours; the ones before by a button.
import { sentence } from "../../blocks.ts";
import { NotFound, Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import { readingOf } from "../../text/format.ts";
import type { Ask, Effect } from "../../use-case.ts";
import type { StrategyServices } from "../services.ts";
import { readWords } from "../weekly/vocabulary.ts";
import { type Change, latestChanges } from "./changes.ts";
import { strategyStory } from "./strategy-story.ts";
import { type Shown, timelineCard } from "./timeline-card.ts";
import { weightsStory } from "./weights-story.ts";

/** The latest one. */
export async function showTimeline(services: StrategyServices, person: Person): Promise<Effect> {
  return openTimeline(services, { person, params: {} });
}

/** The one a button names. Throws NotFound where it is none of the latest. */
export async function openTimeline(
  services: StrategyServices,
  { person, params }: Ask,
): Promise<Effect> {
  if (person.role !== "manager") throw new Refused("forbidden", `${person.role}: timeline`);
  const changes = await latestChanges(services.store.read);
  const change = params.id ? changes.find(({ id }) => id === params.id) : changes[0];
  if (!change && params.id) throw new NotFound("gone", `No change ${params.id}.`);
  const shown = change && (await toShown(services, person, { change, changes }));
  return async (unit) => {
    const { timeline } = readingOf(person).texts;
    const key = `timeline:${unit.newId("message")}`;
    const { none: title, noneBody } = timeline;
    const card = shown
      ? timelineCard(unit, person, shown)
      : {
          ...{ key, title, tone: "info" as const, summary: title },
          blocks: [sentence(noneBody)],
        };
    unit.post({ to: person.id, card });
    return {};
  };
}

type Chosen = { change: Change; changes: readonly Change[] };

async function toShown(
  services: StrategyServices,
  person: Person,
  { change, changes }: Chosen,
): Promise<Shown | undefined> {
  const { store, events, clock } = services;
  const { read } = store;
  const now = clock();
  const { names } = await readWords(services, person);
  const others = changes
    .filter(({ id }) => id !== change.id)
    .map((each) => ({ change: each, label: labelOf(each, person) }));
  const common = { change, others, names, now };
  if (change.kind === "weights") {
    const weights = await weightsStory({ read, events, now }, person, change.version);
    return { ...common, story: { weights } };
  }
  const use = await strategyStory(read, change.adoption, now);
  return use && { ...common, story: { use } };
}

function labelOf(change: Change, person: Person): string {
  const { texts, format } = readingOf(person);
  const { timeline, strategyUse } = texts;
  const day = format.day(change.at);
  if (change.kind === "weights")
    return timeline.pickWeights({ number: change.version.number, day });
  const { becomes } = change.adoption;
  return timeline.pickStrategy({ kind: strategyUse.kinds[becomes] ?? becomes, day });
}
