// A kept file as a download. What a customer sent is never shown as a page: only plain pictures open in place.
import { NotFound } from "../../../core/errors.ts";
import type { LocalChat } from "../chat.ts";

const pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

export async function serveAsset(chat: LocalChat, id: string): Promise<Response> {
  const kept = await chat.asset(id);
  if (!kept) throw new NotFound("local.not-found", `No asset has the id ${id}.`);
  const { name, mediaType } = kept.asset;
  const isPicture = pictures.includes(mediaType);
  const disposition = `${isPicture ? "inline" : "attachment"}; filename*=UTF-8''${toFileName(name)}`;
  return new Response(new Uint8Array(kept.bytes), {
    headers: {
      "content-type": isPicture ? mediaType : "application/octet-stream",
      "content-disposition": disposition,
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=3600",
    },
  });
}

// RFC 8187: percent-encoded UTF-8, also the signs that encodeURIComponent leaves alone.
function toFileName(name: string): string {
  const encode = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(name.toWellFormed()).replace(/['()*!]/g, encode);
}
