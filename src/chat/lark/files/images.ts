// Pictures of cards: uploaded once per app, shown by the key Lark gives.
import { blocksOf, type Card } from "../../../core/card.ts";
import type { LarkClient } from "../client.ts";
import type { LarkOptions } from "../connection.ts";
import { limits } from "../limits.ts";

export type Images = {
  /** Uploads what the card shows; those that fail are left out, and their words stand in for them. */
  of(
    card: Card,
    by: { connection: string; client: LarkClient },
  ): Promise<ReadonlyMap<string, string>>;
};

export function createImages({ readAsset, log }: Pick<LarkOptions, "readAsset" | "log">): Images {
  const kept = new Map<string, Map<string, string>>();
  const upload = async (asset: string, client: LarkClient): Promise<string> => {
    const found = await readAsset?.(asset);
    if (!found || found.bytes.byteLength > limits.image) return "";
    return client.uploadImage(found.bytes);
  };
  return {
    async of(card, { connection, client }) {
      const keys = kept.get(connection) ?? new Map<string, string>();
      kept.set(connection, keys);
      const assets = blocksOf(card.blocks, "image").map(({ image }) => image.asset);
      for (const asset of assets.filter((one) => !keys.has(one))) {
        const key = await upload(asset, client).catch((error: unknown) => {
          log.warn({ asset, err: error }, "a picture could not be sent to Lark");
        });
        if (key) keys.set(asset, key);
      }
      return keys;
    },
  };
}
