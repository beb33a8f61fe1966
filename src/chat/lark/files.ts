// A file somebody sent: fetched and kept before Lark is told that we have it, so that none is lost.
import { RetryLater } from "../../core/errors.ts";
import { textsFor } from "../../core/text/texts.ts";
import { within } from "../../within.ts";
import { asErrors } from "./client/failures.ts";
import type { LarkClient } from "./client.ts";
import type { LarkOptions } from "./connection.ts";
import { limits } from "./limits.ts";
import type { LarkMessenger } from "./messenger.ts";
import type { FileEvent, FileInMessage } from "./parse.ts";

export type FileOptions = LarkOptions & {
  adapter: LarkMessenger;
  background: (work: () => Promise<void>) => void;
};
export type IncomingFile = { event: FileEvent; file: FileInMessage; client: LarkClient };

/**
 * Takes a file in, once; a slow one goes on while Lark is asked, by an error, to deliver the event again. One that
 * was taken is not fetched again: what core deleted since, a recording say, would come back.
 */
export function createReceiver(options: FileOptions): (incoming: IncomingFile) => Promise<void> {
  const taken = new Map<string, Promise<void>>();
  const start = (incoming: IncomingFile): Promise<void> => {
    const { key } = incoming.event;
    const work = receive(incoming, options);
    taken.set(key, work);
    work.catch(() => taken.delete(key));
    const [oldest] = taken.keys();
    if (taken.size > limits.filesRemembered && oldest !== undefined) taken.delete(oldest);
    // Whoever waits for it may have stopped waiting.
    options.background(() => work);
    return work;
  };
  return async (incoming) => {
    const work = taken.get(incoming.event.key) ?? start(incoming);
    const isTaken = work.then(() => true);
    if (await within(isTaken, options.answerMs ?? limits.answerMs)) return;
    throw new RetryLater("A file is still being fetched.", { afterMs: 15_000 });
  };
}

async function receive({ event, file, client }: IncomingFile, options: FileOptions): Promise<void> {
  const { host, saveFile, log, clock } = options;
  let kept: { assetId: string; name: string; mediaType: string };
  try {
    const { bytes, mediaType: told } = await asErrors(() => client.download(file));
    const mediaType = toMediaType(told, file);
    const name = withEnding(event.name, mediaType);
    kept = {
      ...{ name, mediaType },
      assetId: await saveFile({ name, mediaType, bytes, externalId: event.externalId }),
    };
  } catch (error) {
    const comesAgain = clock() - event.at < limits.fileTriesMs;
    if (error instanceof RetryLater && comesAgain) throw error;
    log.warn({ event: event.key, err: error }, "a file from Lark could not be read");
    return tellUnread(event, options);
  }
  await host.accept({ ...event, ...kept });
}

const unknownTypes = new Set(["", "application/octet-stream", "binary/octet-stream"]);

/** What Lark says the file is; where it only says "bytes", what such messages hold. */
function toMediaType(
  told: string,
  { mediaType = "application/octet-stream" }: FileInMessage,
): string {
  return unknownTypes.has(told) ? mediaType : told;
}

/** Pictures come without a name; whoever saves one later wants to open it. */
function withEnding(name: string, mediaType: string): string {
  const ending = /^image\/(png|jpeg|gif|webp|bmp|heic|tiff)$/.exec(mediaType)?.[1];
  return name.includes(".") || !ending ? name : `${name}.${ending.replace("jpeg", "jpg")}`;
}

/** Says that a file did not arrive; `where` is whom it came from. */
async function tellUnread(event: FileEvent, { adapter, languageOf }: FileOptions): Promise<void> {
  const title = textsFor(await languageOf(event)).lark.fileFailed;
  const key = `unread:${event.key}`;
  await adapter.send(event, { key, title, tone: "warn", summary: title, blocks: [] }, key);
}
