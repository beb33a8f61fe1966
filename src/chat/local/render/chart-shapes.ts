// Charts without two value axes: slices, radar, heat map.
import type { EChartsOption, HeatmapSeriesOption } from "echarts";
import type { Format } from "../../../core/text/format.ts";
import {
  type Canvas,
  type ChartBlock,
  type Drawing,
  fitLabels,
  grid,
  isSlanted,
  labelHeight,
  legendOf,
  paints,
  quietAxis,
  words,
} from "./chart-style.ts";

/** Shares of one whole, with each value and percentage in the legend; only the first series counts. */
export function toPie({ labels, series }: ChartBlock, { width, format }: Canvas): Drawing {
  const values = series[0]?.values ?? [];
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  const share = (value: number) => `${Math.round((value / total) * 100)}%`;
  const isNarrow = width < 400;
  const rows = labels.map((name, i) => ({ name, value: values[i] ?? 0 }));
  const lines = new Map(
    rows.map(({ name, value }) => [name, `${format.number(value)} · ${share(value)}`]),
  );
  const height = isNarrow ? 190 + labels.length * 24 : Math.max(190, labels.length * 26 + 20);
  const legend = {
    orient: "vertical" as const,
    ...(isNarrow ? { left: 4, top: 184 } : { left: 230, top: "middle" as const }),
    ...{ icon: "circle", itemWidth: 10, itemHeight: 10, itemGap: 10 },
    textStyle: { ...words, fontSize: 13, color: paints.ink },
    formatter: (name: string) => `${name}  ${lines.get(name) ?? ""}`,
  };
  const pie = {
    type: "pie" as const,
    radius: [46, 78],
    center: [isNarrow ? width / 2 : 100, isNarrow ? 88 : height / 2],
    data: rows,
    label: { show: false },
    itemStyle: { borderColor: paints.surface, borderWidth: 3, borderRadius: 4 },
    silent: true,
  };
  return { option: { legend, series: [pie] }, height };
}

/** Every label on an axis from 0 to `max`, or to the largest value. */
export function toRadar(block: ChartBlock, { width }: Canvas): Drawing {
  const { labels, series, max } = block;
  const top = max ?? Math.max(1, ...series.flatMap(({ values }) => values));
  const option: EChartsOption = {
    ...legendOf(block),
    radar: {
      indicator: labels.map((name) => ({ name, max: top })),
      radius: width < 400 ? 84 : 108,
      center: ["50%", series.length > 1 ? "56%" : "50%"],
      splitNumber: 4,
      axisName: { ...words, color: paints.ink, width: width * 0.24, overflow: "break" },
      splitArea: { show: false },
      splitLine: { lineStyle: { color: paints.line } },
      axisLine: { lineStyle: { color: paints.line } },
    },
    series: [
      {
        type: "radar",
        data: series.map(({ name, values }) => ({ name, value: values })),
        symbolSize: 5,
        lineStyle: { width: 2 },
        areaStyle: { opacity: 0.14 },
        silent: true,
      },
    ],
  };
  return { option, height: (width < 400 ? 250 : 290) + (series.length > 1 ? 24 : 0) };
}

// The strength of one colour is the value; the number stands in the cell. Rows are series, unless a narrow column
// has no room for the labels side by side: then the map is turned, and they stand one below the other.
/** A cell for each label and series; turned where a phone is too narrow for the labels. */
export function toHeatmap(block: ChartBlock, { width, format }: Canvas): Drawing {
  const { labels, series, max } = block;
  const names = series.map(({ name }) => name);
  const isTurned = width < 400 && series.length <= 3 && isSlanted(labels, width);
  const [columns, rows] = isTurned ? [names, labels] : [labels, names];
  const cells = series.flatMap(({ values }, s) =>
    values.map((value, l) => (isTurned ? [s, l, value] : [l, s, value])),
  );
  const axisLabel = {
    ...words,
    width: width * (isTurned ? 0.42 : 0.24),
    overflow: "truncate" as const,
  };
  const option: EChartsOption = {
    grid: { ...grid(4), right: 4 },
    xAxis: { ...quietAxis, type: "category", data: columns, axisLabel: fitLabels(columns, width) },
    yAxis: { ...quietAxis, type: "category", data: rows, inverse: true, axisLabel },
    visualMap: {
      ...{ show: false, min: 0, inRange: { colorAlpha: [0.06, 0.7] } },
      max: max ?? Math.max(1, ...series.flatMap(({ values }) => values)),
    },
    series: [toCells(cells, format)],
  };
  const rowHeight = isTurned ? 28 : 34;
  return { option, height: rows.length * rowHeight + labelHeight(columns, width) };
}

function toCells(cells: number[][], format: Format): HeatmapSeriesOption {
  return {
    type: "heatmap",
    data: cells,
    itemStyle: {
      ...{ color: paints["chart-1"], borderRadius: 5 },
      ...{ borderColor: paints.surface, borderWidth: 3 },
    },
    label: {
      ...{ show: true, color: paints.ink, fontWeight: 600 },
      formatter: ({ value }) => format.number(Array.isArray(value) ? Number(value.at(-1)) : 0),
    },
    silent: true,
  };
}
