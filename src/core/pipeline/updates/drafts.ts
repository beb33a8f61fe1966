// Drafts of updates: kept, found again, and drawn as their card.
import type { Card } from "../../card.ts";
import { hourMs } from "../../durations.ts";
import { NotFound } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Reader, Unit } from "../../ports.ts";
import { toSegments } from "../reading/segments.ts";
import { aboutOf } from "./about.ts";
import { seenOf } from "./changes.ts";
import { dealsOf, nameDeals, type OpenDeal } from "./deals.ts";
import { chooseCard, draftCard, promptCard } from "./draft-card.ts";
import { findNeeds } from "./needs.ts";
import type { UpdateServices } from "./services.ts";
import { emptyBody, type StageUpdate, type UpdateBody } from "./stored.ts";

/** How long a call or meeting waits for its sentence. */
const answerMs = 2 * hourMs;

/** A new update of this person, not kept yet. */
export function newUpdate(
  unit: Pick<Unit, "newId" | "now">,
  person: Person,
  {
    text = "",
    dealId = null,
    ...body
  }: Partial<UpdateBody> & { text?: string; dealId?: string | null },
): StageUpdate {
  return {
    ...{ id: unit.newId("stageUpdate"), personId: person.id, dealId, text, state: "draft" },
    understood: { ...emptyBody, ...body },
    ...{ createdAt: unit.now, confirmedAt: null, undoneAt: null },
  };
}

/** The update a person may act on; somebody else's looks as if it did not exist. */
export async function ownUpdate(
  read: Pick<Reader, "stageUpdates">,
  person: Person,
  updateId: string | undefined,
): Promise<StageUpdate> {
  const update = await read.stageUpdates.get(updateId ?? "");
  if (update?.personId === person.id) return update;
  throw new NotFound("gone", `No update ${updateId} of ${person.id}.`);
}

/** The latest call or meeting of which this person has told nothing yet. */
export async function openPrompt(
  read: Pick<Reader, "stageUpdates">,
  person: Person,
  now: number,
): Promise<StageUpdate | undefined> {
  const drafts = await read.stageUpdates.find(
    { personId: person.id, state: "draft", createdAt: { gte: now - answerMs } },
    { order: { by: "createdAt", descending: true }, limit: 50 },
  );
  return drafts.find(isEmpty);
}

type Keeping = { person: Person; update: StageUpdate; changes?: readonly string[] };

/** Stores a draft as its card shows it now, and draws the card. */
export async function keepDraft(
  unit: Unit,
  services: Pick<UpdateServices, "contractFiles">,
  { person, update, changes = [] }: Keeping,
): Promise<Card> {
  const about = await aboutOf(unit, update);
  const view = { unit, person, update };
  if (!about) {
    await unit.stageUpdates.put(update);
    if (!update.text) return promptFor(unit, view);
    const deals = await dealsOf(unit, person);
    const isSeveral = toSegments(update.text, deals).length > 1;
    return chooseCard(view, { deals: choicesOf(view, deals), isSeveral });
  }
  const { deal } = about;
  const seen = { ...update, understood: { ...update.understood, seen: seenOf(deal) } };
  await unit.stageUpdates.put(seen);
  if (isEmpty(seen)) return promptFor(unit, { ...view, update: seen });
  const asked = { person, deal, body: seen.understood, now: unit.now };
  const breaches = await findNeeds(unit, services.contractFiles, asked);
  return draftCard({ ...view, update: seen }, about, { breaches, changes });
}

/** Nothing to confirm yet: nobody said anything, or nothing of it was understood. */
function isEmpty({ understood: { values, second } }: StageUpdate): boolean {
  return Object.keys(values).length === 0 && !second?.open.length;
}

type View = { unit: Unit; person: Person; update: StageUpdate };

/** The deals that fit; all there are, where none was named. */
function choicesOf({ update }: View, deals: OpenDeal[]): OpenDeal[] {
  const { choices } = update.understood;
  return choices.length > 0 ? deals.filter(({ id }) => choices.includes(id)) : deals;
}

async function promptFor(unit: Unit, view: View): Promise<Card> {
  const { dealId, understood } = view.update;
  const ids = dealId ? [dealId] : understood.choices;
  const deals = await nameDeals(unit, await unit.deals.find({ id: ids }));
  return promptCard(
    view,
    deals.map(({ label }) => label),
  );
}
