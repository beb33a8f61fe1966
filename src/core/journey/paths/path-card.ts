// The path of one deal's customer: how unusual it is for its stage in a sentence, which step was the surprise, and the
// surprise of every step as a picture.
import { heading, note, sentence } from "../../blocks.ts";
import { type Block, type Card, text } from "../../card.ts";
import { dateInline, type Reading } from "../../text/format.ts";
import { fewOf, percentOf, sayKind } from "../discovery/kind-words.ts";
import type { JourneyDeal, TimedStep } from "../discovery/trail.ts";
import { type JudgedPath, type PathJudge, unusualShare } from "./unusual-paths.ts";

export type PathView = {
  deal: JourneyDeal;
  path: readonly TimedStep[];
  /** Null where too little has ended to say what is usual. */
  judge: Pick<PathJudge, "order" | "steps"> | null;
  judged: JudgedPath | null;
};

/** The card; `key` names its message. */
export function pathCard(
  { deal, path, judge, judged }: PathView,
  reading: Reading,
  key: string,
): Card {
  const { path: words } = reading.texts.discovery;
  const customer = deal.label;
  const body =
    judge && judged
      ? [...judgedBlocks(judged, reading), ...stepBlocks(path, judged, reading)]
      : [sentence(judge ? words.short : words.thin)];
  const steps = reading.format.number(judge?.steps ?? 0);
  return {
    ...{ key, title: words.title({ customer }), summary: words.summary({ customer }) },
    subtitle: sayStage(path.at(-1)?.stage ?? deal.stage ?? "", reading),
    tone: judged && judged.rarity <= unusualShare ? "warn" : "info",
    blocks: [...body, ...(judge ? [note(words.learnt({ steps, order: judge.order }))] : [])],
  };
}

/** The sentence of a path, as lists show it. */
export function sayPath(
  { stage, rarity, meanBits, usualBits }: JudgedPath,
  reading: Reading,
): string {
  const { path: words } = reading.texts.discovery;
  const say = rarity <= unusualShare ? words.unusual : words.usual;
  const [bits, usual] = [meanBits.toFixed(1), usualBits.toFixed(1)];
  return say({ stage: sayStage(stage, reading), percent: fewOf(rarity), bits, usual });
}

function sayStage(stage: string, { texts }: Reading): string {
  return texts.customers.stages[stage] ?? (stage || texts.discovery.noStage);
}

function judgedBlocks(judged: JudgedPath, reading: Reading): Block[] {
  const { path: words } = reading.texts.discovery;
  const { surprising, skipped, bits, usualBits } = judged;
  const surprises = surprising.map(({ kind, chance, expected }) =>
    words.surprise({
      ...{ did: sayKind(kind, reading), chance: fewOf(chance) },
      ...{
        expected: sayKind(expected?.kind ?? "", reading),
        likely: percentOf(expected?.chance ?? 0),
      },
    }),
  );
  const missed = skipped.map(({ kind, times }) =>
    words.skipped({ times, kind: sayKind(kind, reading) }),
  );
  const rounded = bits.map((each) => Math.round(10 * each) / 10);
  return [
    sentence(sayPath(judged, reading)),
    ...[...surprises, ...missed].map(sentence),
    heading(words.chart),
    {
      ...{ t: "chart", chart: "line", alt: rounded.map((each) => each.toFixed(1)).join(", ") },
      labels: bits.map((_, index) => words.step({ number: index + 1 })),
      series: [
        { name: words.bits, values: rounded },
        { name: words.usualLine, values: bits.map(() => Math.round(10 * usualBits) / 10) },
      ],
    },
  ];
}

/** The steps behind the picture: each with its hour, what it was, and how surprising. */
function stepBlocks(path: readonly TimedStep[], { bits }: JudgedPath, reading: Reading): Block[] {
  const { path: words } = reading.texts.discovery;
  const latest = path.slice(-bits.length);
  const lines = latest.map(({ kind, at }, index): Block => {
    const what = `  ${sayKind(kind, reading)} · ${(bits[index] ?? 0).toFixed(1)} ${words.bits}`;
    return { t: "text", text: [dateInline(at, "both", reading.format), text(what)] };
  });
  return [{ t: "more", title: words.steps, blocks: lines }];
}
