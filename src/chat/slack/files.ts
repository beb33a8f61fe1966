// Files people drop: fetched with the bot's token from Slack's own hosts only, and kept as assets.
import { RetryLater } from "../../core/errors.ts";
import { limits, times } from "./limits.ts";
import type { SlackFile } from "./parse.ts";

/** Keeps a file; the same `externalId` again may give the asset kept before. */
export type SaveFile = (file: {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
  externalId: string;
}) => Promise<string>;

export type Fetched =
  | { assetId: string; name: string; mediaType: string }
  | { problem: "tooBig" | "unreadable" };
export type FetchFile = (file: SlackFile) => Promise<Fetched>;

export type FilesOptions = {
  token: string;
  saveFile: SaveFile;
  /** What Slack knows of a file of which an event says no more than its id. */
  look(id: string): Promise<SlackFile>;
  /** Further hosts that may see the token: the loopback server of a test. */
  hosts?: string[];
};

/** Fetches each file once at a time: Slack sends the event again while a big one is still on its way. */
export function createFetchFile(options: FilesOptions): FetchFile {
  const underWay = new Map<string, Promise<Fetched>>();
  return (file) => {
    const known = underWay.get(file.id);
    if (known) return known;
    const fetching = fetchFile(file, options).finally(() => underWay.delete(file.id));
    underWay.set(file.id, fetching);
    return fetching;
  };
}

async function fetchFile(named: SlackFile, options: FilesOptions): Promise<Fetched> {
  const file = urlOf(named) ? named : { ...named, ...(await options.look(named.id)) };
  if ((file.size ?? 0) > limits.file) return { problem: "tooBig" };
  const url = urlOf(file);
  if (!isSlackHost(url, options.hosts ?? [])) return { problem: "unreadable" };
  const response = await download(url, options.token);
  const mediaType = mediaTypeOf(file);
  if (!response.ok || isSignIn(response, mediaType)) return { problem: "unreadable" };
  const bytes = await readUpTo(response, limits.file);
  if (!bytes) return { problem: "tooBig" };
  const name = file.name || file.id;
  const assetId = await options.saveFile({ name, mediaType, bytes, externalId: file.id });
  return { assetId, name, mediaType };
}

const urlOf = (file: SlackFile): string => file.url_private_download || file.url_private || "";

/** What a file is; a voice clip is sound alone, whatever its container is called. */
export function mediaTypeOf({ mimetype, subtype }: SlackFile): string {
  const given = mimetype || "application/octet-stream";
  return subtype === "slack_audio" ? given.replace(/^video\//, "audio/") : given;
}

/** Without the right to read files Slack answers with its sign-in page, or sends there. */
function isSignIn({ headers }: Response, expected: string): boolean {
  return headers.get("content-type")?.startsWith("text/html") === true && expected !== "text/html";
}

async function download(url: string, token: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: "manual",
      signal: AbortSignal.timeout(times.callMs),
    });
  } catch {
    throw new RetryLater("slack: a file could not be fetched", { afterMs: 5_000 });
  }
}

function isSlackHost(url: string, hosts: string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, host } = new URL(url);
  const isNear = (known: string) => isLoopback(known) && isLoopback(host);
  if (hosts.some((known) => known === host || isNear(known))) return true;
  return protocol === "https:" && /(^|\.)slack(-files)?\.com$/.test(hostname);
}

/** A server that stands in for Slack on this machine may keep its files on another port. */
function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/.test(host);
}

/** The bytes of a body, unless there are more than the limit. */
export async function readUpTo(
  body: { body: ReadableStream<Uint8Array> | null },
  limit: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body.body ?? []) {
    size += part.byteLength;
    if (size > limit) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
