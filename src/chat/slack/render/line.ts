// Fixed-width text: what stands under what, in a font where East Asian characters take two places.

/** One line of what may have been several. */
export const toLine = (text: string) => text.replace(/\s+/g, " ");

/** Places a text takes. */
export function widthOf(text = ""): number {
  return [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 2 : 1), 0);
}

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\uFF01-\uFF60]/u;

/** Filled up with spaces, at its end or, for numbers, before it. */
export function pad(text: string, width: number, toRight: boolean): string {
  const space = " ".repeat(Math.max(0, width - widthOf(text)));
  return toRight ? space + text : text + space;
}

/** Ten steps of a bar, full ones first. */
export function renderBar(ratio: number): string {
  const filled = Math.round(Math.min(1, Math.max(0, Number.isFinite(ratio) ? ratio : 0)) * 10);
  return "█".repeat(filled) + "░".repeat(10 - filled);
}
