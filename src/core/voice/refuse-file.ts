// A file nothing can be done with: said in one sentence, and not kept.
import { type Block, text } from "../card.ts";
import type { Person } from "../model.ts";
import { readingOf } from "../text/format.ts";
import type { Effect } from "../use-case.ts";
import { forgetFile } from "./forget-file.ts";

export function refuseFile(
  person: Person,
  { assetId, name }: { assetId: string; name: string },
): Effect {
  return async (unit) => {
    const { otherFile } = readingOf(person).texts.voice;
    const title = otherFile.title({ name: name.slice(0, 80) });
    const blocks: Block[] = [{ t: "text", text: [text(otherFile.body)] }];
    const key = `file:${assetId}`;
    unit.post({ to: person.id, card: { key, title, tone: "warn", summary: title, blocks } });
    forgetFile(unit, assetId);
    return {};
  };
}
