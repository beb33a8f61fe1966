// Charts as inline SVG, drawn on the server; the numbers stand below them in words, always.
// As one file: its 600 modules took a second of every start.
import { init } from "echarts/dist/echarts.esm.min.mjs";
import { html, raw } from "hono/html";
import { toChartOption } from "./chart-option.ts";
import { type ChartBlock, paints } from "./chart-style.ts";
import type { Html, View } from "./text.ts";

// Drawn twice, for a wide and a narrow column: shrinking one picture would make its words too small to read.
const widths = { wide: 668, narrow: 320 } as const;
const longestCaption = 60;

export function renderChart(block: ChartBlock, view: View): Html {
  const drawings = hasNumbers(block)
    ? Object.entries(widths).map(
        ([name, width]) =>
          html`<div class="drawing ${name}">${raw(draw(block, { width, view }))}</div>`,
      )
    : [];
  return html`<figure class="chart">
    <div role="img" aria-label="${view.texts.local.chart}: ${block.alt}">${drawings}</div>
    <figcaption>${renderAlt(block.alt, view)}</figcaption>
  </figure>`;
}

function renderAlt(alt: string, { texts }: View): Html {
  if (alt.length <= longestCaption) return html`${alt}`;
  return html`<details><summary>${texts.local.numbers}</summary>${alt}</details>`;
}

function hasNumbers({ labels, series }: ChartBlock): boolean {
  return labels.length > 0 && series.some(({ values }) => values.length > 0);
}

function draw(block: ChartBlock, { width, view }: { width: number; view: View }): string {
  const { option, height } = toChartOption(block, { width, format: view.format });
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(option);
    return toPageSvg(chart.renderToSVGString({ useViewBox: true }));
  } finally {
    chart.dispose(); // otherwise its timers keep the process alive
  }
}

// The page forbids inline styles and follows the reader's light or dark colours. Quotes in the chart's own words
// are escaped, so none of these patterns can match inside them.
function toPageSvg(svg: string): string {
  const paintOf = new Map<string, string>(
    Object.entries(paints).flatMap(([name, colour]) => [
      [colour, name],
      [toRgb(colour), name],
    ]),
  );
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ (class|ecmeta_\w+|pointer-events)="[^"]*"/g, "")
    .replace(/ style="([^"]*)"/g, (_, style: string) => toAttributes(style))
    .replace(
      /(fill|stroke)="(#\w{6}|rgb\([\d,]+\))"/g,
      (whole, attribute: string, colour: string) => {
        const name = paintOf.get(colour);
        return name ? `${attribute}="var(--${name})"` : whole;
      },
    )
    .replace("<svg ", '<svg aria-hidden="true" focusable="false" ');
}

// How echarts writes a colour it has mixed with transparency.
function toRgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((from) =>
    Number.parseInt(hex.slice(from, from + 2), 16),
  );
  return `rgb(${red},${green},${blue})`;
}

function toAttributes(style: string): string {
  const rules = style.split(";").filter((rule) => /^font-(size|weight):[\w.]+$/.test(rule));
  return rules.map((rule) => ` ${rule.replace(":", '="')}"`).join("");
}
