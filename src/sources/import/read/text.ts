// Bytes of a file as characters.
import { createReadStream } from "node:fs";
import type { Encoding } from "./encoding.ts";

/** The first characters of a file, without its byte order mark. */
export function decodeHead(head: Uint8Array, encoding: Encoding): string {
  // Streaming, so that a character cut at the end is dropped and not replaced.
  return new TextDecoder(encoding).decode(head, { stream: true });
}

/** The characters of a file, piece by piece, without its byte order mark. */
export async function* readText(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
