// docs/ask.md says what the layer is: every row of its tables is made from the code here and looked for there.
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { dimensions } from "../../../src/core/ask/dimensions.ts";
import { metricIds, metrics } from "../../../src/core/ask/metrics.ts";
import { en } from "../../../src/core/text/en.ts";
import { zh } from "../../../src/core/text/zh.ts";
import { countings } from "../../../src/store/ask/sources.ts";

/** Tables may be aligned with spaces. */
const page = readFileSync(new URL("../../../docs/ask.md", import.meta.url), "utf8").replace(
  / +/g,
  " ",
);

it("documents every metric with its definition, time and dimensions", () => {
  const missing = metricIds.map(rowOf).filter((row) => !page.includes(row));
  expect(missing).toEqual([]);
});

it("documents every dimension in both languages", () => {
  const row = (id: string) => `| \`${id}\` | ${en.ask.dimensions[id]} | ${zh.ask.dimensions[id]} |`;
  expect(dimensions.map(row).filter((line) => !page.includes(line))).toEqual([]);
});

it("counts what the layer says: the same time, and a column for every dimension", () => {
  for (const id of metricIds) {
    if (id === "touches") continue;
    const { at, source } = countings[id];
    expect(at === null, id).toBe(metrics[id].time === null);
    if (at) expect(at, id).toContain(metrics[id].time?.split(".")[1]);
    for (const dimension of metrics[id].by) expect(source.columns[dimension], id).toBeDefined();
  }
});

function rowOf(id: (typeof metricIds)[number]): string {
  const { name, counts, caveat } = en.ask.metrics[id] ?? { name: "", counts: "", caveat: "" };
  const { time, by, unit, kind } = metrics[id];
  const cells = [
    ...[`\`${id}\``, name, zh.ask.metrics[id]?.name ?? "", `${counts} _${caveat}_`],
    ...[`${kind}, ${unit}`, time ? `\`${time}\`` : "now", by.join(", ")],
  ];
  return `| ${cells.join(" | ")} |`;
}
