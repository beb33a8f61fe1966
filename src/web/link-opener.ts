// In which browser a link was opened first: only there it works from then on, so that one sent on is of no use.
import { createHash, randomBytes } from "node:crypto";
import type { Reader, Store } from "../core/ports.ts";

/** Where a link's first opening is kept: with the other things people did. */
const opened = { action: "page.open", kind: "link" } as const;

export type Opening = { linkId: string; readerId: string; detail: Record<string, string> };

/**
 * Opens a link in a browser. The first gets a secret, which it alone shows from then on; another one is refused.
 * Without a secret: this browser has opened it before.
 */
export async function openOnce(
  store: Store,
  { linkId, readerId, detail }: Opening,
  cookie: string | undefined,
): Promise<{ secret?: string } | "elsewhere"> {
  return store.write(async (unit) => {
    const standing = await openerOf(unit, { linkId, cookie });
    if (standing !== "nobody") return standing === "this" ? {} : "elsewhere";
    const secret = randomBytes(24).toString("base64url");
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: readerId, via: "chat", ...opened },
      recordId: linkId,
      detail: { ...detail, browser: hashOf(secret) },
    });
    return { secret };
  });
}

/** Whether a link was opened, and by the browser that shows this cookie. */
export async function openerOf(
  read: Pick<Reader, "audits">,
  { linkId, cookie }: { linkId: string; cookie: string | undefined },
): Promise<"nobody" | "this" | "another"> {
  const [first] = await read.audits.find({ kind: opened.kind, recordId: linkId }, { limit: 1 });
  const browser = (first?.detail as { browser?: string } | undefined)?.browser;
  if (browser === undefined) return "nobody";
  return cookie !== undefined && browser === hashOf(cookie) ? "this" : "another";
}

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");
