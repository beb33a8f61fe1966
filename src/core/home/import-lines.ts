// The last imports: what, how far, and when.
import { heading, sentence } from "../blocks.ts";
import { type Block, text } from "../card.ts";
import type { ImportCommand } from "../importing/model.ts";
import { dateInline } from "../text/format.ts";
import type { Section } from "./section.ts";

const maxImports = 3;

export const importLines: Section = async ({ store, reading }) => {
  const latest = { order: { by: "startedAt", descending: true }, limit: maxImports } as const;
  const batches = await store.read.importBatches.find({}, latest);
  const { home, importing } = reading.texts;
  const lines = batches.map(({ kind, state, startedAt, finishedAt }): Block => {
    const what = importing.kinds[kind as ImportCommand] ?? kind;
    const words = home.importLine({ kind: what, state: home.importStates[state] });
    const at = dateInline(finishedAt ?? startedAt, "both", reading.format);
    return { t: "text", text: [text(words), at] };
  });
  return () => [heading(home.imports), ...(lines.length > 0 ? lines : [sentence(home.noImports)])];
};
