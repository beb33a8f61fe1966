// What Slack refuses of a chart.
import { limits } from "../limits.ts";
import { atMost, between, type Node, nodes, type Problems } from "./input.ts";

/** Problems of a data_visualization block. */
export function checkChart({ title, chart }: Node): Problems {
  const { type, ...drawn } = (chart ?? {}) as Node;
  const name = String(title ?? "");
  return [
    ...between(name.trim().length, 1, limits.chart.title, "title"),
    ...atMost(name.length, limits.chart.title, "title"),
    ...(type === "pie" ? checkPie(drawn) : checkSeries(String(type), drawn)),
  ];
}

function checkPie({ segments }: Node): Problems {
  const slices = nodes(segments);
  return [
    ...between(slices.length, 1, limits.chart.segments, "segments"),
    ...checkNames(slices.map(({ label }) => label)),
    ...slices.flatMap(({ value }) => checkValue(value)),
    ...slices.flatMap(({ value }) => (Number(value) > 0 ? [] : ["a slice of nothing"])),
  ];
}

function checkSeries(type: string, { series, axis_config: axis }: Node): Problems {
  const lines = nodes(series);
  const { categories } = (axis ?? {}) as { categories?: unknown[] };
  const labels = categories ?? [];
  return [
    ...(["bar", "line", "area"].includes(type) ? [] : [`unknown chart ${type}`]),
    ...between(lines.length, 1, limits.chart.series, "series"),
    ...between(labels.length, 1, limits.chart.categories, "categories"),
    ...checkNames(labels),
    ...checkNames(lines.map(({ name }) => name)),
    ...lines.flatMap(({ data }) => checkPoints(nodes(data), labels)),
  ];
}

/** One point for each category, in their order. */
function checkPoints(points: Node[], labels: unknown[]): Problems {
  const isEven = points.length === labels.length;
  const isMatching = isEven && points.every(({ label }, at) => label === labels[at]);
  const problems = points.flatMap(({ value }) => checkValue(value));
  return isMatching ? problems : [...problems, "points that do not match the categories"];
}

function checkNames(names: unknown[]): Problems {
  return [
    ...names.flatMap((name) => between(String(name ?? "").length, 1, limits.chart.label, "name")),
    ...names.flatMap((name) => (String(name).trim() ? [] : ["a blank name"])),
    ...(new Set(names).size === names.length ? [] : ["the same name twice"]),
  ];
}

function checkValue(value: unknown): Problems {
  const isNumber = typeof value === "number" && /^-?\d+(\.\d+)?$/.test(String(value));
  return isNumber ? [] : ["not a decimal number"];
}
