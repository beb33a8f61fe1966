// The body of a delivery, read no further than its source may send, and unpacked.
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { Refused } from "../../core/errors.ts";
import type { Delivery } from "../../core/journey/touch-source.ts";

const unpack = promisify(gunzip);

/** The text of a request. Throws Refused: `too_large` before or while reading, `malformed`, `wrong_type`. */
export async function readBody(
  request: Request,
  { header, maxBytes }: { header: Delivery["header"]; maxBytes: number },
): Promise<string> {
  const length = Number(header("content-length") ?? Number.NaN);
  if (length > maxBytes) throw tooLarge(maxBytes);
  const encoding = header("content-encoding") ?? "identity";
  if (encoding === "identity" && length >= 0) return request.text();
  const packed = await readBytes(request, maxBytes);
  if (encoding === "identity") return packed.toString("utf8");
  if (encoding !== "gzip") {
    throw new Refused("wrong_type", `Bodies come plain or in gzip, not in ${encoding}.`);
  }
  return (await unzip(packed, maxBytes)).toString("utf8");
}

async function readBytes({ body }: Request, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop early cancels the stream: what is too much is never read.
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function unzip(packed: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return await unpack(packed, { maxOutputLength: maxBytes });
  } catch (error) {
    const isLarge =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    throw isLarge ? tooLarge(maxBytes) : new Refused("malformed", "The body is not valid gzip.");
  }
}

function tooLarge(maxBytes: number): Refused {
  const size = maxBytes >= 1_000_000 ? `${maxBytes / 1_000_000} MB` : `${maxBytes / 1_000} KB`;
  return new Refused("too_large", `The request is larger than ${size}. Send less at once.`);
}
