// Columns of text in a terminal. A cell that does not fit is wrapped, never cut, and numbers stay whole.
import { columnsOf, pad, type Run, wrap } from "./columns.ts";
import type { Paints } from "./terminal.ts";

export type Grid = { head: string[]; rows: Run[][][]; numeric: number[] };
export type Room = { width: number; paints: Paints };

const gap = "  ";
const narrowestWords = 9;

/** A table as lines of at most `width` columns; cell below cell where they have no room side by side. */
export function renderGrid(grid: Grid, { width, paints }: Room): string[] {
  const { head, rows, numeric } = grid;
  const headCells = head.map((text): Run[] => [{ text, paint: paints.soft }]);
  const widths = fitWidths([headCells, ...rows], { width: width - 2 * (head.length - 1), numeric });
  if (!widths) return rows.flatMap((row) => stackCells(row, { headCells, width }));
  const rule = paints.soft("─".repeat(widths.reduce((sum, columns) => sum + columns + 2, -2)));
  const lines = rows.flatMap((row) => joinCells(row, { widths, numeric }));
  return [...joinCells(headCells, { widths, numeric }), rule, ...lines];
}

function joinCells(
  cells: Run[][],
  { widths, numeric }: { widths: number[]; numeric: number[] },
): string[] {
  const wrapped = widths.map((columns, i) => wrap(cells[i] ?? [], columns));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) => {
    const parts = wrapped.map((lines, i) =>
      pad(lines[line] ?? "", widths[i] ?? 0, numeric.includes(i) ? "left" : "right"),
    );
    return parts.join(gap).trimEnd();
  });
}

function stackCells(
  cells: Run[][],
  { headCells, width }: { headCells: Run[][]; width: number },
): string[] {
  const colon = { text: " ", paint: (same: string) => same };
  return [
    ...cells.flatMap((cell, i) => wrap([...(headCells[i] ?? []), colon, ...cell], width)),
    "",
  ];
}

// Natural widths; while they are too wide together, the widest column of words gives way.
function fitWidths(
  rows: Run[][][],
  { width, numeric }: { width: number; numeric: number[] },
): number[] | undefined {
  const textOf = (runs: Run[] | undefined) => (runs ?? []).map(({ text }) => text).join("");
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(1, ...rows.map((row) => columnsOf(textOf(row[i])))),
  );
  let excess = widths.reduce((sum, columns) => sum + columns, -width);
  for (; excess > 0; excess--) {
    const words = widths.map((columns, i) => (numeric.includes(i) ? 0 : columns));
    const widest = Math.max(0, ...words);
    if (widest <= narrowestWords) return undefined;
    widths[words.indexOf(widest)] = widest - 1;
  }
  return widths;
}
