// Makes blocks fit: joins text that stands together, then leaves out from the end, never a button.
import { limits } from "../limits.ts";
import { plainText, type SlackBlock } from "./text.ts";

export type Room = { most: number; mostText: number; note: string };

/** At most so many blocks with so much text; what was left out is said. */
export function fitBlocks(blocks: SlackBlock[], room: Room): SlackBlock[] {
  const joined = blocks.length > room.most ? joinText(blocks) : blocks;
  if (joined.length <= room.most && sizeOf(joined) <= room.mostText) return joined;

  const vital = joined.filter(isVital).slice(0, room.most - 1);
  const kept = takeRest(joined, {
    places: room.most - 1 - vital.length,
    text: room.mostText - sizeOf(vital) - room.note.length,
  });
  const note = { type: "context", elements: [plainText(room.note, limits.contextText)] };
  const shown = joined.filter((block) => vital.includes(block) || kept.includes(block));
  const at = shown.findLastIndex((block) => kept.includes(block)) + 1;
  return shown.toSpliced(at, 0, note);
}

/** Buttons and fields: without them a card is of no use. */
function isVital({ type }: SlackBlock): boolean {
  return type === "actions" || type === "input";
}

/** The others in their order, up to the first that has no room. */
function takeRest(blocks: SlackBlock[], room: { places: number; text: number }): SlackBlock[] {
  const rest = blocks.filter((block) => !isVital(block));
  let text = 0;
  const end = rest.findIndex((block, index) => {
    text += sizeOf(block);
    return index >= room.places || text > room.text;
  });
  return end < 0 ? rest : rest.slice(0, end);
}

const lineBreak = { type: "rich_text_section", elements: [{ type: "text", text: "\n" }] };

function joinText(blocks: SlackBlock[]): SlackBlock[] {
  const joined: SlackBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === "rich_text" && last?.type === "rich_text") {
      const elements = [last.elements, lineBreak, block.elements].flat();
      joined[joined.length - 1] = { type: "rich_text", elements };
    } else {
      joined.push(block);
    }
  }
  return joined;
}

const shownKeys = new Set(["text", "alt_text", "fallback", "label", "hint", "title", "name"]);

/** Characters somebody would read. */
export function sizeOf(value: unknown, key = ""): number {
  if (typeof value === "string") return shownKeys.has(key) ? value.length : 0;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOf(item, key), 0);
  if (typeof value !== "object" || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, item]) => sum + sizeOf(item, name), 0);
}
