// The open deals somebody may update, as the reader of updates needs them and as people call them.
import type { Deal, Person } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import type { UpdateDeal } from "../reading/understood.ts";
import { dealSubjects, openDeals } from "../subjects.ts";

/** An open deal with what names it. */
export type OpenDeal = UpdateDeal & { label: string };

/** Open deals this person may write to, the latest changed first. */
export async function dealsOf(read: Reader, person: Person): Promise<OpenDeal[]> {
  const deals = await openDeals(read, person);
  return nameDeals(
    read,
    deals.toSorted((one, other) => other.updatedAt - one.updatedAt),
  );
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
  const subjects = await dealSubjects(read, [...deals]);
  const contactOf = ({ leadId, accountId }: Deal): string | undefined => {
    const own = byId.get(leads.get(leadId ?? "")?.contactId ?? "");
    const others = known.filter((one) => one.accountId !== null && one.accountId === accountId);
    const only = others.length === 1 ? others[0] : undefined;
    return (own ?? only)?.name ?? undefined;
  };
  return deals.map((deal, index) => {
    const account = accounts.get(deal.accountId ?? "")?.name ?? deal.name;
    const label = subjects[index]?.label ?? account;
    const product = products.get(deal.productId ?? "")?.name ?? deal.name;
    return { id: deal.id, account, stage: deal.stage, label, contact: contactOf(deal), product };
  });
}

/** What people call a deal. */
export async function labelOf(read: Reader, dealId: string): Promise<string> {
  const deal = await read.deals.get(dealId);
  const [named] = deal ? await nameDeals(read, [deal]) : [];
  return named?.label ?? "";
}

const toMap = <Row extends { id: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.id, row]));
