// Which characters the bytes of a file stand for.
import { createReadStream } from "node:fs";
import { Refused } from "../../../core/errors.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "windows-1252";

/**
 * UTF-16 by its mark; UTF-8 when the whole file is; else what Excel writes: GB18030 in China, windows-1252 in
 * the west. A western file would pass as Chinese ("Müller" as "M黮ler"), so the shape of the bytes decides.
 */
export async function detectEncoding(path: string, head: Uint8Array): Promise<Encoding> {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (await isAll(path, "utf-8")) return "utf-8";
  const { pairs, singles } = await countHighBytes(path);
  if (singles > pairs) return "windows-1252";
  if (await isAll(path, "gb18030")) return "gb18030";
  throw new Refused(
    "encoding_unknown",
    `${path} is neither UTF-8 nor GB18030 text: save it again as "CSV UTF-8".`,
    { path },
  );
}

async function isAll(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    // A TypeError is the decoder's word for malformed bytes.
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** High bytes come in pairs in Chinese text, and alone among letters in western text. */
async function countHighBytes(path: string): Promise<{ pairs: number; singles: number }> {
  let pairs = 0;
  let singles = 0;
  let run = 0;
  for await (const chunk of createReadStream(path)) {
    for (const byte of chunk as Uint8Array) {
      if (byte >= 0x80) {
        run += 1;
        continue;
      }
      pairs += run >> 1;
      singles += run & 1;
      run = 0;
    }
  }
  return { pairs: pairs + (run >> 1), singles: singles + (run & 1) };
}
