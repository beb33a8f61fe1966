// Files of a card that a platform refused: the card says so, rather than being lost with them.
import { type Card, text } from "../core/card.ts";
import type { Texts } from "../core/text/en.ts";

/** The card with a line for each file that could not be sent. */
export function tellUnsent(card: Card, names: string[], { common }: Texts): Card {
  if (names.length === 0) return card;
  const lines = names.map((name) => ({
    t: "context" as const,
    text: [text(common.fileNotSent({ name }))],
  }));
  return { ...card, blocks: [...card.blocks, ...lines] };
}
