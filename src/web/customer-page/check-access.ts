// Who may see a page, asked anew at every request: the link, its reader, their customer, and the browser it is for.
import { createHash, randomBytes } from "node:crypto";
import { type Customer, visibleCustomers } from "../../core/customers/find-customers.ts";
import type { Person } from "../../core/model.ts";
import type { Reader, Store } from "../../core/ports.ts";
import type { CustomerLinks, PageLink } from "./links.ts";

/** Why a page is not shown. */
export type RefusalCode = "expired" | "tampered" | "elsewhere" | "lost" | "busy";
export type Access = { link: PageLink; reader: Person; customer: Customer };
/** `reader`: whose language the refusal is in, where the link told. */
export type Refusal = { refused: RefusalCode; reader?: Person | undefined };
export type Checked = Access | Refusal;

type Reads = { read: Reader; links: CustomerLinks };

/** Without regard to the browser: what a page's empty frame needs. */
export async function checkLink({ read, links }: Reads, token: string): Promise<Checked> {
  const found = links.read(token);
  if (found.state === "tampered") return { refused: "tampered" };
  const { link } = found;
  const reader = await read.people.get(link.readerId);
  if (found.state === "expired") return { refused: "expired", reader };
  if (!reader?.active) return { refused: "lost", reader };
  const customers = await visibleCustomers(read, reader);
  const customer = customers.find(({ id }) => id === link.customerId);
  return customer ? { link, reader, customer } : { refused: "lost", reader };
}

/** With it: `cookie` is the secret that the first browser was given. */
export async function checkAccess(
  reads: Reads,
  { token, cookie }: { token: string; cookie: string | undefined },
): Promise<Checked> {
  const checked = await checkLink(reads, token);
  if ("refused" in checked) return checked;
  const opener = await openerOf(reads.read, checked.link);
  if (opener !== undefined && cookie !== undefined && opener === hashOf(cookie)) return checked;
  return { refused: "elsewhere", reader: checked.reader };
}

/** Where a link's first opening is kept: with the other things people did. */
const opened = { action: "page.open", kind: "link" } as const;

/**
 * Opens a link in a browser. The first gets a secret, which it alone shows from then on; another one is refused, so that
 * a link sent on is of no use. Undefined: this browser has opened it before.
 */
export async function openLink(
  store: Store,
  { link, reader, customer }: Access,
  cookie: string | undefined,
): Promise<{ secret?: string } | "elsewhere"> {
  return store.write(async (unit) => {
    const opener = await openerOf(unit, link);
    if (opener !== undefined) {
      return cookie !== undefined && opener === hashOf(cookie) ? {} : "elsewhere";
    }
    const secret = randomBytes(24).toString("base64url");
    await unit.audits.put({
      ...{ id: unit.newId("audit"), at: unit.now, actorId: reader.id, via: "chat", ...opened },
      recordId: link.id,
      detail: { customerId: customer.id, browser: hashOf(secret) },
    });
    return { secret };
  });
}

async function openerOf(
  read: Pick<Reader, "audits">,
  { id }: PageLink,
): Promise<string | undefined> {
  const [first] = await read.audits.find({ kind: opened.kind, recordId: id }, { limit: 1 });
  return (first?.detail as { browser?: string } | undefined)?.browser;
}

const hashOf = (secret: string) => createHash("sha256").update(secret).digest("base64url");
