// Short names of long texts.
import { hash } from "node:crypto";

/** 128 bits of SHA-256, in hex: names a text in little space. */
export function digestOf(text: string): string {
  return hash("sha256", text).slice(0, 32);
}
