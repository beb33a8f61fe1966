// Card -> text, for when Slack takes none of its blocks.
import type { Block, Card } from "../../../core/card.ts";
import type { Texts } from "../../../core/text/en.ts";
import { wordsOf } from "../../plain-words.ts";
import { limits } from "../limits.ts";
import { renderBar } from "./line.ts";
import { cut, escapeText } from "./text.ts";

/** A card without blocks, for when Slack takes none of them: everything it says, and what to type instead. */
export function renderPlain(card: Card, { texts }: { texts: Texts }): string {
  const words = [
    card.title,
    card.subtitle ?? "",
    ...card.blocks.map((block) => wordsOf(block, progressLine)),
  ];
  const hasButtons = card.blocks.some(({ t }) => t === "actions" || t === "form");
  if (hasButtons) words.push(texts.slack.noButtons);
  return cut(escapeText(words.filter(Boolean).join("\n")), limits.fallbackText);
}

/** A bar and how full it is. */
export function progressLine({ label, ratio }: Extract<Block, { t: "progress" }>): string {
  const bar = renderBar(ratio);
  return `${label}: ${bar} ${[...bar].filter((step) => step === "█").length * 10}%`;
}
