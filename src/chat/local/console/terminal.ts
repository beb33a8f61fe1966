// What every piece of a card needs to be drawn in a terminal.
import type { Action, FormBlock, Tone } from "../../../core/card.ts";
import type { Reading } from "../../../core/text/format.ts";

/** What a person can press: a button, or a form to fill in. */
export type Pressable =
  | { kind: "action"; action: Extract<Action, { ref: string }> }
  | { kind: "form"; form: FormBlock };

/** Where a card is drawn: `width` is what is left inside its frame. */
export type Terminal = {
  reading: Reading;
  width: number;
  paints: Paints;
  numberOf: ((target: Pressable) => number) | undefined;
};

type Paint = (text: string) => string;
export type Paints = Record<"plain" | "bold" | "soft" | "emph" | "accent" | "danger" | Tone, Paint>;

const codes: Record<keyof Paints, string> = {
  plain: "",
  bold: "1",
  soft: "2",
  emph: "3",
  accent: "36",
  danger: "31",
  info: "34",
  good: "32",
  warn: "33",
  bad: "31",
};

/** Colours for a terminal that has them, and nothing for one that has not. */
export function createPaints({ color }: { color: boolean }): Paints {
  const mark = String.fromCharCode(27);
  const paint =
    (code: string): Paint =>
    (text) =>
      color && code && text ? `${mark}[${code}m${text}${mark}[0m` : text;
  const entries = Object.entries(codes).map(([name, code]) => [name, paint(code)]);
  return Object.fromEntries(entries) as Paints;
}
