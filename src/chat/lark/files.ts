// A file somebody sent: fetched and kept before Lark is told that we have it, so that none is lost.
import { setTimeout } from "node:timers/promises";
import { RetryLater } from "../../core/errors.ts";
import { textsFor } from "../../core/text/texts.ts";
import type { LarkClient } from "./client.ts";
import type { LarkOptions } from "./connection.ts";
import { limits } from "./limits.ts";
import type { LarkMessenger } from "./messenger.ts";
import type { FileEvent, LarkFile } from "./parse.ts";

export type FileOptions = LarkOptions & {
  adapter: LarkMessenger;
  background: (work: () => Promise<void>) => void;
};
type Incoming = { event: Omit<FileEvent, "assetId">; file: LarkFile; client: LarkClient };

/** Takes a file in; a slow one goes on while Lark is asked, by an error, to deliver the event again. */
export function createReceiver(options: FileOptions): (incoming: Incoming) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const start = (incoming: Incoming): Promise<void> => {
    const { key } = incoming.event;
    const work = receive(incoming, options).finally(() => underWay.delete(key));
    underWay.set(key, work);
    // Whoever waits for it may have stopped waiting.
    options.background(() => work);
    return work;
  };
  return async (incoming) => {
    const work = underWay.get(incoming.event.key) ?? start(incoming);
    const giveUp = new AbortController();
    const late = setTimeout(options.answerMs ?? limits.answerMs, "late", { signal: giveUp.signal });
    const first = await Promise.race([work, late.catch(() => "late")]).finally(() =>
      giveUp.abort(),
    );
    if (first !== "late") return;
    throw new RetryLater("A file is still being fetched.", { afterMs: 15_000 });
  };
}

async function receive({ event, file, client }: Incoming, options: FileOptions): Promise<void> {
  const { host, saveFile, log } = options;
  const { externalId, name } = event;
  let assetId: string;
  try {
    const { bytes, mediaType } = await client.download(file);
    assetId = await saveFile({ name, mediaType, bytes, externalId });
  } catch (error) {
    if (error instanceof RetryLater) throw error;
    log.warn({ event: event.key, err: error }, "a file from Lark could not be read");
    return tellUnread(event, options);
  }
  await host.accept({ ...event, assetId });
}

async function tellUnread(
  event: Omit<FileEvent, "assetId">,
  { adapter, languageOf }: FileOptions,
): Promise<void> {
  const title = textsFor(await languageOf(event)).lark.fileFailed;
  const key = `unread:${event.key}`;
  await adapter.send(event, { key, title, tone: "warn", summary: title, blocks: [] }, key);
}
