// Text in a terminal's columns: a Chinese character takes two, a control character none, and none gets through.

/** How wide text stands, without colour codes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(text.replace(colourCodes, ""))) {
    columns += wide.test(segment) ? 2 : 1;
  }
  return columns;
}

/** Text without anything a terminal would obey; line breaks stay. */
export function clean(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\t", "  ").replace(controls, "");
}

/** A run of text and how it is painted. */
export type Run = { text: string; paint: (text: string) => string };

/** Breaks runs into lines of at most `width` columns: at spaces, and anywhere between Chinese characters. */
export function wrap(runs: Run[], width: number): string[] {
  const lines: Line[] = [{ text: "", columns: 0 }];
  for (const run of runs) {
    for (const text of toPieces(run.text, width)) place({ ...run, text }, { lines, width });
  }
  return lines.map(({ text }) => text.trimEnd());
}

/** Fills text up to a width with spaces. */
export function pad(text: string, width: number, side: "left" | "right" = "right"): string {
  const space = " ".repeat(Math.max(0, width - columnsOf(text)));
  return side === "right" ? text + space : space + text;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const colourCodes = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, "g");
// C0 and C1 controls but the line break, and the signs that turn the direction of text.
const controls = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const broad =
  "\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}";
const wide = new RegExp(`[${broad}]|\\p{Emoji_Presentation}`, "u");
// Chinese closing marks never begin a line.
const closing =
  "\\u3001\\u3002\\uff0c\\uff1a\\uff1b\\uff01\\uff1f\\uff09\\u300b\\u300d\\u3011\\u201d";
const pieces = new RegExp(`\\n|[^\\S\\n]+|[${broad}][${closing}]*|[^\\s${broad}]+`, "gu");

function toPieces(text: string, width: number): string[] {
  return (clean(text).match(pieces) ?? []).flatMap((piece) =>
    columnsOf(piece) <= width ? [piece] : [...graphemes.segment(piece)].map((part) => part.segment),
  );
}

type Line = { text: string; columns: number; isWrapped?: boolean };

function place({ text, paint }: Run, { lines, width }: { lines: Line[]; width: number }): void {
  const line = lines.at(-1);
  const columns = columnsOf(text);
  const isSpace = !text.trim();
  if (!line || text === "\n") {
    lines.push({ text: "", columns: 0 });
    return;
  }
  if (isSpace && line.isWrapped && line.columns === 0) return;
  if (!isSpace && line.columns > 0 && line.columns + columns > width) {
    lines.push({ text: paint(text), columns, isWrapped: true });
    return;
  }
  line.text += isSpace ? text : paint(text);
  line.columns += columns;
}
