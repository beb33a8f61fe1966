// Charts: VChart where Lark draws it, coloured cells or a table for a heat map, and always the numbers in words.
import type { Block, Inline } from "../../../core/card.ts";
import { limits } from "../limits.ts";
import type { Drawing } from "./drawing.ts";
import type { Element } from "./element.ts";
import { renderTable, toColoured } from "./table.ts";
import { renderText, shorten } from "./text.ts";

type ChartBlock = Extract<Block, { t: "chart" }>;
type TableBlock = Extract<Block, { t: "table" }>;

/** Lark takes no chart inside a collapsed part; there the words have to do. */
export function renderChart(block: ChartBlock, drawing: Drawing): Element[] {
  return [...drawChart(block, drawing), ...renderWords(block, drawing)];
}

function renderWords({ alt }: ChartBlock, { detail }: Drawing): Element[] {
  return renderText([{ t: "text", text: shorten(alt, detail.text) }], { note: true });
}

function drawChart(block: ChartBlock, drawing: Drawing): Element[] {
  const { detail, inside, left, dropped } = drawing;
  const points = block.labels.length * block.series.length;
  if (points === 0 || inside) return [];
  if (!detail.charts || points > limits.chartPoints) {
    dropped.push("a chart");
    return [];
  }
  // Lark's documents name no heat map among the charts it draws.
  if (block.chart === "heatmap") return drawHeatMap(block, drawing);
  if (left.charts <= 0) {
    dropped.push("a chart");
    return [];
  }
  left.charts -= 1;
  // Round, with its names around it: on a phone a wide frame leaves a radar the size of a coin.
  const aspect_ratio = block.chart === "radar" ? "4:3" : "16:9";
  return [{ tag: "chart", aspect_ratio, color_theme: "brand", chart_spec: toSpec(block) }];
}

type Point = { label: string; series: string; value: number };

function toPoints({ labels, series }: ChartBlock): Point[] {
  return series.flatMap(({ name, values }) =>
    labels.map((label, index) => ({ label, series: name, value: toNumber(values[index]) })),
  );
}

const toNumber = (value: number | undefined) =>
  value !== undefined && Number.isFinite(value) ? value : 0;

/** https://visactor.io/vchart/option: the part that Lark's documents show. */
function toSpec(block: ChartBlock): Record<string, unknown> {
  const data = [{ id: "data", values: toPoints(block) }];
  const legends = { visible: block.series.length > 1 || block.chart === "pie", orient: "bottom" };
  const top = block.max === undefined ? {} : { min: 0, max: block.max };
  if (block.chart === "pie") {
    const fields = { valueField: "value", categoryField: "label" };
    return { type: "pie", data, ...fields, outerRadius: 0.8, label: { visible: true }, legends };
  }
  if (block.chart === "radar") {
    const fields = { categoryField: "label", valueField: "value", seriesField: "series" };
    const axes = [{ orient: "radius", ...top }, { orient: "angle" }];
    return { type: "radar", data, ...fields, outerRadius: 0.8, axes, legends };
  }
  const isBar = block.chart === "bar";
  const fields = {
    xField: isBar && block.series.length > 1 ? ["label", "series"] : "label",
    yField: "value",
    seriesField: "series",
  };
  return {
    type: block.chart,
    data,
    ...fields,
    axes: [{ orient: "left", ...top }, { orient: "bottom" }],
    legends,
  };
}

/** Coloured cells, a row of them per label under the names of the series; a table where they are too many for a phone. */
function drawHeatMap(block: ChartBlock, drawing: Drawing): Element[] {
  const { labels, series } = block;
  const top = block.max ?? Math.max(...toPoints(block).map(({ value }) => value));
  const isSmall = labels.length <= limits.heatRows && series.length <= limits.heatColumns;
  if (!isSmall) return renderTable(toHeatTable(block, top), drawing);
  const names = series.map(({ name }) => toColoured(shorten(name, limits.tag), "grey"));
  const rows = labels.map((label, index) =>
    toRow([
      toRowName(shorten(label, limits.tag)),
      ...series.map(({ values }) => {
        const value = toNumber(values[index]);
        return toColoured(String(value), toShade(value, top));
      }),
    ]),
  );
  return series.length > 1 ? [toRow([toRowName("\u00a0"), ...names]), ...rows] : rows;
}

const toRow = (columns: Element[]): Element => ({
  tag: "column_set",
  flex_mode: "none",
  horizontal_spacing: "small",
  columns,
});

/** Wider than a number, so that no word is broken. */
const toRowName = (words: string): Element => ({ ...toColoured(words, "grey"), weight: 2 });

/** The same in signs: a table's cells have no colours of their own. */
function toHeatTable({ labels, series }: ChartBlock, top: number): TableBlock {
  return {
    t: "table",
    columns: ["", ...labels],
    rows: series.map(({ name, values }) => [
      [{ t: "text", text: name }],
      ...labels.map((_, index): Inline[] => {
        const value = toNumber(values[index]);
        return [{ t: "text", text: `${signs[toStep(value, top)]} ${value}` }];
      }),
    ]),
  };
}

const shades = ["blue-50", "blue-100", "blue-200", "blue-300", "blue-400"] as const;
const signs = ["·", "░", "▒", "▓", "█"] as const;

/** One of Lark's named blues, darker for more. */
const toShade = (value: number, top: number): string => shades[toStep(value, top)] ?? shades[0];

function toStep(value: number, top: number): number {
  const share = top > 0 ? Math.min(1, Math.max(0, value / top)) : 0;
  return Math.min(shades.length - 1, Math.floor(share * shades.length));
}
