// What people call a record.
import { customerName, viewLead } from "../../leads/gathering/customer.ts";
import type { Reader } from "../../ports.ts";
import type { CrmKind } from "./mapping.ts";

type Reads = Pick<Reader, "leads" | "deals" | "accounts" | "contacts">;

export async function nameOf(read: Reads, kind: CrmKind, recordId: string): Promise<string> {
  if (kind === "lead") {
    const view = await viewLead(read, recordId);
    return view ? customerName(view) : recordId;
  }
  if (kind === "deal") return (await read.deals.get(recordId))?.name ?? recordId;
  if (kind === "account") return (await read.accounts.get(recordId))?.name ?? recordId;
  return (await read.contacts.get(recordId))?.name ?? recordId;
}
