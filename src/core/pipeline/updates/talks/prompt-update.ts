// A stage card as soon as a call or meeting is over: a nudge like any other, unless its person asked for it.
import { offerNudge } from "../../../attention/offer-nudge.ts";
import type { Card } from "../../../card.ts";
import type { Person } from "../../../model.ts";
import type { Workdays } from "../../../people/working-time.ts";
import type { Unit } from "../../../ports.ts";
import { keepDraft, newUpdate, openPrompt } from "../drafts.ts";
import type { UpdateServices } from "../services.ts";
import type { StageUpdate, Talk } from "../stored.ts";
import type { FoundTalk } from "./talks.ts";

/** Talks that follow each other within so long share one card. */
const shareMs = 30 * 60_000;

/** A call just ended is worth more than what can wait until tomorrow. */
const promptValue = 1;

/** Asks about a talk; one that is known already changes nothing. */
export async function promptAbout(
  unit: Unit,
  services: Pick<UpdateServices, "contractFiles"> & { workdays: Workdays },
  { touch, person, contact, deals }: FoundTalk,
): Promise<void> {
  const { id: touchId, type, at } = touch;
  const talk: Talk = { touchId, type, at, customer: contact?.name ?? deals[0]?.name ?? "" };
  const ids = deals.map(({ id }) => id);
  const card = await draftPrompt(unit, services, { person, ids, talk });
  await offerNudge(unit, services.workdays, {
    ...{ person, kind: "stage_card", value: promptValue, card },
  });
}

type Prompting = { person: Person; ids: readonly string[]; talk?: Talk };

/** The card of a talk, joined to the one that is still open. */
export async function draftPrompt(
  unit: Unit,
  services: Pick<UpdateServices, "contractFiles">,
  { person, ids, talk }: Prompting,
): Promise<Card> {
  const open = await openPrompt(unit, person, unit.now);
  const isShared = open !== undefined && open.createdAt >= unit.now - shareMs && open.text === "";
  const earlier = isShared ? open : newUpdate(unit, person, {});
  const update = joined(earlier, ids, talk);
  return keepDraft(unit, services, { person, update });
}

/** One deal is the one; several are to be told apart by what is said. */
function joined(update: StageUpdate, ids: readonly string[], talk: Talk | undefined): StageUpdate {
  const { understood, dealId } = update;
  const known = dealId ? [dealId] : understood.choices;
  const all = [...new Set([...known, ...ids])];
  const [first = null] = all;
  const isNew = talk && !understood.talks.some(({ touchId }) => touchId === talk.touchId);
  const talks = isNew ? [...understood.talks, talk] : understood.talks;
  return {
    ...update,
    dealId: all.length === 1 ? first : null,
    understood: {
      ...understood,
      talks,
      choices: all.length === 1 ? [] : all,
      evidence: talks.map(({ touchId }) => ({ kind: "meeting", ref: touchId })),
    },
  };
}
