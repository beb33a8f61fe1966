// Links to a customer's page: whose it is, of whom and until when, signed.
import type { CustomerPages } from "../../core/customers/graph/services.ts";
import type { Clock } from "../../core/ports.ts";
import { createSignedLinks } from "../signed-links.ts";

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

export function createCustomerLinks({ key, publicUrl, lifeMs, clock }: LinkOptions): CustomerLinks {
  const links = createSignedLinks({ key, use: "customer-page", lifeMs, clock });
  return {
    hours: Math.round(lifeMs / 360_000) / 10,
    isSecure: publicUrl.startsWith("https:"),
    linkTo: ({ customerId, readerId }) => `${publicUrl}/c/${links.sign([customerId, readerId])}`,
    read(token) {
      const found = links.read(token);
      if (found.state === "tampered") return found;
      const { state, id, expiresAt } = found;
      const [customerId = "", readerId = ""] = found.words;
      return { state, link: { id, customerId, readerId, expiresAt } };
    },
  };
}
