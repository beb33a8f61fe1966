// The one calm look all charts share, in a column of a given width.
import type { EChartsOption } from "echarts";
import type { Block } from "../../../core/card.ts";
import type { Format } from "../../../core/text/format.ts";

export type ChartBlock = Extract<Block, { t: "chart" }>;
export type Canvas = { width: number; format: Format };

export type Drawing = { option: EChartsOption; height: number };

/** Stand-ins for the page's colour variables, by the variable's name: echarts wants a colour it can read. */
export const paints = {
  ink: "#010101",
  "ink-soft": "#020202",
  line: "#030303",
  surface: "#040404",
  "chart-1": "#0a0a01",
  "chart-2": "#0a0a02",
  "chart-3": "#0a0a03",
  "chart-4": "#0a0a04",
  "chart-5": "#0a0a05",
  "chart-6": "#0a0a06",
} as const;

export const colours = [1, 2, 3, 4, 5, 6].map((n) => paints[`chart-${n}` as keyof typeof paints]);

export const words = { color: paints["ink-soft"], fontSize: 12 };
/** A bar's value, written as its reader writes numbers. */
export const valueLabel = (format: Format) => ({
  show: true,
  ...{ color: paints.ink, fontSize: 12, fontWeight: 600, textBorderWidth: 0 },
  formatter: ({ value }: { value?: unknown }) => format.number(Number(value)),
});
export const quietAxis = {
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { lineStyle: { color: paints.line } },
  axisLabel: words,
};
/** The room around the axes; `top` is in pixels. */
export const grid = (top: number) => ({
  ...{ left: 4, right: 12, top, bottom: 4 },
  outerBoundsMode: "same" as const,
});
/** A legend where there is more than one series; else nothing. */
export const legendOf = ({ series }: ChartBlock) =>
  series.length > 1
    ? { legend: { top: 0, left: 0, icon: "circle", itemWidth: 8, itemHeight: 8, textStyle: words } }
    : {};

const slant = { rotate: 40, width: 108, overflow: "truncate" as const };
const longest = (labels: string[]) => Math.max(0, ...labels.map(breadth)) * 6.5;

/** Whether labels along the bottom would touch in this width, in pixels, if they lay flat. */
export function isSlanted(labels: string[], width: number): boolean {
  return longest(labels) + 8 > (width * 0.8) / labels.length;
}

/** How labels along the bottom are written in this width, in pixels: none is left out. */
export function fitLabels(labels: string[], width: number) {
  return { ...words, interval: 0, ...(isSlanted(labels, width) ? slant : {}) };
}

/** How much height the labels along the bottom take. */
export function labelHeight(labels: string[], width: number): number {
  if (!isSlanted(labels, width)) return 30;
  return 26 + Math.min(slant.width, longest(labels)) * Math.sin((slant.rotate * Math.PI) / 180);
}

// A Chinese character is as broad as two Latin ones.
const breadth = (label: string) =>
  [...label].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);
