// Links to a customer's page: whose it is, of whom and until when, signed. Nothing about them is stored.
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { CustomerPages } from "../../core/customers/graph/services.ts";
import type { Clock } from "../../core/ports.ts";

/** What a link says. `id`: tells one link from another, for who opened it and how often. */
export type PageLink = { id: string; customerId: string; readerId: string; expiresAt: number };

/** A token as it is read: `tampered` also where another installation, or an earlier key, signed it. */
export type ReadLink = { state: "ok" | "expired"; link: PageLink } | { state: "tampered" };

export type CustomerLinks = CustomerPages & {
  read(token: string): ReadLink;
  /** Whether browsers reach us encrypted, so that cookies may ask for it. */
  isSecure: boolean;
};

export type LinkOptions = { key: Buffer; publicUrl: string; lifeMs: number; clock: Clock };

const longestToken = 500;
const shape = z.tuple([z.string(), z.string(), z.string(), z.int()]);

export function createCustomerLinks({ key, publicUrl, lifeMs, clock }: LinkOptions): CustomerLinks {
  const sign = (payload: string) =>
    createHmac("sha256", key).update("customer-page ").update(payload).digest();
  return {
    hours: Math.round(lifeMs / 360_000) / 10,
    isSecure: publicUrl.startsWith("https:"),
    linkTo({ customerId, readerId }) {
      const id = randomBytes(9).toString("base64url");
      const said = JSON.stringify([id, customerId, readerId, clock() + lifeMs]);
      const payload = Buffer.from(said).toString("base64url");
      return `${publicUrl}/c/${payload}.${sign(payload).toString("base64url")}`;
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
      const [id, customerId, readerId, expiresAt] = shape.parse(said);
      const state = clock() < expiresAt ? "ok" : "expired";
      return { state, link: { id, customerId, readerId, expiresAt } };
    },
  };
}
