// Charts: Slack's own where it takes them, else bars of text.
import type { Block, ChartKind } from "../../../core/card.ts";
import { limits } from "../limits.ts";
import { pad, renderBar, toLine, widthOf } from "./line.ts";
import { clean, cut, type Element, renderFixed, renderSection, type SlackBlock } from "./text.ts";

type Chart = Extract<Block, { t: "chart" }>;

/** Slack has no radar: the same shapes stand side by side as bars. A heat map has no likeness there. */
const kinds: Partial<Record<ChartKind, "bar" | "line" | "pie">> = {
  bar: "bar",
  line: "line",
  pie: "pie",
  radar: "bar",
};

/** A data_visualization block, or nothing where Slack would refuse it. */
export function renderChart(chart: Chart, title: string): SlackBlock | undefined {
  const kind = kinds[chart.chart];
  const labels = distinct(chart.labels);
  const isWhole = chart.series.every(({ values }) => values.length === labels?.length);
  if (!kind || !labels || !isWhole || !chart.series.every(({ values }) => values.every(isPlain))) {
    return undefined;
  }
  const drawn = kind === "pie" ? toPie(chart, labels) : toSeries(kind, chart, labels);
  return drawn && { type: "data_visualization", title: nameOf(title), chart: drawn };
}

function toPie({ series }: Chart, labels: string[]): object | undefined {
  const [slices, ...others] = series;
  const fits = labels.length <= limits.chart.segments && others.length === 0;
  if (!slices || !fits || slices.values.some((value) => value <= 0)) return undefined;
  const segments = labels.map((label, at) => ({ label, value: slices.values[at] }));
  return { type: "pie", segments };
}

function toSeries(type: "bar" | "line", { series }: Chart, labels: string[]): object | undefined {
  const names = distinct(series.map(({ name }) => name));
  if (!names || names.length > limits.chart.series || labels.length > limits.chart.categories) {
    return undefined;
  }
  const data = (values: number[]) => labels.map((label, at) => ({ label, value: values[at] }));
  return {
    type,
    series: series.map(({ values }, at) => ({ name: names[at], data: data(values) })),
    axis_config: { categories: labels },
  };
}

/** Names as Slack takes them: some, short, each of its own. */
function distinct(given: string[]): string[] | undefined {
  const names = given.map((name) => cut(toLine(clean(name)).trim(), limits.chart.label));
  const isTaken = names.length > 0 && names.every(Boolean);
  return isTaken && new Set(names).size === names.length ? names : undefined;
}

/** Written out in digits, without an exponent. */
function isPlain(value: number): boolean {
  return (
    Number.isFinite(value) && (value === 0 || (Math.abs(value) < 1e15 && Math.abs(value) > 1e-6))
  );
}

function nameOf(title: string): string {
  return cut(toLine(clean(title)).trim() || "–", limits.chart.title);
}

/** Bars with their numbers; a chart with more than a screen of them is its words. */
export function renderBars({ labels, series, max, alt }: Chart): Element {
  const points = series.flatMap(({ name, values }) =>
    values.map((value, index) => ({
      label: [series.length > 1 ? name : "", labels[index] ?? ""].filter(Boolean).join(" · "),
      value,
    })),
  );
  if (points.length === 0 || points.length > mostBars) {
    return renderSection([{ t: "text", text: alt }]);
  }
  const top = max ?? Math.max(...points.map(({ value }) => Math.abs(value)), 1);
  const width = Math.max(...points.map(({ label }) => widthOf(toLine(label))));
  return renderFixed(
    points.map(
      ({ label, value }) =>
        `${pad(toLine(label), width, false)} ${renderBar(value / top)} ${value}`,
    ),
  );
}

const mostBars = 30;

/** What the numbers in a drawn chart stand for: the axes of a radar with their values, rows and columns of a heat map. */
export function renderLegend(chart: Chart): Element {
  const { labels, series } = chart;
  if (chart.chart === "radar")
    return renderBars({ ...chart, labels: labels.map((label, at) => `${at + 1} ${label}`) });
  const names = (all: string[]) => all.map((name, at) => `${at + 1} ${toLine(name)}`).join(" · ");
  const rows = names(series.map(({ name }) => name));
  return renderSection([{ t: "text", text: `→ ${names(labels)}\n↓ ${rows}` }]);
}
