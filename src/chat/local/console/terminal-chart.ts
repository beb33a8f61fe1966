// Charts as text: bars, sparklines and heat strips, always with their numbers.
import type { ChartBlock } from "../render/chart-style.ts";
import { clean, columnsOf, pad, type Run, wrap } from "./columns.ts";
import type { Terminal } from "./terminal.ts";
import { renderGrid } from "./terminal-table.ts";

/** Drawn in block characters; then its text, unless that only repeats the numbers. */
export function renderTextChart(block: ChartBlock, terminal: Terminal): string[] {
  const { width, paints } = terminal;
  const drawn = draw(block, terminal);
  if (repeatsNumbers(block, terminal)) return drawn;
  return [...drawn, ...wrap([{ text: block.alt, paint: paints.soft }], width)];
}

// Many a text only lists what stands above it already.
function repeatsNumbers({ alt, series }: ChartBlock, { reading }: Terminal): boolean {
  const values = series.flatMap((one) => one.values);
  return values.length > 0 && values.every((value) => alt.includes(reading.format.number(value)));
}

function draw(block: ChartBlock, terminal: Terminal): string[] {
  if (block.chart === "line") return block.series.flatMap((one) => drawLine(one, block, terminal));
  if (block.chart === "heatmap" && block.series.length > 1) return drawHeatmap(block, terminal);
  return block.series.flatMap(({ name, values }) => [
    ...(block.series.length > 1 ? [terminal.paints.bold(clean(name))] : []),
    ...drawBars(values, block, terminal),
  ]);
}

function drawBars(values: number[], block: ChartBlock, terminal: Terminal): string[] {
  const { width, paints } = terminal;
  const { format } = terminal.reading;
  const top = topOf(block);
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const longest = Math.max(...block.labels.map((label) => columnsOf(clean(label))));
  const labelColumns = Math.min(longest, Math.floor(width / 2));
  const barColumns = Math.min(20, Math.max(4, width - labelColumns - 14));
  return block.labels.flatMap((label, i) => {
    const value = values[i] ?? 0;
    const share = block.chart === "pie" ? ` · ${Math.round((value / total) * 100)}%` : "";
    const strip =
      block.chart === "heatmap" ? shadeOf(value / top).repeat(6) : barOf(value / top, barColumns);
    const names = wrap([plainRun(label)], labelColumns);
    const last = pad(names.pop() ?? "", labelColumns);
    return [...names, `${last}  ${paints.accent(strip)}  ${format.number(value)}${share}`];
  });
}

/** A bar of a fixed length, filled to a ratio. */
export function barOf(ratio: number, columns: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, ratio)) * columns);
  return "█".repeat(filled) + "░".repeat(columns - filled);
}

function drawLine(
  { name, values }: ChartBlock["series"][number],
  block: ChartBlock,
  { width, paints, reading }: Terminal,
): string[] {
  const low = Math.min(...values);
  const spread = topOf(block) - low || 1;
  const steps = "▁▂▃▄▅▆▇█";
  const spark = values.map((value) => steps[Math.round(((value - low) / spread) * 7)] ?? "▁");
  const numbers = block.labels.map(
    (label, i) => `${label} ${reading.format.number(values[i] ?? 0)}`,
  );
  return [
    `${paints.bold(clean(name))}  ${paints.accent(spark.join(""))}`,
    ...wrap([plainRun(numbers.join(" · "))], width),
  ];
}

function drawHeatmap(block: ChartBlock, { width, paints, reading }: Terminal): string[] {
  const top = topOf(block);
  const rows = block.series.map(({ name, values }) => [
    [plainRun(name)],
    ...values.map((value): Run[] => [
      { text: shadeOf(value / top).repeat(2), paint: paints.accent },
      plainRun(` ${reading.format.number(value)}`),
    ]),
  ]);
  return renderGrid({ head: ["", ...block.labels], rows, numeric: [] }, { width, paints });
}

function shadeOf(ratio: number): string {
  return ["·", "░", "▒", "▓", "█"][Math.min(4, Math.max(0, Math.floor(ratio * 5)))] ?? "·";
}

function topOf({ max, series }: ChartBlock): number {
  return max ?? (Math.max(0, ...series.flatMap(({ values }) => values)) || 1);
}

const plainRun = (text: string): Run => ({ text, paint: (same) => same });
