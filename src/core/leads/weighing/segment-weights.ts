// Weights of their own for a kind of customer: begun from a preset, tried on past leads, and given up again.
import type { Card, Field } from "../../card.ts";
import { Refused } from "../../errors.ts";
import type { Person } from "../../model.ts";
import type { Reader, Store } from "../../ports.ts";
import { readingOf } from "../../text/format.ts";
import { type Answer, type Ask, type Effect, textOf } from "../../use-case.ts";
import { tryWeights } from "./change-weights.ts";
import { assertMayChange, segmentOf } from "./draft.ts";
import { doneCard } from "./publish-weights.ts";
import { type Preset, presets, presetWeights } from "./weight-presets.ts";
import { everybody, liveWeights, weightsToChange } from "./weights.ts";

/** Accounts looked at for their segment, those changed last. */
const accountsSeen = 2_000;
/** Segments to choose from. */
const mostSegments = 50;

/** Opens the form: which customers, and what to begin from. */
export async function askSegment(
  { store }: { store: Store },
  { person, params }: Ask,
): Promise<Effect> {
  assertMayChange(person);
  const segments = await segmentsOf(store.read);
  const { texts } = readingOf(person);
  const words = texts.weights.segments;
  if (segments.length === 0) return async () => ({ toast: words.none });
  return async (unit) => {
    const action = "weights.segment.submit";
    const { cardKey = "" } = params;
    const ref = unit.arm({ action, params: {}, personId: person.id, cardKey });
    const key = `weights_segment:${unit.newId("message")}`;
    const card: Card = {
      ...{ key, title: words.title, tone: "info", summary: words.title, subtitle: words.about },
      blocks: [
        {
          ...{ t: "form", id: "weights_segment", fields: fieldsFor(person, segments) },
          submit: { id: action, label: texts.weights.change.submit, ref, style: "primary" },
        },
      ],
    };
    return { open: card };
  };
}

async function segmentsOf(read: Reader): Promise<string[]> {
  const recent = await read.accounts.find(
    { segment: { gt: "" } },
    { order: { by: "updatedAt", descending: true }, limit: accountsSeen },
  );
  const found = new Set(recent.flatMap(({ segment }) => segment ?? []));
  found.delete(everybody);
  return [...found].sort().slice(0, mostSegments);
}

function fieldsFor(person: Person, segments: readonly string[]): Field[] {
  const words = readingOf(person).texts.weights.segments;
  return [
    {
      ...{ kind: "select", name: "segment", label: words.which, required: true },
      options: segments.map((segment) => ({ value: segment, label: segment })),
    },
    {
      ...{ kind: "select", name: "preset", label: words.preset, required: true, value: "balanced" },
      options: presets.map((preset) => ({ value: preset, label: words.presets[preset] })),
    },
  ];
}

/** Tries the preset on that segment's past leads; its card leads on to changing and publishing. */
export async function submitSegment(
  services: { store: Store },
  { person, values }: Answer,
): Promise<Effect> {
  assertMayChange(person);
  const segment = textOf(values, "segment");
  const preset = presets.find((one) => one === textOf(values, "preset"));
  if (!segment || !preset) throw new Refused("gone", "a segment or preset that was not offered");
  const live = await liveWeights(services.store.read, segment);
  const base = live ?? (await liveWeights(services.store.read));
  const weights = presetWeights[preset satisfies Preset];
  return tryWeights(services, person, { segment, weights, basedOn: base?.id ?? "" });
}

/** The customers follow the weights for everybody again. */
export function endSegment({ person, params }: Ask): Effect {
  assertMayChange(person);
  return async (unit) => {
    const segment = segmentOf(params);
    const { segments } = readingOf(person).texts.weights;
    const live = await weightsToChange(unit, segment);
    if (live.segment !== segment || segment === everybody) return { toast: segments.ended };
    await unit.weightVersions.update(live.id, { state: "retired" });
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: person.id, via: "chat" },
      ...{ action: "weights.retired", kind: "weights", recordId: live.id, detail: { segment } },
    });
    const key = params.cardKey ?? `weights_ended:${live.id}`;
    return doneCard({ key, title: segments.ended });
  };
}
