// Files of a card: each sent as a message of its own before it, since cards carry none.
import { blocksOf, type Card } from "../../../core/card.ts";
import { LarkFault } from "../client/failures.ts";
import type { LarkClient } from "../client.ts";
import type { LarkOptions } from "../connection.ts";

type Place = {
  client: Pick<LarkClient, "uploadFile">;
  /** Sends the message of one file; the same key sends it once. */
  post(message: { key: string; content: { file_key: string } }): Promise<unknown>;
  readAsset: LarkOptions["readAsset"];
  /** The card's own key. */
  key: string;
};

/** Sends each file of a card, and returns the names of those Lark refused; one that is gone is left out. */
export async function shareFiles(
  card: Card,
  { client, post, readAsset, key }: Place,
): Promise<string[]> {
  const refused: string[] = [];
  for (const { file, name } of blocksOf(card.blocks, "file")) {
    const found = await readAsset?.(file.asset);
    if (!found) continue;
    const send = async () => {
      const file_key = await client.uploadFile({ name, bytes: found.bytes });
      await post({ key: `${key}:${file.asset}`, content: { file_key } });
    };
    if (!(await isTaken(send()))) refused.push(name);
  }
  return refused;
}

/** Refused, for a permission that is missing say, it must not hold up what its card says. */
async function isTaken(sending: Promise<void>): Promise<boolean> {
  try {
    await sending;
    return true;
  } catch (error) {
    if (error instanceof LarkFault && !["later", "token"].includes(error.reaction)) return false;
    throw error;
  }
}
