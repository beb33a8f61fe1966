// What a note can be about: the open leads and deals a person may write to.
import { customerName } from "../leads/gathering/customer.ts";
import { ownLeads, teamLeads } from "../leads/visible-leads.ts";
import type { Deal, Person } from "../model.ts";
import { readOrg } from "../people/org.ts";
import { may } from "../people/permissions.ts";
import type { Reader } from "../ports.ts";
import { toLooseKey } from "../records/names.ts";

/** An open lead or deal. */
export type Subject = {
  kind: "lead" | "deal";
  id: string;
  /** What a person calls it: "Chen Jing · Huaxin Precision". */
  label: string;
  contactId: string | null;
  accountId: string | null;
  updatedAt: number;
};

/** Every open lead and deal this person may write to, the latest changed first. */
export async function openSubjects(read: Reader, person: Person): Promise<Subject[]> {
  const isManager = person.role === "manager";
  const held = isManager ? await teamLeads(read, person) : await ownLeads(read, person);
  const leads = held.map(
    ({ lead, ...view }): Subject => ({
      kind: "lead",
      label: customerName({ lead, ...view }),
      ...{ id: lead.id, contactId: lead.contactId, accountId: lead.accountId },
      updatedAt: lead.updatedAt,
    }),
  );
  const deals = await dealSubjects(read, await openDeals(read, person));
  return [...leads, ...deals].sort((a, b) => b.updatedAt - a.updatedAt);
}

/** The subjects called something like `name`; an exact name alone wins. */
export function findSubjects(subjects: readonly Subject[], name: string): Subject[] {
  const wanted = toLooseKey(name);
  if (!wanted) return [];
  const exact = subjects.filter(({ label }) =>
    [label, ...label.split(" · ")].some((part) => toLooseKey(part) === wanted),
  );
  if (exact.length > 0) return exact;
  return subjects.filter(({ label }) => toLooseKey(label).includes(wanted));
}

/** Every open deal this person may write to. */
export async function openDeals(read: Reader, person: Person): Promise<Deal[]> {
  if (person.role !== "manager") return read.deals.find({ ownerId: person.id, status: "open" });
  const org = await readOrg(read);
  const deals = await read.deals.find({ status: "open" });
  return deals.filter(({ ownerId }) => {
    const ownerIds = ownerId ? [ownerId] : [];
    return may(person, "deal.write", { ownerIds }, org);
  });
}

/** Deals as subjects, in the same order; a deal's contact is the one of the lead it came from. */
export async function dealSubjects(read: Reader, deals: Deal[]): Promise<Subject[]> {
  const leads = await byId(read.leads, deals, "leadId");
  const accounts = await byId(read.accounts, deals, "accountId");
  return deals.map((deal): Subject => {
    const account = accounts.get(deal.accountId ?? "")?.name ?? "";
    const label = deal.name.includes(account) ? deal.name : `${deal.name} · ${account}`;
    const contactId = leads.get(deal.leadId ?? "")?.contactId ?? null;
    const { id, accountId, updatedAt } = deal;
    return { kind: "deal", id, label, contactId, accountId, updatedAt };
  });
}

async function byId<Row extends { id: string }>(
  table: { find(where: { id: string[] }): Promise<Row[]> },
  deals: Deal[],
  field: "leadId" | "accountId",
): Promise<Map<string, Row>> {
  const ids = [...new Set(deals.flatMap((deal) => deal[field] ?? []))];
  return new Map((await table.find({ id: ids })).map((row) => [row.id, row]));
}
