// Leads that a program brings: whose they are, who they are about, and what they start.
import type { Change, Gate, Refusal } from "../gate/gate.ts";
import { scheduleScan } from "../identity/duplicates/scan.ts";
import { scheduleAssignment } from "../leads/assigning/schedule-assignment.ts";
import type { Lead } from "../model.ts";
import type { Unit } from "../ports.ts";
import { toNameKey } from "../records/names.ts";
import { type Caller, sourceOf, writerOf } from "./caller.ts";
import { findKnown, keepExternalIds } from "./external-ids.ts";

/** A lead as it comes. At least one of name, company, email, phone and title says who it is. */
export type NewLead = Partial<
  Pick<
    Lead,
    "title" | "source" | "need" | "language" | "territory" | "budget" | "currency" | "productId"
  >
> & {
  budgetStatus?: string | undefined;
  /** The program's own id of it: sent again, it is the same lead. */
  externalId?: string | undefined;
  name?: string | undefined;
  company?: string | undefined;
  /** In one spelling. */
  email?: string | undefined;
  phone?: string | undefined;
  /** The address is whole, and may name somebody. */
  isNaming: boolean;
};

export type CreatedLeads =
  | {
      refusals: Refusal[];
      /** Of each change, the lead it was for. */
      leadOf: number[];
    }
  | { leads: { id: string; isNew: boolean }[] };

/**
 * Creates leads, all or none. A contact is known by a whole e-mail address that only one has, an account by its name;
 * whoever is new is compared with everybody, and doubles are put to a person, as after an import.
 */
export async function createLeads(
  unit: Unit,
  { gate }: { gate: Gate },
  { caller, leads, isBulk }: { caller: Caller; leads: readonly NewLead[]; isBulk: boolean },
): Promise<CreatedLeads> {
  const source = sourceOf(caller);
  const known = await findKnown(unit, { kind: "lead", source, rows: leads });
  const planning = await startPlan(unit, caller, leads);
  const plans = leads.map((lead) => {
    const id = known.get(lead.externalId ?? "");
    if (id) return { lead, id, isNew: false, changes: [] };
    const plan = planLead(planning, lead);
    if (lead.externalId) known.set(lead.externalId, plan.id);
    return plan;
  });
  const made = plans.flatMap((plan, index) => plan.changes.map((change) => ({ change, index })));
  if (made.length > 0) {
    const refusals = await gate.apply(unit, {
      ...writerOf(caller, { isBulk, more: ["contacts:write", "accounts:write"] }),
      ...{ reason: "brought in", whole: true, changes: made.map(({ change }) => change) },
    });
    if (refusals.length > 0) return { refusals, leadOf: made.map(({ index }) => index) };
  }
  const fresh = plans.filter(({ isNew }) => isNew);
  await keepExternalIds(unit, {
    ...{ kind: "lead", source },
    rows: fresh.map(({ id, lead: { externalId } }) => ({ id, externalId })),
  });
  start(unit, planning.ownerId === null ? fresh.map(({ id }) => id) : []);
  if (fresh.length > 0) scanSoon(unit, planning.ownerId);
  return { leads: plans.map(({ id, isNew }) => ({ id, isNew })) };
}

/** What is nobody's goes to the reps who fit best; what came together is divided together. */
function start(unit: Unit, leadIds: string[]): void {
  const [first] = leadIds;
  if (first) scheduleAssignment(unit, leadIds, first);
}

/** Comparing everybody takes seconds where there are many: once for all leads of a minute, not once for each. */
const scanEveryMs = 60_000;

function scanSoon(unit: Unit, askedBy: string | null): void {
  const since = Math.floor(unit.now / scanEveryMs) * scanEveryMs;
  const key = `api:${since}:${askedBy ?? ""}`;
  scheduleScan(unit, key, { since, askedBy, runAt: since + scanEveryMs });
}

type Planning = {
  unit: Unit;
  /** A rep's own program brings the rep's own leads. */
  ownerId: string | null;
  contacts: Map<string, { id: string; accountId: string | null }>;
  accounts: Map<string, string>;
};

async function startPlan(
  unit: Unit,
  { reach }: Caller,
  leads: readonly NewLead[],
): Promise<Planning> {
  const email = [...new Set(leads.flatMap((one) => (one.isNaming && one.email) || []))];
  const contacts: Planning["contacts"] = new Map();
  const shared = new Set<string>();
  for (const { id, email: address, accountId } of await unit.contacts.find({ email })) {
    if (contacts.has(address ?? "")) shared.add(address ?? "");
    contacts.set(address ?? "", { id, accountId });
  }
  // What several have names none of them.
  for (const address of shared) contacts.delete(address);
  const nameKey = [...new Set(leads.flatMap(({ company }) => (company ? toNameKey(company) : [])))];
  const accounts = await unit.accounts.find({ nameKey }, { order: { by: "id", descending: true } });
  const isReps = reach.kind === "people" && reach.person?.role === "rep";
  return {
    ...{ unit, contacts, ownerId: isReps ? (reach.person?.id ?? null) : null },
    accounts: new Map(accounts.map((one) => [one.nameKey, one.id])),
  };
}

type Plan = { lead: NewLead; id: string; isNew: boolean; changes: Change[] };

function planLead(planning: Planning, lead: NewLead): Plan {
  const { unit, ownerId } = planning;
  const changes: Change[] = [];
  const named = planAccount(planning, lead, changes);
  const contact = planContact(planning, lead, { accountId: named, changes });
  const id = unit.newId("lead");
  const { isNaming: _, externalId: __, name, company, email, phone, ...facts } = lead;
  const title = [name, company].filter(Boolean).join(" · ") || email || phone || "";
  const isOwned = ownerId !== null;
  const set = {
    ...{ title, ...facts, contactId: contact?.id ?? null },
    accountId: named ?? contact?.accountId ?? null,
    ...{ ownerId, selfSourced: isOwned, status: isOwned ? "accepted" : "new" },
  } as Partial<Lead>;
  changes.push({ kind: "lead", id, create: true, set });
  return { lead, id, isNew: true, changes };
}

function planAccount(
  { unit, accounts, ownerId }: Planning,
  { company }: NewLead,
  changes: Change[],
): string | null {
  if (!company) return null;
  const nameKey = toNameKey(company);
  const known = accounts.get(nameKey);
  if (known) return known;
  const id = unit.newId("account");
  accounts.set(nameKey, id);
  changes.push({ kind: "account", id, create: true, set: { name: company, ownerId } });
  return id;
}

type Contacting = { accountId: string | null; changes: Change[] };

function planContact(
  { unit, contacts }: Planning,
  { name, email, phone, isNaming }: NewLead,
  { accountId, changes }: Contacting,
): { id: string; accountId: string | null } | undefined {
  const known = isNaming ? contacts.get(email ?? "") : undefined;
  if (known) return known;
  if (!name && !email && !phone) return undefined;
  const contact = { id: unit.newId("contact"), accountId };
  if (isNaming && email) contacts.set(email, contact);
  const set = { accountId, name: name ?? null, email: email ?? null, phone: phone ?? null };
  changes.push({ kind: "contact", id: contact.id, create: true, set });
  return contact;
}
