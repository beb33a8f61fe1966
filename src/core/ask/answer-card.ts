// The answer: value and sample, a picture where it is split, the definition, how it was counted, and what to ask next.
import { sentence } from "../blocks.ts";
import { type Block, type Card, type Inline, text } from "../card.ts";
import type { Person } from "../model.ts";
import type { Unit } from "../ports.ts";
import { type Reading, readingOf } from "../text/format.ts";
import { type Answer, isFew } from "./answer-query.ts";
import { isTime } from "./dimensions.ts";
import { followUps } from "./follow-ups.ts";
import { methodBlock } from "./method-block.ts";
import { metrics } from "./metrics.ts";
import { sayChange, sayFew, sayFigure, sayInterval, saySample, toPlotted } from "./say-figure.ts";
import type { Names } from "./say-query.ts";
import { sayFilters, sayPeriod, sayTitle, sayValue } from "./say-query.ts";

export type AnswerView = {
  person: Person;
  answer: Answer;
  names: Names;
  /** People whose records were counted. */
  people: number;
  /** Sentences about how the question was taken. */
  notes: readonly string[];
  key: string;
};

/** Rows of the table, and bars of the chart. */
const mostRows = 20;
const mostBars = 12;

/** The card of one answer. */
export function answerCard(unit: Unit, view: AnswerView): Card {
  const { person, answer, key } = view;
  const reading = readingOf(person);
  const { ask } = reading.texts;
  const title = sayTitle(answer.query, reading);
  const isOwn = person.role === "rep";
  const filters = sayFilters(answer, { names: view.names, reading, isOwn });
  const isEmpty = answer.figures.length === 0;
  const { counts = "", caveat = "" } = ask.metrics[answer.query.metric] ?? {};
  return {
    ...{ key, title, tone: "info", subtitle: filters.join(" · "), summary: title },
    blocks: [
      ...view.notes.map((note): Block => ({ t: "context", text: [text(note)] })),
      ...(isEmpty ? [sentence(ask.empty)] : figureBlocks(view, reading)),
      sentence(counts),
      { t: "context", text: [text(caveat)] },
      methodBlock(view, reading),
      { t: "actions", actions: followUps(unit, view, reading) },
    ],
  };
}

function figureBlocks(view: AnswerView, reading: Reading): Block[] {
  const { answer } = view;
  const fewRow = answer.groups.some(({ figures }) => figures.some(isFew));
  const marksFew =
    metrics[answer.query.metric].kind !== "count" && (fewRow || answer.figures.some(isFew));
  return [
    ...answer.figures.map((_, index) => totalBlock(view, index, reading)),
    ...chartBlock(view, reading),
    ...tableBlocks(view, reading),
    ...(answer.figures.length > 1 && answer.query.by !== null
      ? [currencyNote(answer, reading)]
      : []),
    ...(marksFew ? [{ t: "context", text: [text(sayFew(reading))] } as Block] : []),
  ];
}

function currencyNote({ figures }: Answer, { texts: { ask } }: Reading): Block {
  const words = ask.oneCurrency({ currency: figures[0]?.currency ?? ask.notKnown });
  return { t: "context", text: [text(words)] };
}

/** All of it taken together; one block for each currency. */
function totalBlock({ answer }: AnswerView, index: number, reading: Reading): Block {
  const { ask } = reading.texts;
  const { metric } = answer.query;
  const figure = answer.figures[index];
  const before = answer.before.find(({ currency }) => currency === figure?.currency);
  const interval = sayInterval(metric, figure, reading);
  const change = sayChange(metric, [figure, before], reading);
  const field = (label: string, value: string) => ({ label, value: [text(value)] as Inline[] });
  const { beforePeriod } = answer;
  return {
    t: "fields",
    items: [
      field(ask.value, sayFigure(metric, figure, reading)),
      field(ask.sample, saySample(metric, figure, reading)),
      ...(interval ? [field(ask.interval, interval)] : []),
      ...(beforePeriod
        ? [
            field(
              ask.beside({ what: ask.before, note: sayPeriod(beforePeriod, reading) }),
              `${sayFigure(metric, before, reading)} · ${ask.sample} ${saySample(metric, before, reading)}`,
            ),
          ]
        : []),
      ...(change ? [field(ask.change, change)] : []),
    ],
  };
}

/** Bars, or a line over time; of several currencies the one with most cases, which the axis names. */
function chartBlock({ answer, names }: AnswerView, reading: Reading): Block[] {
  const { metric, by } = answer.query;
  const currency = answer.figures[0]?.currency ?? null;
  const told = answer.groups.flatMap((group) => {
    const figure = group.figures.find((one) => one.currency === currency);
    return figure?.value == null && !isTime(by) ? [] : [{ key: group.key, figure }];
  });
  if (by === null || told.length < 2) return [];
  const shown = isTime(by) ? told.slice(-mostBuckets) : told.slice(0, mostBars);
  const labels = shown.map(({ key }) => sayValue(by, key, { names, reading }));
  const alt = shown.map(
    ({ figure }, index) => `${labels[index]} ${sayFigure(metric, figure, reading)}`,
  );
  const name = reading.texts.ask.metrics[metric]?.name ?? metric;
  return [
    {
      ...{ t: "chart", chart: isTime(by) ? "line" : "bar", labels },
      series: [
        {
          name: currency ? `${name} (${currency})` : name,
          values: shown.map(({ figure }) => toPlotted(metric, figure)),
        },
      ],
      alt: alt.join(" · "),
    },
  ];
}

/** Points of a line. */
const mostBuckets = 26;

function tableBlocks({ answer, names }: AnswerView, reading: Reading): Block[] {
  const { ask } = reading.texts;
  const { metric, by } = answer.query;
  if (by === null) return [];
  const hasInterval = ["rate", "median", "mean"].includes(metrics[metric].kind);
  const hasBefore = answer.beforePeriod !== null && !isTime(by);
  const rows = answer.groups.flatMap((group) =>
    (group.figures.length > 0 ? group.figures : [undefined]).map((figure) => [
      sayValue(by, group.key, { names, reading }),
      sayFigure(metric, figure, reading),
      saySample(metric, figure, reading),
      ...(hasInterval ? [sayInterval(metric, figure, reading) ?? "–"] : []),
      ...(hasBefore
        ? [
            sayFigure(
              metric,
              group.before.find(({ currency }) => currency === figure?.currency),
              reading,
            ),
          ]
        : []),
    ]),
  );
  const columns = [
    ...[ask.dimensions[by] ?? by, ask.value, ask.sample],
    ...(hasInterval ? [ask.interval] : []),
    ...(hasBefore ? [ask.before] : []),
  ];
  const cut = rows.length - mostRows + answer.cut;
  return [
    {
      ...{ t: "table", columns },
      rows: rows.slice(0, mostRows).map((row) => row.map((cell) => [text(cell)])),
    },
    ...(cut > 0 && rows.length > mostRows ? [sentence(ask.more({ count: cut }))] : []),
  ];
}
