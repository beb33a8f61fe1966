// The leads a person may see, with the assignment that stands for each.
import type { Lead, Person } from "../model.ts";
import { readOrg } from "../people/org.ts";
import { may } from "../people/permissions.ts";
import type { Reader } from "../ports.ts";
import { toLooseKey } from "../records/names.ts";
import type { Assignment } from "./assigning/assignment.ts";
import { customerName, type LeadView } from "./gathering/customer.ts";

export type HeldLead = LeadView & { assignment: Assignment | null };

const openStatuses = ["new", "offered", "accepted"] as const;

/** Open leads that are, or are offered to, this person; those that became deals are deals. Newest first. */
export async function ownLeads(read: Reader, person: Person): Promise<HeldLead[]> {
  const offers = await read.assignments.find({ repId: person.id, state: ["offered", "accepted"] });
  const owned = await read.leads.find({ ownerId: person.id, status: ["offered", "accepted"] });
  const id = offers.map((offer) => offer.leadId);
  const offered = await read.leads.find({ id, status: openStatuses });
  const leads = new Map([...owned, ...offered].map((lead) => [lead.id, lead]));
  return withAssignments(read, [...leads.values()], offers);
}

/** Open leads of a manager's people, and those that are nobody's. Nobody's first, then newest. */
export async function teamLeads(read: Reader, person: Person): Promise<HeldLead[]> {
  const org = await readOrg(read);
  const leads = await read.leads.find({ status: openStatuses });
  const offers = await read.assignments.find({ state: ["offered", "accepted"] });
  const offeredTo = new Map(offers.map((offer) => [offer.leadId, offer.repId]));
  const visible = leads.filter((lead) => {
    const ownerIds = [lead.ownerId, offeredTo.get(lead.id)].filter((id) => typeof id === "string");
    return may(person, "lead.read", { ownerIds }, org);
  });
  const held = await withAssignments(read, visible, offers);
  return held.sort(
    ({ lead: a }, { lead: b }) =>
      rankOf(a) - rankOf(b) || (a.status === "offered" ? a.createdAt - b.createdAt : 0),
  );
}

/** Nobody's first, then those that wait for an answer, the longest first. */
function rankOf({ status }: Lead): number {
  if (status === "new") return 0;
  return status === "offered" ? 1 : 2;
}

/** Leads among these whose customer is called something like `name`; an exact name alone wins. */
export function findByName(held: HeldLead[], name: string): HeldLead[] {
  const wanted = toLooseKey(name);
  const names = (one: HeldLead) =>
    [one.contact?.name, one.account?.name, one.lead.title, customerName(one)].map((part) =>
      toLooseKey(part ?? ""),
    );
  const exact = held.filter((one) => names(one).includes(wanted));
  if (exact.length > 0) return exact;
  return held.filter((one) => names(one).some((part) => part.includes(wanted)));
}

async function withAssignments(
  read: Reader,
  leads: Lead[],
  offers: Assignment[],
): Promise<HeldLead[]> {
  const ids = (field: "contactId" | "accountId") => leads.flatMap((lead) => lead[field] ?? []);
  const contacts = new Map(
    (await read.contacts.find({ id: ids("contactId") })).map((row) => [row.id, row]),
  );
  const accounts = new Map(
    (await read.accounts.find({ id: ids("accountId") })).map((row) => [row.id, row]),
  );
  return leads
    .map((lead) => ({
      lead,
      contact: contacts.get(lead.contactId ?? "") ?? null,
      account: accounts.get(lead.accountId ?? "") ?? null,
      assignment: offers.find((offer) => offer.leadId === lead.id) ?? null,
    }))
    .sort((a, b) => b.lead.createdAt - a.lead.createdAt);
}
