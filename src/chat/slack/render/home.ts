// Cards -> the Home tab, one below the other.
import type { Card } from "../../../core/card.ts";
import type { Texts } from "../../../core/text/en.ts";
import { limits } from "../limits.ts";
import { renderCards } from "../render.ts";
import { fitBlocks } from "./fit.ts";
import { plainText, type SlackBlock } from "./text.ts";

/** What views.publish takes. */
export type HomeView = { type: "home"; blocks: SlackBlock[] };

/** A stranger, whose cards are undefined, sees one sentence. */
export function renderHome(cards: Card[] | undefined, texts: Texts): HomeView {
  if (!cards) return { type: "home", blocks: [sentence(texts.chat.stranger)] };
  const blocks = renderCards(cards, { texts });
  const some = blocks.length > 0 ? blocks : [sentence(texts.slack.emptyHome)];
  const room = { most: limits.viewBlocks, mostText: limits.messageText * 2 };
  return { type: "home", blocks: fitBlocks(some, { ...room, note: texts.slack.leftOutHome }) };
}

function sentence(words: string): SlackBlock {
  return { type: "section", text: plainText(words, limits.sectionText) };
}
