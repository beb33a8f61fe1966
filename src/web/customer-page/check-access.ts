// Who may see a page, asked anew at every request: the link, its reader, their customer, and the browser it is for.
import { type Customer, visibleCustomers } from "../../core/customers/find-customers.ts";
import type { Person } from "../../core/model.ts";
import type { Reader, Store } from "../../core/ports.ts";
import { openerOf, openOnce } from "../link-opener.ts";
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
  const opener = await openerOf(reads.read, { linkId: checked.link.id, cookie });
  return opener === "this" ? checked : { refused: "elsewhere", reader: checked.reader };
}

/** Opens a link in a browser, where it is the first or was it. */
export async function openLink(
  store: Store,
  { link, reader, customer }: Access,
  cookie: string | undefined,
): Promise<{ secret?: string } | "elsewhere"> {
  const opening = { linkId: link.id, readerId: reader.id, detail: { customerId: customer.id } };
  return openOnce(store, opening, cookie);
}
