// The form with every factor. What comes back is only tried on past leads; publishing is a step of its own.
import type { Card, Field } from "../../card.ts";
import type { Person } from "../../model.ts";
import { peopleUnder } from "../../people/people-under.ts";
import type { Store } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import type { Answer, Ask, Effect } from "../../use-case.ts";
import { factors } from "../factors.ts";
import {
  assertMayChange,
  type Draft,
  fromParams,
  highest,
  readWeights,
  segmentOf,
  titled,
  toParams,
} from "./draft.ts";
import { gatherPast } from "./past-leads.ts";
import { previewCard } from "./preview-card.ts";
import { replay } from "./replay.ts";
import { weightsToChange } from "./weights.ts";

/** Opens the form with the weights in force, or those of a draft the button carries. */
export function askWeights({ person, params }: Ask): Effect {
  assertMayChange(person);
  return async (unit) => {
    const { texts } = readingOf(person);
    const { change } = texts.weights;
    const segment = segmentOf(params);
    const live = await weightsToChange(unit, segment);
    const { weights, basedOn } = params.weights
      ? fromParams(params)
      : { weights: live.weights, basedOn: live.id };
    const action = "weights.change.submit";
    const { cardKey = "" } = params;
    const ref = unit.arm({ action, params: { basedOn, segment }, personId: person.id, cardKey });
    const fields = factors.map(
      ({ id }): Field => ({
        ...{ kind: "number", name: id, required: true, value: weights[id] ?? 0 },
        label: texts.leads.factors[id] ?? id,
      }),
    );
    const card: Card = {
      ...{
        key: `weights_change:${unit.newId("message")}`,
        title: titled(change.title, segment, texts),
        tone: "info",
      },
      ...{ summary: change.title, subtitle: change.about({ highest }) },
      blocks: [
        {
          ...{ t: "form", id: "weights_change", fields },
          submit: { id: action, label: change.submit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

/** The form's weights, tried on past leads. */
export async function previewWeights(
  services: { store: Store },
  { person, params, values }: Answer,
): Promise<Effect> {
  assertMayChange(person);
  const read = readWeights(values, readingOf(person));
  if ("errors" in read) return async () => ({ errors: read.errors });
  return tryWeights(services, person, { ...fromParams(params), weights: read.weights });
}

/** Weights that a button carries, such as those outcomes propose, tried on past leads. */
export function previewDraft(services: { store: Store }, { person, params }: Ask): Promise<Effect> {
  assertMayChange(person);
  const { proposalId } = params;
  return tryWeights(services, person, {
    ...fromParams(params),
    ...(proposalId ? { proposalId } : {}),
  });
}

/** `proposalId`, `strategyId`: whose weights they are, for when they are published. */
type Tried = Draft & { proposalId?: string; strategyId?: string };

/** Posts what weights would have changed, with the way to publish them. */
export async function tryWeights(
  { store }: { store: Store },
  person: Person,
  { proposalId, strategyId, ...draft }: Tried,
): Promise<Effect> {
  const past = await gatherPast(store.read, draft.segment);
  const own = new Set((await peopleUnder(store.read, person)).map(({ id }) => id));
  return async (unit) => {
    const reading = readingOf(person);
    const live = await weightsToChange(unit, draft.segment);
    const result = replay(past.leads, live.weights, draft.weights);
    const key = `weights_preview:${unit.newId("message")}`;
    // Before anybody changed them, the defaults are published by looking: it is those that they were begun from.
    const carried = {
      ...toParams({ ...draft, basedOn: draft.basedOn || live.id }),
      ...(proposalId ? { proposalId } : {}),
      ...(strategyId ? { strategyId } : {}),
    };
    const arm = (action: string) =>
      unit.arm({ action, params: carried, personId: person.id, cardKey: key });
    const shown = {
      ...{ key, segment: draft.segment, result, names: past.names, own },
      ...{ before: live.weights, after: draft.weights },
    };
    unit.post({ to: person.id, card: previewCard(shown, reading, arm) });
    return { toast: reading.texts.weights.preview.title };
  };
}
