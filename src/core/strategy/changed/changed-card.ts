// *What changed* as one card: each measure before and after with its interval and sample, then what to keep in mind.
import type { Figure } from "../../ask/figures.ts";
import { sayChange, sayFigure, sayInterval, saySample } from "../../ask/say-figure.ts";
import { sayPeriod } from "../../ask/say-query.ts";
import { heading, note, sentence } from "../../blocks.ts";
import { type Action, type Block, type Card, type Inline, text } from "../../card.ts";
import type { Person } from "../../model.ts";
import type { Unit } from "../../ports.ts";
import { type Reading, readingOf } from "../../text/format.ts";
import { type Changed, hasFigures, type Measure } from "./gather-changed.ts";

/** Kinds of customers named whose share moved. */
const mostMix = 3;

type Shown = { person: Person; changed: Changed; shift: -1 | 0; key: string };

/** The card, for its manager. */
export function changedCard(unit: Pick<Unit, "arm">, { person, changed, shift, key }: Shown): Card {
  const reading = readingOf(person);
  const { changed: words } = reading.texts;
  const periods = {
    before: sayPeriod(changed.beforePeriod, reading),
    now: sayPeriod(changed.period, reading),
  };
  const clear = changed.measures.filter(
    ({ verdict }) => verdict === "higher" || verdict === "lower",
  );
  return {
    ...{ key, title: words.title, tone: "info", subtitle: words.periods(periods) },
    summary: words.summary({ count: clear.length }),
    blocks: hasFigures(changed)
      ? [
          heading(clear.length > 0 ? words.clear({ count: clear.length }) : words.nothingClear),
          ...changed.measures.flatMap((measure) => measureBlocks(measure, reading)),
          heading(words.keepInMind),
          ...caveats(changed, reading).map(note),
          buttons(unit, { person, shift, key }, reading),
        ]
      : [sentence(words.empty), buttons(unit, { person, shift, key }, reading)],
  };
}

/** A name, both figures with interval and sample, and in words how they lie. */
function measureBlocks(measure: Measure, reading: Reading): Block[] {
  const { changed: words } = reading.texts;
  const { id, metric, now, before, verdict } = measure;
  const change =
    verdict === "count" || verdict === "higher" || verdict === "lower" || verdict === "unclear"
      ? sayChange(metric, [now, before], reading)
      : undefined;
  const said = [change, words.verdicts[verdict]].filter(Boolean).join(" · ");
  const value = `${sayOne(measure, before, reading)} → ${sayOne(measure, now, reading)}`;
  const inlines: Inline[] = [text(verdict === "none" ? words.verdicts.none : `${value}\n${said}`)];
  return [{ t: "fields", items: [{ label: words.measures[id], value: inlines }] }];
}

function sayOne({ metric }: Measure, figure: Figure | undefined, reading: Reading): string {
  const { changed: words } = reading.texts;
  const n = saySample(metric, figure, reading);
  if (!figure || figure.sample === 0) return words.noCases;
  const interval = sayInterval(metric, figure, reading);
  const value = sayFigure(metric, figure, reading);
  if (figure.value === null) return words.few({ n });
  return interval ? words.figure({ value, interval, n }) : value;
}

/** What the figures cannot tell apart, computed where it can be. */
function caveats({ measures, mix, workdays }: Changed, reading: Reading): string[] {
  const { changed: words } = reading.texts;
  const percent = (share: number) => reading.format.number(Math.round(share * 100));
  const few = measures
    .filter(({ verdict }) => verdict === "few")
    .map(({ id }) => words.measures[id]);
  const moved = mix
    .slice(0, mostMix)
    .map(({ segment, before, now }) =>
      words.moved({ segment, before: percent(before), now: percent(now) }),
    );
  return [
    ...(few.length > 0 ? [words.caveats.few({ names: few.join(words.and) })] : []),
    moved.length > 0 ? words.caveats.mix({ moved: moved.join(words.and) }) : words.caveats.mixSame,
    words.caveats.season(workdays),
    words.caveats.many,
    words.caveats.noTest,
  ];
}

function buttons(
  unit: Pick<Unit, "arm">,
  { person, shift, key }: Omit<Shown, "changed">,
  { texts }: Reading,
): Block {
  const { changed: words, chat } = texts;
  const other = shift === 0 ? -1 : 0;
  const arm = (action: string, params: Record<string, string>) =>
    unit.arm({ action, params, personId: person.id, cardKey: key });
  const question = chat.help.examples.ask ?? "";
  const actions: Action[] = [
    {
      ...{ id: "changed.show", label: other === 0 ? words.soFar : words.lastMonth },
      ref: arm("changed.show", { shift: String(other) }),
    },
    { id: "ask.ask", label: question, ref: arm("ask", { text: question }) },
  ];
  return { t: "actions", actions };
}
