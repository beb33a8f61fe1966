// Buttons for what only some platforms have: a card goes out with those of its own platform, and without the rest.
import type { Block, Card } from "../core/card.ts";
import type { ChatAdapter } from "./adapter.ts";

/** A card as this platform can keep its promises. */
export function offerOn(adapter: Pick<ChatAdapter, "tasks"> | undefined, card: Card): Card {
  return adapter?.tasks ? card : { ...card, blocks: withoutTasks(card.blocks) };
}

function withoutTasks(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.t === "more") {
      const inside = withoutTasks(block.blocks);
      return inside.length > 0 ? [{ ...block, blocks: inside }] : [];
    }
    if (block.t !== "actions") return [block];
    const actions = block.actions.filter((one) => !("needs" in one && one.needs === "tasks"));
    return actions.length > 0 ? [{ ...block, actions }] : [];
  });
}
