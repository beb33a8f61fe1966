// A line of the digest, opened: the card it stands for, as it would have come.
import { NotFound } from "../errors.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { readingOf } from "../text/format.ts";
import type { Ask, Effect } from "../use-case.ts";
import { takeDigest } from "./send-digest.ts";

/** Asked for, so it counts as nothing of the budget, and as acted on. */
export function showNudge({ person, params }: Ask): Effect {
  return async (unit) => {
    const nudge = await unit.nudges.get(params.nudgeId ?? "");
    if (nudge?.personId !== person.id) throw new NotFound("gone", `No nudge ${params.nudgeId}.`);
    await unit.nudges.update(nudge.id, { actedAt: nudge.actedAt ?? unit.now });
    unit.post({ to: person.id, card: nudge.card });
    return {};
  };
}

/** "digest": what waits for it, now. */
export function showDigest(person: Person): Effect {
  return async (unit) => {
    const key = `digest:${unit.newId("message")}`;
    const { digest } = readingOf(person).texts.attention;
    const none = {
      key,
      title: digest.none,
      tone: "good" as const,
      summary: digest.none,
      blocks: [],
    };
    unit.post({ to: person.id, card: (await takeDigest(unit, person, key)) ?? none });
    return {};
  };
}

/** A press on a nudge's card: it was worth the message. Cheap where the card is no nudge. */
export async function markActed(unit: Unit, personId: string, cardKey: string): Promise<void> {
  const [nudge] = await unit.nudges.find({ personId, cardKey, actedAt: null } as never, {
    limit: 1,
  });
  if (nudge) await unit.nudges.update(nudge.id, { actedAt: unit.now });
}
