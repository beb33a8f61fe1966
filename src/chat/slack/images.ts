// Pictures: uploaded once, shown by Slack's id of them, and as their words where that fails.
import { setTimeout } from "node:timers/promises";
import type { webApi } from "@slack/bolt";
import { z } from "zod";
import type { Block, Card } from "../../core/card.ts";
import type { Log } from "./bolt-log.ts";
import type { SlackClient } from "./client.ts";

/** The bytes of a picture a card shows. */
export type ReadAsset = (
  id: string,
) => Promise<{ name: string; mediaType: string; bytes: Uint8Array } | undefined>;

/** A picture to be uploaded, with words for those who cannot see it. */
export type Picture = { name: string; bytes: Uint8Array; alt: string };
const uploaded = z.object({
  files: z.array(z.object({ files: z.array(z.object({ id: z.string() })) })),
});

/** Slack shows an uploaded picture only once it has looked at it; before that the whole message is refused. */
export async function upload(
  web: webApi.WebClient,
  { name, bytes, alt }: Picture,
): Promise<string> {
  const answer = await web.filesUploadV2({
    file: Buffer.from(bytes),
    filename: name,
    alt_text: alt,
  });
  const id = uploaded.parse(answer).files[0]?.files[0]?.id;
  if (!id) throw new Error("Slack gave the uploaded picture no id.");
  for (let look = 0; look < mostLooks; look += 1) {
    const { file } = fileInfo.parse(await web.files.info({ file: id }));
    if (file.mimetype) return id;
    await setTimeout(lookAgainMs);
  }
  throw new Error("Slack did not get the uploaded picture ready.");
}

const fileInfo = z.object({ file: z.object({ mimetype: z.string().optional() }) });
const mostLooks = 10;
const lookAgainMs = 300;

type Uploading = {
  client: Pick<SlackClient, "upload">;
  /** Slack's ids of those uploaded before, by asset. */
  pictures: Map<string, string>;
  readAsset: ReadAsset;
  log: Log;
};

/** Slack's ids of a card's pictures; one that cannot be uploaded is shown as its words. */
export async function uploadAll(
  card: Card,
  { client, pictures, readAsset, log }: Uploading,
): Promise<Map<string, string>> {
  for (const { image, alt } of imagesOf(card.blocks)) {
    if (pictures.has(image.asset)) continue;
    try {
      const file = await readAsset(image.asset);
      if (file) pictures.set(image.asset, await client.upload({ ...file, alt }));
    } catch (error) {
      log.warn({ err: error, asset: image.asset }, "a picture was not uploaded");
    }
  }
  return pictures;
}

function imagesOf(blocks: Block[]): Extract<Block, { t: "image" }>[] {
  return blocks.flatMap((block) => {
    if (block.t === "more") return imagesOf(block.blocks);
    return block.t === "image" ? [block] : [];
  });
}
