// The card of an import under way.
import type { Card } from "../card.ts";
import type { ImportProgress } from "./model.ts";
import { type ImportCard, importKey } from "./preview-card.ts";

/** While an import runs: the file at hand and how far it is. */
export function progressCard(
  { kind, done, total }: ImportProgress,
  { name, batchId, reading }: ImportCard,
): Card {
  const { importing } = reading.texts;
  const { number } = reading.format;
  const label = importing.progress.label({
    done: number(done),
    total: number(total),
    kind: importing.kinds[kind],
  });
  return {
    key: importKey(batchId),
    title: importing.progress.title({ name }),
    tone: "info",
    summary: importing.progress.summary({ name }),
    blocks: [{ t: "progress", label, ratio: total === 0 ? 1 : Math.min(1, done / total) }],
  };
}
