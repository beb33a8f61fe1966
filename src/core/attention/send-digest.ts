// The one daily digest: what was not worth a message of its own, a line each, the most valuable first.
import { note } from "../blocks.ts";
import { type Action, type Block, type Card, strong, text } from "../card.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import { comesTo } from "./morning/routine.ts";
import type { Nudge } from "./nudge.ts";

/** Lines a phone shows without endless scrolling; the rest can be asked for. */
const maxLines = 10;
/** Each line with a button of its own. */
const maxButtons = 5;

/** The job: sends a person's digest; none when nothing waits. */
export async function sendDigest({
  personId,
  day,
}: {
  personId: string;
  day: string;
}): Promise<(unit: Unit) => Promise<void>> {
  return async (unit) => {
    const person = await unit.people.get(personId);
    // A manager's morning brief is their digest.
    if (!person?.active || (await comesTo(unit, person, "morning_brief"))) return;
    const card = await takeDigest(unit, person, `digest:${personId}:${day}`);
    if (card) unit.post({ to: personId, card });
  };
}

/** What waits for the digest, as a card, and no longer waiting; undefined when nothing does. */
export async function takeDigest(
  unit: Unit,
  person: Person,
  key: string,
): Promise<Card | undefined> {
  const taken = await takeWaiting(unit, person, { most: maxLines });
  if (taken.shown.length === 0) return undefined;
  const { digest } = readingOf(person).texts.attention;
  return {
    ...{ key, title: digest.title, tone: "info" },
    summary: digest.summary({ count: taken.shown.length + taken.rest }),
    blocks: waitingBlocks(unit, { ...taken, person, key }),
  };
}

/** What waited, the most valuable first; `rest`: how much still does; `moved`: kinds that came here because they were left lying. */
export type Taken = { shown: Nudge[]; rest: number; moved: string[] };

/** Takes so many of what waits for the digest. `isSaid`: what is said elsewhere, taken without a line of its own. */
export async function takeWaiting(
  unit: Unit,
  person: Person,
  { most, isSaid = () => false }: { most: number; isSaid?: (nudge: Nudge) => boolean },
): Promise<Taken> {
  const waiting = await unit.nudges.find(
    { personId: person.id, state: "digest" },
    { order: { by: "value", descending: true } },
  );
  const lines = waiting.filter((nudge) => !isSaid(nudge));
  const shown = lines.slice(0, most);
  const taken = [...shown, ...waiting.filter(isSaid)];
  const states = taken.map((nudge) => ({ ...nudge, state: "digested" as const, sentAt: unit.now }));
  await unit.nudges.put(...states);
  const moved = shown.length > 0 ? await movedKinds(unit, person) : [];
  return { shown, rest: lines.length - shown.length, moved };
}

async function movedKinds(unit: Unit, { id }: Person): Promise<string[]> {
  const preferences = await unit.preferences.find({ personId: id, decidedBy: "ringside" });
  return preferences.filter(({ delivery }) => delivery === "digest").map(({ kind }) => kind);
}

type Digest = Taken & { person: Person; key: string };

/** A line for each, and a button for each of the first. */
export function waitingBlocks(
  unit: Pick<Unit, "arm">,
  { person, key, shown, rest, moved }: Digest,
): Block[] {
  const reading = readingOf(person);
  const { digest, kinds } = reading.texts.attention;
  const show = shown.slice(0, maxButtons).map(
    (nudge, index): Action => ({
      id: "nudge.show",
      label: digest.show({ number: index + 1 }),
      ref: unit.arm({
        action: "nudge.show",
        params: { nudgeId: nudge.id },
        personId: person.id,
        cardKey: key,
      }),
    }),
  );
  const names = moved.map((kind) => kinds[kind] ?? kind);
  return [
    ...shown.map((nudge, index) => lineOf(nudge, index, reading)),
    { t: "actions", actions: show },
    ...(rest > 0 ? [note(digest.rest({ count: rest }))] : []),
    ...(names.length > 0 ? [note(digest.moved({ kinds: names.join(" · ") }))] : []),
  ];
}

function lineOf({ card, kind }: Nudge, index: number, { texts }: Reading): Block {
  const label = texts.attention.kinds[kind] ?? kind;
  return { t: "text", text: [strong(`${index + 1}  ${card.title}`), text(` – ${label}`)] };
}
