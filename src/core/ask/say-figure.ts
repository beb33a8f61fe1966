// Figures as people read them: with their unit, their sample, and how far they could lie.
import { differenceOf, type Share, shareOf } from "../statistics/shares.ts";
import type { Reading } from "../text/format.ts";
import { isFew } from "./answer-query.ts";
import { type Figure, leastCases } from "./figures.ts";
import { type MetricId, metrics } from "./metrics.ts";

/** The value in its unit; how few cases there are where it is not told. */
export function sayFigure(metric: MetricId, figure: Figure | undefined, reading: Reading): string {
  const { ask } = reading.texts;
  if (!figure) return "–";
  if (figure.value !== null) return sayValueOf(metric, figure, figure.value, reading);
  if (figure.sample === 0) return "–";
  return figure.part === null ? ask.few : saySample(metric, figure, reading);
}

/** How many cases stand behind it, and whether they are too few. */
export function saySample(metric: MetricId, figure: Figure | undefined, reading: Reading): string {
  const { texts, format } = reading;
  if (!figure) return "0";
  const sample = format.number(figure.sample);
  const cases =
    figure.part === null ? sample : texts.ask.of({ part: format.number(figure.part), sample });
  const marks = isFew(figure) && metrics[metric].kind !== "count";
  return marks ? texts.ask.beside({ what: cases, note: texts.ask.few }) : cases;
}

/** The 95 % interval; undefined where there is none. */
export function sayInterval(
  metric: MetricId,
  figure: Figure | undefined,
  reading: Reading,
): string | undefined {
  if (!figure || figure.low === null || figure.high === null) return undefined;
  const [low, high] = [figure.low, figure.high].map((value) =>
    sayValueOf(metric, figure, value, reading),
  );
  return reading.texts.ask.from({ low: low ?? "", high: high ?? "" });
}

/** How much more or less it is than before; a rate's with Newcombe's interval. Undefined where either is not told. */
export function sayChange(
  metric: MetricId,
  [now, before]: [Figure | undefined, Figure | undefined],
  reading: Reading,
): string | undefined {
  const { ask } = reading.texts;
  if (now?.value == null || before?.value == null || now.currency !== before.currency)
    return undefined;
  if (metrics[metric].kind === "rate") {
    const { value, low, high } = differenceOf(toShare(now), toShare(before));
    const points = (share: number) => signed(share * 100, (each) => reading.format.number(each));
    const interval = ask.from({ low: points(low), high: points(high) });
    return ask.beside({ what: ask.points({ value: points(value) }), note: interval });
  }
  return signed(now.value - before.value, (each) => sayValueOf(metric, now, each, reading));
}

const toShare = ({ part, sample }: Figure): Share => shareOf(part ?? 0, sample);

function signed(value: number, say: (value: number) => string): string {
  const sign = value < 0 ? "−" : "+";
  return value === 0 ? say(0) : `${sign}${say(Math.abs(value))}`;
}

function sayValueOf(
  metric: MetricId,
  { currency }: Figure,
  value: number,
  { texts: { ask }, format }: Reading,
): string {
  const { unit } = metrics[metric];
  if (unit === "money") return format.money(value, currency);
  if (unit === "share") return `${format.number(Math.round(value * 1000) / 10)} %`;
  const said = format.number(Math.round(value * 10) / 10);
  if (unit === "days") return ask.days({ value: said });
  return unit === "hours" ? ask.hours({ value: said }) : said;
}

/** What a chart draws: percentages for shares; nothing for what is not told. */
export function toPlotted(metric: MetricId, figure: Figure | undefined): number {
  const value = figure?.value ?? 0;
  const factor = metrics[metric].unit === "share" ? 100 : 1;
  return Math.round(value * factor * 10) / 10;
}

/** The sentence on what "few" means. */
export function sayFew({ texts: { ask } }: Reading): string {
  return ask.fewLine({ least: leastCases });
}
