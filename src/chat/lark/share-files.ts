// Files of a card: each sent as a message of its own before it, since cards carry none.
import type { Block, Card } from "../../core/card.ts";
import type { LarkClient } from "./client.ts";
import type { LarkOptions } from "./connection.ts";

type Place = {
  client: Pick<LarkClient, "uploadFile">;
  /** Sends the message of one file; the same key sends it once. */
  post(message: { key: string; content: { file_key: string } }): Promise<unknown>;
  readAsset: LarkOptions["readAsset"];
  /** The card's own key. */
  key: string;
};

/** Sends each file of a card; one that is gone is left out. */
export async function shareFiles(
  card: Card,
  { client, post, readAsset, key }: Place,
): Promise<void> {
  for (const { file, name } of filesOf(card.blocks)) {
    const found = await readAsset?.(file.asset);
    if (!found) continue;
    const file_key = await client.uploadFile({ name, bytes: found.bytes });
    await post({ key: `${key}:${file.asset}`, content: { file_key } });
  }
}

function filesOf(blocks: Block[]): Extract<Block, { t: "file" }>[] {
  return blocks.flatMap((block) => {
    if (block.t === "more") return filesOf(block.blocks);
    return block.t === "file" ? [block] : [];
  });
}
