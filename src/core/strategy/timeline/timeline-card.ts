// The 72 hours after a change as one card: what changed, what was decided again, who moved, the first effects; by time.
import { leastCases } from "../../ask/figures.ts";
import { note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, strong, text } from "../../card.ts";
import { changesBetween } from "../../leads/weighing/draft.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { shareOf } from "../../statistics/shares.ts";
import { dateInline, type Reading, readingOf } from "../../text/format.ts";
import { type Names, sayAction } from "../say-claim.ts";
import type { Change } from "./changes.ts";
import type { Origin } from "./origin.ts";
import type { StrategyStory } from "./strategy-story.ts";
import { type Reached, type WeightsStory, windowMs } from "./weights-story.ts";

/** Moves named one by one. */
const mostMoves = 5;

export type Shown = {
  change: Change;
  story: { weights: WeightsStory } | { use: StrategyStory };
  /** Other changes to look at. */
  others: readonly { change: Change; label: string }[];
  names: Names;
  now: number;
};

/** A line of the timeline; without a time it stands where it is. */
type Line = { at: number | null; words: string };

/** The card, for one manager. */
export function timelineCard(unit: Unit, person: Person, shown: Shown): Card {
  const reading = readingOf(person);
  const { timeline } = reading.texts;
  const { change, story, names, now } = shown;
  const key = `timeline:${unit.newId("message")}`;
  const isWeights = "weights" in story;
  const lines = isWeights
    ? weightsLines(story.weights, names, reading)
    : strategyLines(story.use, names, reading);
  const title = isWeights
    ? timeline.ofWeights({ number: story.weights.version.number })
    : timeline.ofStrategy({ kind: kindOf(story.use.origin, reading) });
  return {
    ...{ key, title, tone: "info", summary: title },
    blocks: [
      ...lines.map((line) => lineBlock(line, reading)),
      ...(isWeights ? movesBlocks(story.weights, reading) : []),
      sentence(judgement(shown, reading)),
      note(now < change.at + windowMs ? timeline.running : timeline.over),
      note(timeline.careful),
      ...otherButtons(unit, person, { others: shown.others, key }),
    ],
  };
}

function weightsLines(story: WeightsStory, names: Names, reading: Reading): Line[] {
  const { timeline, weights } = reading.texts;
  const { version, before, author, origin, decided, moves, accepted, contacted } = story;
  const changes = changesBetween(before?.weights ?? {}, version.weights, reading).join(" · ");
  const published: Line = {
    at: version.publishedAt,
    words: timeline.published({
      ...{ number: version.number, author: author ?? weights.ringside },
      ...{ changes: changes || weights.history.same, reason: version.reason ?? "–" },
    }),
  };
  const step = (reached: Reached, words: string): Line => ({ at: reached.firstAt, words });
  return [
    ...(origin ? originLines(origin, names, reading) : []),
    published,
    step(decided, decided.count === 0 ? timeline.noneDecided : timeline.decided(decided)),
    ...(decided.count > 0
      ? [
          step(decided, timeline.moved({ count: moves.length, of: decided.count })),
          step(accepted, timeline.accepted({ ...accepted, waiting: story.waiting })),
        ]
      : []),
    ...(accepted.count > 0 ? [step(contacted, timeline.contacted(contacted))] : []),
  ];
}

function strategyLines(
  { origin, started, done }: StrategyStory,
  names: Names,
  reading: Reading,
): Line[] {
  const { timeline } = reading.texts;
  const { becomes, retiredAt } = origin.adoption;
  const counted = timeline.started[becomes];
  const startedLine: Line = started
    ? { at: started.firstAt, words: counted?.({ count: started.count }) ?? timeline.notCounted }
    : { at: null, words: timeline.notCounted };
  return [
    ...originLines(origin, names, reading),
    startedLine,
    ...(done && done.of > 0 ? [{ at: done.firstAt, words: timeline.done(done) }] : []),
    ...(retiredAt === null ? [] : [{ at: retiredAt, words: timeline.retired }]),
  ];
}

function originLines(
  { strategy, author, verdict, adoption, adoptedBy }: Origin,
  names: Names,
  reading: Reading,
): Line[] {
  const { timeline, strategy: words } = reading.texts;
  const action = strategy.claim ? sayAction(strategy.claim, names, reading) : "–";
  const said = { author: author ?? "–", action };
  const kind = reading.texts.strategyUse.kinds[adoption.becomes] ?? adoption.becomes;
  return [
    { at: strategy.registeredAt ?? strategy.createdAt, words: timeline.registered(said) },
    ...(verdict
      ? [{ at: verdict.at, words: timeline.tested({ verdict: words.verdict[verdict.code] }) }]
      : []),
    ...(strategy.publishedAt === null
      ? []
      : [{ at: strategy.publishedAt, words: timeline.shared }]),
    { at: adoption.at, words: timeline.on({ kind, name: adoptedBy ?? "–" }) },
  ];
}

function kindOf({ adoption }: Origin, { texts }: Reading): string {
  return texts.strategyUse.kinds[adoption.becomes] ?? adoption.becomes;
}

function lineBlock({ at, words }: Line, { format }: Reading): Block {
  const when: Inline[] = at === null ? [strong("·")] : [dateInline(at, "both", format)];
  return { t: "text", text: [...when, text(`  ${words}`)] };
}

/** Who moved, as far as the reader may see it. */
function movesBlocks({ moves, names }: WeightsStory, { texts }: Reading): Block[] {
  const { timeline } = texts;
  const own = moves.filter(({ leadId }) => names.has(leadId));
  if (own.length === 0) return [];
  const rows = own
    .slice(0, mostMoves)
    .map(({ leadId, fromId, toId }) =>
      [leadId, fromId, toId].map((id): Inline[] => [text(names.get(id) ?? "–")]),
    );
  const rest = own.length - rows.length;
  return [
    { t: "table", columns: timeline.columns, rows },
    ...(rest > 0 ? [note(timeline.more({ count: rest }))] : []),
  ];
}

/** What can be said of it: with few cases, only that it is too early. */
function judgement({ story }: Shown, { texts, format }: Reading): string {
  const { timeline } = texts;
  if ("use" in story) {
    const done = story.use.done;
    if (!done) return timeline.noRate;
    if (done.of < leastCases) return timeline.early({ count: done.of, least: leastCases });
    return timeline.rate({ ...percents(done.count, done.of), of: done.of });
  }
  const { accepted, earlier } = story.weights;
  if (accepted.of < leastCases) return timeline.early({ count: accepted.of, least: leastCases });
  const now = { ...percents(accepted.count, accepted.of), of: accepted.of };
  if (earlier.of < leastCases) return timeline.rate(now);
  const then = { ...percents(earlier.accepted, earlier.of), of: earlier.of };
  return timeline.compared({ now, then });

  function percents(count: number, of: number) {
    const { value, low, high } = shareOf(count, of);
    const said = (share: number) => format.number(Math.round(share * 100));
    return { value: said(value), low: said(low), high: said(high) };
  }
}

function otherButtons(
  unit: Unit,
  person: Person,
  { others, key }: Pick<Shown, "others"> & { key: string },
): Block[] {
  const actions = others.map(({ change, label }): Action => {
    const params = { kind: change.kind, id: change.id };
    const armed = { action: "timeline.open", params, personId: person.id, cardKey: key };
    return { id: `timeline.open.${change.id}`, label, ref: unit.arm(armed) };
  });
  return actions.length > 0 ? [{ t: "actions", actions }] : [];
}
