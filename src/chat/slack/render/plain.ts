// Card -> text, for when Slack takes none of its blocks.
import { type Block, type Card, plain } from "../../../core/card.ts";
import type { Texts } from "../../../core/text/en.ts";
import { limits } from "../limits.ts";
import { renderFields } from "./form.ts";
import { renderBar } from "./line.ts";
import { cut, escapeText } from "./text.ts";

/** A card without blocks, for when Slack takes none of them: everything it says, and what to type instead. */
export function renderPlain(card: Card, { texts }: { texts: Texts }): string {
  const words = [card.title, card.subtitle ?? "", ...card.blocks.map(toWords)];
  const hasButtons = card.blocks.some(({ t }) => t === "actions" || t === "form");
  if (hasButtons) words.push(texts.slack.noButtons);
  return cut(escapeText(words.filter(Boolean).join("\n")), limits.fallbackText);
}

/** A bar and how full it is. */
export function progressLine({ label, ratio }: Extract<Block, { t: "progress" }>): string {
  const bar = renderBar(ratio);
  return `${label}: ${bar} ${[...bar].filter((step) => step === "█").length * 10}%`;
}

function toWords(block: Block): string {
  switch (block.t) {
    case "text":
    case "context":
      return plain(block.text);
    case "fields":
      return block.items.map(({ label, value }) => `${label}: ${plain(value)}`).join("\n");
    case "table":
      return [block.columns, ...block.rows.map((row) => row.map(plain))]
        .map((row) => row.join(" | "))
        .join("\n");
    case "chart":
    case "image":
      return block.alt;
    case "file":
      return block.name;
    case "progress":
      return progressLine(block);
    case "more":
      return [block.title, ...block.blocks.map(toWords)].join("\n");
    case "form":
      return renderFields(block.fields)
        .map(({ label, value }) => `${label}: ${plain(value)}`)
        .join("\n");
    case "actions":
    case "divider":
      return "";
  }
}
