// What echarts is told, for the five kinds of chart.
import type { EChartsOption } from "echarts";
import { toHeatmap, toPie, toRadar } from "./chart-shapes.ts";
import {
  type Canvas,
  type ChartBlock,
  colours,
  type Drawing,
  fitLabels,
  grid,
  legendOf,
  paints,
  quietAxis,
  valueLabel,
  words,
} from "./chart-style.ts";

/** The options of a chart and how high it is, in pixels. */
export function toChartOption(
  block: ChartBlock,
  canvas: Canvas,
): { option: EChartsOption; height: number } {
  const drawn = kinds[block.chart](block, canvas);
  const shared: EChartsOption = {
    animation: false,
    color: colours,
    textStyle: { color: paints["ink-soft"], fontSize: 12 },
  };
  return { option: { ...shared, ...drawn.option }, height: drawn.height };
}

const kinds: Record<ChartBlock["chart"], (block: ChartBlock, canvas: Canvas) => Drawing> = {
  bar: (block, canvas) =>
    block.series.length === 1 ? toStrips(block, canvas) : toGroups(block, canvas),
  line: toLines,
  pie: toPie,
  radar: toRadar,
  heatmap: toHeatmap,
};

// One series: a strip per label with its number at the end, so that long labels stay readable.
function toStrips({ labels, series, max }: ChartBlock, { width, format }: Canvas): Drawing {
  const values = series[0]?.values ?? [];
  const axis = {
    ...quietAxis,
    type: "category" as const,
    inverse: true,
    splitLine: { show: false },
  };
  const name = { ...words, color: paints.ink, width: width * 0.34, overflow: "truncate" as const };
  const number = { ...words, color: paints.ink, fontWeight: 600 };
  const option: EChartsOption = {
    grid: { ...grid(2), right: 4 },
    xAxis: {
      ...{ type: "value", show: false, max: max ?? "dataMax" },
      min: (range) => Math.min(0, range.min),
    },
    yAxis: [
      { ...axis, data: labels, axisLabel: name },
      {
        ...axis,
        data: values.map((value) => format.number(value)),
        axisLabel: number,
        position: "right",
      },
    ],
    series: [
      {
        type: "bar",
        data: values,
        ...{ barWidth: 10, showBackground: true, silent: true },
        backgroundStyle: { color: paints.line, borderRadius: 5 },
        itemStyle: { borderRadius: 5 },
      },
    ],
  };
  return { option, height: labels.length * 28 + 4 };
}

function toGroups(block: ChartBlock, { width, format }: Canvas): Drawing {
  const { labels, series, max } = block;
  const isTight = (labels.length * series.length * 34) / width > 1;
  const option: EChartsOption = {
    ...legendOf(block),
    grid: grid(36),
    xAxis: { ...quietAxis, type: "category", data: labels, axisLabel: fitLabels(labels, width) },
    yAxis: { ...quietAxis, type: "value", ...(max === undefined ? {} : { max }), splitNumber: 3 },
    series: series.map(({ name, values }) => ({
      type: "bar",
      name,
      data: values,
      barMaxWidth: 28,
      itemStyle: { borderRadius: [4, 4, 0, 0] },
      label: { ...valueLabel(format), position: "top", show: !isTight },
      silent: true,
    })),
  };
  return { option, height: 240 };
}

// One line carries its numbers itself, as long as they have room; then it needs no axis beside it.
function toLines(block: ChartBlock, { width, format }: Canvas): Drawing {
  const { labels, series, max } = block;
  const isAlone = series.length === 1;
  const isNumbered = isAlone && (labels.length * 36) / width <= 1;
  const top = max === undefined ? {} : { max };
  const option: EChartsOption = {
    ...legendOf(block),
    grid: { ...grid(isAlone ? 24 : 36), left: isNumbered ? 20 : 4, right: 20 },
    xAxis: {
      ...{ ...quietAxis, type: "category", data: labels, boundaryGap: false },
      axisLabel: { ...words, hideOverlap: true },
    },
    yAxis: { ...quietAxis, ...top, type: "value", splitNumber: 3, show: !isNumbered },
    series: series.map(({ name, values }) => ({
      ...{ type: "line", name, data: values, silent: true },
      ...{ symbol: "circle", symbolSize: 6, lineStyle: { width: 2.5 } },
      ...(isAlone ? { areaStyle: { opacity: 0.12 } } : {}),
      label: { ...valueLabel(format), show: isNumbered },
    })),
  };
  return { option, height: 200 };
}
