// The last leads that were given out by fit, with what they are worth and what people call them.
import type { Lead } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import { medianOf } from "../../statistics/quantiles.ts";
import { customerName } from "../gathering/customer.ts";
import type { PastLead } from "./replay.ts";
import { everybody } from "./weights.ts";

/** Leads looked back on. */
const lastLeads = 100;

export type Past = {
  /** Latest first. */
  leads: PastLead[];
  /** Of leads and of people, by id. */
  names: ReadonlyMap<string, string>;
};

/** One assignment per lead, its latest; those a manager made say nothing about weights. */
export async function gatherPast(read: Reader, segment: string): Promise<Past> {
  const recent = await read.assignments.find(
    { authorId: null },
    { order: { by: "decidedAt", descending: true }, limit: 3 * lastLeads },
  );
  const latest = new Map<string, (typeof recent)[number]>();
  for (const each of recent) if (!latest.has(each.leadId)) latest.set(each.leadId, each);
  const candidates = await read.leads.find({ id: [...latest.keys()] });
  const belongs = await belongsTo(read, segment, candidates);
  const assignments = [...latest.values()]
    .filter(({ leadId }) => belongs.has(leadId))
    .slice(0, lastLeads);
  const given = new Set(assignments.map(({ leadId }) => leadId));
  const leads = candidates.filter(({ id }) => given.has(id));
  const leadOf = new Map(leads.map((lead) => [lead.id, lead]));
  const worth = worthOf(leads);
  return {
    leads: assignments.map((assignment) => ({
      assignment,
      worth: worth(leadOf.get(assignment.leadId)),
    })),
    names: await namesOf(read, leads),
  };
}

/** The leads that a segment's weights decide: those for everybody leave out kinds of customers with their own. */
async function belongsTo(
  read: Reader,
  segment: string,
  leads: readonly Lead[],
): Promise<ReadonlySet<string>> {
  const accounts = await read.accounts.find({ id: leads.flatMap((lead) => lead.accountId ?? []) });
  const segmentOf = new Map(accounts.map((account) => [account.id, account.segment]));
  const live = await read.weightVersions.find({ state: "published" });
  const own = new Set(live.map((version) => version.segment));
  const decidedBy = ({ accountId }: Lead): string => {
    const found = segmentOf.get(accountId ?? "") ?? everybody;
    return found === segment || own.has(found) ? found : everybody;
  };
  return new Set(leads.filter((lead) => decidedBy(lead) === segment).map(({ id }) => id));
}

/** Budgets where most leads state one in the same currency, the median standing for the others; else all are equal. */
function worthOf(leads: readonly Lead[]): (lead: Lead | undefined) => number {
  const counts = new Map<string, number>();
  for (const { budget, currency } of leads)
    if (budget && currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  const [common] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!common || common[1] < leads.length / 2) return () => 1;
  const isCommon = (lead: Lead | undefined) => lead?.currency === common[0];
  const budgets = leads.flatMap((lead) => (isCommon(lead) && lead.budget ? [lead.budget] : []));
  const middle = medianOf(budgets) ?? 1;
  return (lead) => (isCommon(lead) && lead?.budget ? lead.budget : middle);
}

async function namesOf(read: Reader, leads: Lead[]): Promise<Map<string, string>> {
  const people = await read.people.find({});
  const accounts = await read.accounts.find({ id: leads.flatMap((lead) => lead.accountId ?? []) });
  const contacts = await read.contacts.find({ id: leads.flatMap((lead) => lead.contactId ?? []) });
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  const contactOf = new Map(contacts.map((contact) => [contact.id, contact]));
  return new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...leads.map((lead) => {
      const account = accountOf.get(lead.accountId ?? "") ?? null;
      const contact = contactOf.get(lead.contactId ?? "") ?? null;
      return [lead.id, customerName({ lead, account, contact })] as const;
    }),
  ]);
}
