// Radars and heat maps as a PNG, for platforms that have none of their own. Axes and rows are numbered, and their names
// stand beside the picture in words: a font for every script is on no server.
import type { Block } from "../core/card.ts";
import { type Canvas, type Colour, createCanvas, type Point } from "./canvas.ts";
import { toPng } from "./png.ts";

type Chart = Extract<Block, { t: "chart" }>;

/** What a phone shows sharp, and platforms take without shrinking. */
const size = 640;
const ground: Colour = [255, 255, 255];
const line: Colour = [214, 211, 202];
const ink: Colour = [28, 31, 35];
/** From the last shape to the first: how it is now is drawn in the same colour whether or not something came before. */
const shapes: Colour[] = [
  [18, 128, 124],
  [138, 123, 191],
  [217, 138, 61],
];
const strongest: Colour = [18, 128, 124];
const rings = 4;
const digits = { scale: 4, colour: ink };

/** The picture of a radar or a heat map; undefined for other charts and for those with nothing to show. */
export function drawChart(chart: Chart): Uint8Array | undefined {
  if (chart.labels.length === 0 || chart.series.length === 0) return undefined;
  if (chart.chart === "radar") return drawRadar(chart);
  return chart.chart === "heatmap" ? drawHeatMap(chart) : undefined;
}

function drawRadar(chart: Chart): Uint8Array {
  const canvas = createCanvas(size, size, ground);
  const top = topOf(chart);
  const count = chart.labels.length;
  const at = (axis: number, share: number) => onAxis(axis / count, share);
  const axes = [...chart.labels.keys()];
  for (let ring = 1; ring <= rings; ring += 1) {
    const corners = axes.map((axis) => at(axis, ring / rings));
    outline(canvas, corners, { width: 1.5, colour: line });
  }
  for (const axis of axes) {
    canvas.line(at(axis, 0), at(axis, 1), { width: 1.5, colour: line });
    canvas.digits(String(axis + 1), at(axis, 1.14), digits);
  }
  for (const [index, { values }] of chart.series.entries()) {
    const colour = shapes[(chart.series.length - 1 - index) % shapes.length] ?? ink;
    const corners = axes.map((axis) => at(axis, shareOf(values[axis], top)));
    outline(canvas, corners, { width: 5, colour });
    for (const corner of corners) canvas.disc(corner, 7, colour);
  }
  return toPng(canvas);
}

/** From the middle (0) to the rim (1) of the axis that stands so far around, clockwise from the top. */
function onAxis(turn: number, share: number): Point {
  const [middle, radius] = [size / 2, size / 2.6];
  const angle = 2 * Math.PI * turn - Math.PI / 2;
  return {
    x: middle + Math.cos(angle) * radius * share,
    y: middle + Math.sin(angle) * radius * share,
  };
}

type Stroke = { width: number; colour: Colour };

function outline(canvas: Canvas, corners: Point[], stroke: Stroke): void {
  for (const [index, corner] of corners.entries()) {
    const next = corners[(index + 1) % corners.length];
    if (next) canvas.line(corner, next, stroke);
  }
}

const margin = 40;

/** Rows are series, columns labels; the stronger the colour, the larger the number in the cell. */
function drawHeatMap(chart: Chart): Uint8Array {
  const { labels, series } = chart;
  const cell = Math.max(24, Math.min(110, (size - margin) / labels.length));
  const middle = (index: number) => margin + cell * (index + 0.5);
  const canvas = createCanvas(
    Math.round(margin + cell * labels.length),
    Math.round(margin + cell * series.length),
    ground,
  );
  const top = topOf(chart);
  const small = { scale: 3, colour: ink };
  for (const column of labels.keys())
    canvas.digits(String(column + 1), { x: middle(column), y: margin / 2 }, small);
  for (const [row, { values }] of series.entries()) {
    canvas.digits(String(row + 1), { x: margin / 2, y: middle(row) }, small);
    for (const column of labels.keys()) {
      const value = values[column] ?? Number.NaN;
      const at = { x: middle(column), y: middle(row) };
      if (Number.isFinite(value)) drawCell(canvas, at, { cell, value, share: value / top });
    }
  }
  return toPng(canvas);
}

type Cell = { cell: number; value: number; share: number };

function drawCell(canvas: Canvas, at: Point, { cell, value, share }: Cell): void {
  const strength = 0.08 + 0.62 * Math.min(1, Math.max(0, share));
  canvas.square(at, cell / 2 - 2, between(ground, strongest, strength));
  const said = String(Math.round(Math.abs(value)));
  canvas.digits(said, at, { scale: cell / (Math.max(2, said.length) * 6), colour: ink });
}

function topOf({ max, series }: Chart): number {
  return max ?? Math.max(1, ...series.flatMap(({ values }) => values.filter(Number.isFinite)));
}

function shareOf(value: number | undefined, top: number): number {
  return value === undefined || !Number.isFinite(value) ? 0 : Math.min(1, Math.max(0, value / top));
}

function between(from: Colour, to: Colour, share: number): Colour {
  const mix = (at: 0 | 1 | 2) => Math.round(from[at] + (to[at] - from[at]) * share);
  return [mix(0), mix(1), mix(2)];
}
