// The words of a message, for a shortcut picked on it.
import { type Block, type Card, plain } from "../../core/card.ts";
import type { LocalMessage } from "../../core/facts.ts";
import type { Said } from "./client.ts";

/** What a person said; of a card its title and its running text, which is what a platform would hand over. */
export function wordsOf({ author, body }: LocalMessage): string {
  if (author === "person") return (body as Said).text;
  const { title, blocks } = body as Card;
  return [title, ...blocks.map(textOf)].filter(Boolean).join("\n");
}

function textOf(block: Block): string {
  return block.t === "text" ? plain(block.text) : "";
}
