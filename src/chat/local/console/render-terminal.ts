// Card -> terminal text. Plain by default; colours only when asked for.
import type { Action, Block, Card, FormBlock, Inline } from "../../../core/card.ts";
import type { Reading } from "../../../core/text/format.ts";
import { toSafeUrl } from "../render/text.ts";
import { clean, columnsOf, pad, wrap } from "./columns.ts";
import { createPaints, type Pressable, type Terminal } from "./terminal.ts";
import { barOf, renderTextChart } from "./terminal-chart.ts";
import { renderGrid } from "./terminal-table.ts";
import { toRuns } from "./terminal-text.ts";

export type TerminalOptions = {
  reading: Reading;
  /** Columns. */
  width?: number;
  color?: boolean;
  /** Gives the number somebody types to press this; without it, buttons are only named. */
  numberOf?: (target: Pressable) => number;
};

/** A card as lines of text, with a bar in its tone along the side. */
export function renderTerminal(card: Card, options: TerminalOptions): string {
  const { reading, width = 80, color = false, numberOf } = options;
  const paints = createPaints({ color });
  const terminal: Terminal = { reading, width: Math.max(30, width) - 2, paints, numberOf };
  const body = [...renderHead(card, terminal), ...renderBlocks(card.blocks, terminal)];
  const bar = paints[card.tone]("┃");
  const lines = body.map((line) => (line ? `${bar} ${line}` : bar));
  return [paints[card.tone]("┏━━"), ...lines, paints[card.tone]("┗━━")].join("\n");
}

const marks = { info: "●", good: "✓", warn: "!", bad: "✗" } as const;

function renderHead({ title, subtitle, tags = [], tone }: Card, terminal: Terminal): string[] {
  const { paints, width } = terminal;
  const heading = [
    { text: `${marks[tone]} `, paint: paints[tone] },
    { text: title, paint: paints.bold },
    ...tags.map((tag) => ({ text: ` [${tag}]`, paint: paints[tone] })),
  ];
  const below = subtitle ? wrap([{ text: subtitle, paint: paints.soft }], width) : [];
  return [...wrap(heading, width), ...below];
}

function renderBlocks(blocks: Block[], terminal: Terminal): string[] {
  return blocks.flatMap((block) => ["", ...renderBlock(block, terminal)]);
}

function renderBlock(block: Block, terminal: Terminal): string[] {
  const { width, paints, reading } = terminal;
  switch (block.t) {
    case "text":
      return wrap(toRuns(block.text, terminal), width);
    case "context":
      return wrap(
        toRuns(block.text, terminal).map(({ text }) => ({ text, paint: paints.soft })),
        width,
      );
    case "fields":
      return renderFields(block.items, terminal);
    case "table":
      return renderGrid(
        {
          head: block.columns,
          rows: block.rows.map((row) => row.map((cell) => toRuns(cell, terminal))),
          numeric: block.numeric ?? [],
        },
        terminal,
      );
    case "chart":
      return renderTextChart(block, terminal);
    case "progress":
      return renderProgress(block, terminal);
    case "image":
      return wrap(
        [{ text: `[${reading.texts.local.console.image}] ${block.alt}`, paint: paints.soft }],
        width,
      );
    case "file":
      return wrap([{ text: clean(block.name), paint: paints.soft }], width);
    case "actions":
      return renderActions(block.actions, terminal);
    case "form":
      return renderForm(block, terminal);
    case "more":
      return [
        paints.bold(`▾ ${clean(block.title)}`),
        ...renderBlocks(block.blocks, { ...terminal, width: width - 2 }).map((line) => `  ${line}`),
      ].map((line) => line.trimEnd());
    case "divider":
      return [paints.soft("─".repeat(Math.min(width, 40)))];
  }
}

function renderProgress(
  { label, ratio }: { label: string; ratio: number },
  { width, paints }: Terminal,
): string[] {
  const lines = wrap([{ text: label, paint: paints.plain }], width - 16);
  const last = lines.pop() ?? "";
  const bar = barOf(ratio, Math.min(20, width - columnsOf(last) - 8));
  return [...lines, `${last}  ${paints.accent(bar)}  ${percent(ratio)}`];
}

const percent = (ratio: number) => `${Math.round(Math.min(1, Math.max(0, ratio)) * 100)}%`;

function renderFields(items: { label: string; value: Inline[] }[], terminal: Terminal): string[] {
  const { width, paints } = terminal;
  const labels = items.map(({ label }) => clean(label));
  const labelColumns = Math.min(Math.max(0, ...labels.map(columnsOf)), Math.floor(width / 2));
  return items.flatMap(({ value }, i) => {
    const names = wrap([{ text: labels[i] ?? "", paint: paints.soft }], labelColumns);
    const values = wrap(toRuns(value, terminal), width - labelColumns - 2);
    const height = Math.max(names.length, values.length);
    return Array.from({ length: height }, (_, line) =>
      `${pad(names[line] ?? "", labelColumns)}  ${values[line] ?? ""}`.trimEnd(),
    );
  });
}

function renderActions(actions: Action[], { width, paints, numberOf }: Terminal): string[] {
  const labels = actions.map((action) => {
    if (!("ref" in action)) return `${clean(action.label)}: ${toSafeUrl(action.url) ?? "-"}`;
    const number = numberOf?.({ kind: "action", action });
    const name = clean(action.label);
    const paint = { primary: paints.bold, danger: paints.danger, plain: paints.plain };
    return paint[action.style ?? "plain"](
      number === undefined ? `[${name}]` : `[${number}] ${name}`,
    );
  });
  const lines: string[] = [];
  for (const label of labels) {
    const joined = lines.length > 0 ? `${lines.at(-1)}   ${label}` : label;
    if (lines.length === 0 || columnsOf(joined) > width) lines.push(label);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}

function renderForm(form: FormBlock, terminal: Terminal): string[] {
  const { reading, width, paints, numberOf } = terminal;
  const number = numberOf?.({ kind: "form", form });
  const label = reading.texts.local.console.fillIn(clean(form.submit.label));
  const fields = form.fields.map((field) => `${field.label}${field.required ? "*" : ""}`);
  return [
    paints.bold(number === undefined ? `[${label}]` : `[${number}] ${label}`),
    ...wrap([{ text: fields.join(" · "), paint: paints.soft }], width),
  ];
}
