// Links whose address says everything: of what, whose, until when, signed. Nothing about them is stored.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../core/ports.ts";

/** A token as it is read: `tampered` also where another installation, or an earlier key, signed it. */
export type ReadToken =
  | { state: "ok" | "expired"; id: string; words: string[]; expiresAt: number }
  | { state: "tampered" };

export type SignedLinks = {
  /** `words`: what the link says, in an order of the caller's own. */
  sign(words: readonly string[]): string;
  read(token: string): ReadToken;
};

/** `use`: a token signed for one use is none for another. */
export type SignedLinkOptions = { key: Buffer; use: string; lifeMs: number; clock: Clock };

const longestToken = 500;
const shape = z.tuple([z.string()], z.union([z.string(), z.int()]));

export function createSignedLinks({ key, use, lifeMs, clock }: SignedLinkOptions): SignedLinks {
  const sign = (payload: string) =>
    createHmac("sha256", key).update(`${use} `).update(payload).digest();
  return {
    sign(words) {
      const id = randomBytes(9).toString("base64url");
      const said = JSON.stringify([id, ...words, clock() + lifeMs]);
      const payload = Buffer.from(said).toString("base64url");
      return `${payload}.${sign(payload).toString("base64url")}`;
    },
    read(token) {
      const [payload = "", signature = "", ...more] = token.split(".");
      const given = Buffer.from(signature, "base64url");
      const right = sign(payload);
      const isWhole = token.length <= longestToken && more.length === 0;
      if (!isWhole || given.length !== right.length || !timingSafeEqual(given, right)) {
        return { state: "tampered" };
      }
      const said: unknown = JSON.parse(Buffer.from(payload, "base64url").toString());
      const [id, ...rest] = shape.parse(said);
      const expiresAt = z.int().parse(rest.at(-1));
      const state = clock() < expiresAt ? "ok" : "expired";
      return { state, id, words: rest.slice(0, -1).map(String), expiresAt };
    },
  };
}
