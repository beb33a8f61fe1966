import { createHash } from "node:crypto";

/** 128 bits of SHA-256, in hex: names a text in little space. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
