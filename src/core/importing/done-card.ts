// The card of an import that has ended.
import { type Block, type Card, text } from "../card.ts";
import type { Reading } from "../text/format.ts";
import { type ImportKind, type ImportReport, importKinds } from "./model.ts";
import { type ImportCard, importKey } from "./preview-card.ts";
import { warningBlocks } from "./warning-blocks.ts";

// A card is no report: the terminal and the batch have the rest.
const rejectionsShown = 20;

/** After an import: what is stored now, which rows are not and why, and what to know. */
export function doneCard(report: ImportReport, { name, batchId, reading }: ImportCard): Card {
  const { importing } = reading.texts;
  const { done } = importing;
  const { rejected, warnings } = report;
  return {
    key: importKey(batchId),
    title: done.title({ name }),
    subtitle: done.subtitle({ rejected }),
    tone: rejected === 0 ? "good" : "warn",
    summary: done.summary({ name }),
    blocks: [
      { t: "text", text: [text(done.stored)] },
      countsOf(report, reading),
      ...rejectionsOf(report, reading),
      ...warningBlocks(warnings, reading, done.warnings({ count: warnings.length })),
      { t: "context", text: [text(done.again)] },
    ],
  };
}

/** Says that a person did not want it; nothing was stored. */
export function cancelledCard({ name, batchId, reading }: ImportCard): Card {
  const title = reading.texts.importing.cancelled({ name });
  return { key: importKey(batchId), title, tone: "info", summary: title, blocks: [] };
}

function countsOf({ counts }: ImportReport, { texts, format }: Reading): Block {
  const present = importKinds.filter((kind: ImportKind) => counts[kind] !== undefined);
  const items = present.map((kind) => ({
    label: texts.importing.kinds[kind],
    value: [text(format.number(counts[kind] ?? 0))],
  }));
  return { t: "fields", items };
}

function rejectionsOf({ rejected, rejections }: ImportReport, { texts }: Reading): Block[] {
  const { done, rejections: reasons, preview } = texts.importing;
  if (rejected === 0) return [];
  const shown = rejections.slice(0, rejectionsShown);
  const rows = shown.map(({ file, line, code, params }) => [
    [text(file)],
    [text(String(line))],
    [text(reasons[code](params))],
  ]);
  const rest = text(done.firstOnly({ shown: shown.length, count: rejected }));
  const more: Block[] = rejected > shown.length ? [{ t: "context", text: [rest] }] : [];
  return [
    {
      t: "more",
      title: done.rejected({ count: rejected }),
      blocks: [
        { t: "table", columns: [preview.file, done.line, done.reason], rows, numeric: [1] },
        ...more,
      ],
    },
  ];
}
