// The open deals somebody may update, as the reader of updates needs them and as people call them.
import type { Deal, Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import type { UpdateDeal } from "../reading/understood.ts";
import { openDeals } from "../subjects.ts";

/** An open deal with what names it. */
export type OpenDeal = UpdateDeal & { label: string };

/** Open deals this person may write to, the latest changed first. */
export async function dealsOf(read: Reader, person: Person): Promise<OpenDeal[]> {
  const deals = await openDeals(read, person);
  return nameDeals(read, deals.toSorted((one, other) => other.updatedAt - one.updatedAt));
}

/** Deals with the names of their account, contact and product. */
export async function nameDeals(read: Reader, deals: readonly Deal[]): Promise<OpenDeal[]> {
  const idsOf = (field: "accountId" | "leadId" | "productId") => [
    ...new Set(deals.flatMap((deal) => deal[field] ?? [])),
  ];
  const accounts = toMap(await read.accounts.find({ id: idsOf("accountId") }));
  const products = toMap(await read.products.find({ id: idsOf("productId") }));
  const leads = toMap(await read.leads.find({ id: idsOf("leadId") }));
  const contactIds = [...leads.values()].flatMap(({ contactId }) => contactId ?? []);
  const byId = toMap(await read.contacts.find({ id: contactIds }));
  const known = await read.contacts.find({ accountId: idsOf("accountId") });
  return deals.map((deal) => {
    const account = accounts.get(deal.accountId ?? "")?.name ?? deal.name;
    const own = byId.get(leads.get(deal.leadId ?? "")?.contactId ?? "");
    const others = known.filter(({ accountId }) => accountId !== null && accountId === deal.accountId);
    const contact = own ?? (others.length === 1 ? others[0] : undefined);
    return {
      ...{ id: deal.id, account, stage: deal.stage, label: labelOf(deal, account) },
      contact: contact?.name ?? undefined,
      product: products.get(deal.productId ?? "")?.name ?? deal.name,
    };
  });
}

const labelOf = ({ name }: Deal, account: string): string =>
  name.includes(account) ? name : `${name} · ${account}`;

const toMap = <Row extends { id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]));
