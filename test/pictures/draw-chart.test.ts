import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/core/card.ts";
import { drawChart } from "../../src/pictures/draw-chart.ts";

type Chart = Extract<Block, { t: "chart" }>;
const chart = (set: Partial<Chart> = {}): Chart => ({
  ...{ t: "chart", chart: "radar", labels: ["a", "b", "c"], max: 100, alt: "" },
  series: [{ name: "now", values: [40, 70, 90] }],
  ...set,
});

/** Width, height, and how many pixels of each colour. */
function look(png: Uint8Array | undefined) {
  const bytes = Buffer.from(png ?? []);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const start = bytes.indexOf("IDAT") + 4;
  const pixels = inflateSync(bytes.subarray(start, start + bytes.readUInt32BE(start - 8)));
  const colours = new Map<string, number>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const colour = [pixels[at], pixels[at + 1], pixels[at + 2]].join(" ");
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
  }
  return { width, height, colours };
}

const teal = "18 128 124";
const violet = "138 123 191";

describe("a chart as a picture", () => {
  it("draws how it is in one colour, and how it was in another", () => {
    const alone = look(drawChart(chart()));
    expect(alone.colours.get(teal)).toBeGreaterThan(500);
    expect(alone.colours.has(violet)).toBe(false);
    const before = { name: "before", values: [20, 30, 40] };
    const both = look(drawChart(chart({ series: [before, ...chart().series] })));
    expect(both.colours.get(violet)).toBeGreaterThan(300);
    expect(both.colours.get(teal)).toBeGreaterThan(500);
  });

  it("draws a row per series and a column per label, stronger for larger numbers", () => {
    const rows = ["Ana", "Bo"].map((name) => ({ name, values: [0, 50, 100] }));
    const { width, height, colours } = look(drawChart(chart({ chart: "heatmap", series: rows })));
    expect([width, height]).toEqual([370, 260]);
    const cells = [...colours].filter(([, count]) => count > 5_000).map(([colour]) => colour);
    expect(cells).toHaveLength(5); // the ground, the digits and three strengths
  });

  it("draws nothing of other charts, nor of empty ones", () => {
    expect(drawChart(chart({ chart: "bar" }))).toBeUndefined();
    expect(drawChart(chart({ labels: [] }))).toBeUndefined();
    expect(drawChart(chart({ series: [] }))).toBeUndefined();
  });

  it("draws what it can of numbers that are none", () => {
    const series = [{ name: "x", values: [Number.NaN, 5] }];
    expect(look(drawChart(chart({ series }))).width).toBe(640);
    expect(look(drawChart(chart({ chart: "heatmap", series }))).width).toBe(370);
  });
});
