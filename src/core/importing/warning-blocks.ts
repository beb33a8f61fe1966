// Warnings of an import, on its cards.
import { type Block, text } from "../card.ts";
import type { Reading } from "../text/format.ts";
import type { ImportWarning } from "./model.ts";

// More lines than this are a wall; the terminal has them all.
const maxShown = 12;

/** Warnings in the reader's language, folded away behind a title. */
export function warningBlocks(
  warnings: readonly ImportWarning[],
  { texts }: Reading,
  title: string,
): Block[] {
  if (warnings.length === 0) return [];
  const lines = warnings.slice(0, maxShown).map(({ code, params, count, examples }): Block => {
    const told = { ...params, file: String(params.file), count, example: examples[0]?.value ?? "" };
    return { t: "text", text: [text(`• ${texts.importing.warnings[code](told)}`)] };
  });
  return [{ t: "more", title, blocks: lines }];
}
