// Files of a card: shared into the conversation before it, since a message's blocks carry none.
import { Buffer } from "node:buffer";
import type { webApi } from "@slack/bolt";
import { blocksOf, type Card } from "../../../core/card.ts";
import { Refused } from "../../../core/errors.ts";
import { toSendFailure } from "../client/failures.ts";
import type { SlackClient } from "../client.ts";
import type { ReadAsset } from "./images.ts";

/** A file on its way into a conversation, in a thread of it or not. */
export type Sharing = { channel: string; thread?: string; name: string; bytes: Uint8Array };

/** Uploads a file where its person sees it. */
export async function share(
  web: webApi.WebClient,
  { channel, thread, name, bytes }: Sharing,
): Promise<void> {
  const place = thread ? { channel_id: channel, thread_ts: thread } : { channel_id: channel };
  await web.filesUploadV2({ ...place, file: Buffer.from(bytes), filename: name });
}

type Place = {
  client: Pick<SlackClient, "share">;
  channel: string;
  thread?: string | undefined;
  readAsset: ReadAsset;
  /** Assets shared before, when the card after them did not arrive. */
  shared: Set<string>;
};

/** Shares each file of a card once, and returns the names of those Slack refused; one that is gone is left out. */
export async function shareFiles(
  card: Card,
  { client, channel, thread, readAsset, shared }: Place,
): Promise<string[]> {
  const refused: string[] = [];
  for (const { file, name } of blocksOf(card.blocks, "file")) {
    if (shared.has(file.asset)) continue;
    const found = await readAsset(file.asset);
    if (!found) continue;
    const sharing = { channel, name, bytes: found.bytes, ...(thread ? { thread } : {}) };
    if (await isTaken(client.share(sharing))) shared.add(file.asset);
    else refused.push(name);
  }
  return refused;
}

/** Refused, for a permission that is missing say, it must not hold up what its card says. */
async function isTaken(sharing: Promise<void>): Promise<boolean> {
  try {
    await sharing;
    return true;
  } catch (error) {
    if (toSendFailure(error) instanceof Refused) return false;
    throw error;
  }
}
