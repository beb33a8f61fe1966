// What the parts of a renderer share while one card is drawn.
import type { Texts } from "../../../core/text/en.ts";
import { limits } from "../limits.ts";

/** How much of a card is kept: the first that fits wins. */
export type Detail = {
  rows: number;
  text: number;
  options: number;
  charts: boolean;
  more: boolean;
  /** Blocks other than buttons and forms. */
  blocks: number;
};

export const details: Detail[] = [
  { rows: 100, text: 20_000, options: limits.options, charts: true, more: true, blocks: 100 },
  { rows: 30, text: 4_000, options: limits.options, charts: true, more: true, blocks: 60 },
  { rows: 10, text: 1_500, options: 60, charts: false, more: true, blocks: 30 },
  { rows: 5, text: 600, options: 30, charts: false, more: false, blocks: 15 },
  { rows: 3, text: 200, options: 10, charts: false, more: false, blocks: 6 },
];

/** One card being drawn. */
export type Drawing = {
  texts: Texts;
  detail: Detail;
  /** Picture keys Lark gave for our assets. */
  images: ReadonlyMap<string, string>;
  /** Goes into every button: which card it stands on, and whether that card is an opened form. */
  origin: { card: string; opened?: true };
  left: { tables: number; charts: number; blocks: number };
  /** Names of inputs and buttons: Lark wants each once in a card. */
  names: Set<string>;
  /** What was left out, in English, for the log. */
  dropped: string[];
  /** Inside a collapsed part, where Lark takes no tables, charts or forms. */
  inside: boolean;
};

/** A name nobody on this card has yet. Reading it back takes off what follows "~". */
export function uniqueName(wanted: string, { names }: Drawing): string {
  const base = wanted.replaceAll("~", "-") || "field";
  let name = base;
  for (let count = 2; names.has(name); count += 1) name = `${base}~${count}`;
  names.add(name);
  return name;
}
