// Reads what health is measured on: open deals and leads, customers, and what is known of their golden fields.
import type { FieldValue } from "../../facts.ts";
import { groupBy } from "../../group-by.ts";
import type { Account, Contact, Deal, Lead, Role } from "../../model.ts";
import type { Reader } from "../../ports.ts";
import type { Contract, ContractKind } from "../contracts/contract.ts";
import { toStandings } from "../contracts/standing.ts";
import type { Drift } from "../contracts/stored.ts";
import type { Subject } from "./metric.ts";

/** Whose records: of these people and, where asked for, of nobody; or everybody's. */
export type Scope = { ownerIds: readonly string[]; withUnowned: boolean } | "everything";

export type Gathering = {
  read: Reader;
  contracts: readonly Contract[];
  scope: Scope;
  /** The latest of each kind, at most so many. */
  limit?: number;
  /** Lets others work in between. */
  pause: () => Promise<void>;
};

/** Records read at once: a step takes some milliseconds. */
const step = 1_000;
/** A value that was kept out says that a source sees it differently. */
const differs: ReadonlySet<Drift["code"]> = new Set(["outranked", "replaced"]);

type Plain = Omit<Subject, "standings" | "drifted" | "stageSince">;

/** Hands out the records in portions, each with what is known about it. */
export async function* gatherSubjects(gathering: Gathering): AsyncGenerator<Subject[]> {
  const { read, pause } = gathering;
  const people = await read.people.find({});
  const roles = new Map(people.map(({ id, role }) => [id, role]));
  for (const records of await readRecords(gathering)) {
    for (let from = 0; from < records.length; from += step) {
      await pause();
      yield await withFacts(gathering, records.slice(from, from + step), roles);
    }
  }
}

async function readRecords(gathering: Gathering): Promise<Plain[][]> {
  const { read, pause } = gathering;
  const open = { status: ["new", "offered", "accepted", "pool"] } as const;
  const deals = await readOwned<Deal>(gathering, (owner, options) =>
    read.deals.find({ ...owner, status: "open" }, options),
  );
  await pause();
  const leads = await readOwned<Lead>(gathering, (owner, options) =>
    read.leads.find({ ...owner, ...open }, options),
  );
  await pause();
  const owned = await readOwned<Account>(gathering, (owner, options) =>
    read.accounts.find(owner, options),
  );
  const accounts = await withUsed(read, owned, [...deals, ...leads]);
  await pause();
  const contacts = await readContacts(gathering, accounts, leads);
  await pause();
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  const holder = holders([...deals, ...leads]);
  const ownerOf = (account: Account) => account.ownerId ?? holder.get(account.id) ?? null;
  return [
    deals.map((deal) => ofDeal(deal, accountOf.get(deal.accountId ?? ""))),
    leads.map((lead) => ofLead(lead, accountOf.get(lead.accountId ?? ""))),
    ofAccounts(accounts, ownerOf),
    ofContacts(contacts, { accountOf, ownerOf, holder }),
  ];
}

type Owner = { ownerId?: readonly string[] | null };
type Latest<Row> = { order: { by: keyof Row & "updatedAt"; descending: true }; limit?: number };

async function readOwned<Row extends { updatedAt: number }>(
  { scope, limit }: Gathering,
  find: (owner: Owner, options: Latest<Row>) => Promise<Row[]>,
): Promise<Row[]> {
  const order = { by: "updatedAt", descending: true } as const;
  const options: Latest<Row> = limit === undefined ? { order } : { order, limit };
  if (scope === "everything") return find({}, options);
  const owned = scope.ownerIds.length > 0 ? await find({ ownerId: scope.ownerIds }, options) : [];
  return scope.withUnowned ? [...owned, ...(await find({ ownerId: null }, options))] : owned;
}

/** The accounts that somebody owns, and those they have a deal or a lead with. */
async function withUsed(
  read: Reader,
  owned: readonly Account[],
  used: readonly (Deal | Lead)[],
): Promise<Account[]> {
  const known = new Set(owned.map(({ id }) => id));
  const ids = new Set(
    used.flatMap(({ accountId }) => accountId ?? []).filter((id) => !known.has(id)),
  );
  return ids.size > 0 ? [...owned, ...(await read.accounts.find({ id: [...ids] }))] : [...owned];
}

async function readContacts(
  { read, scope, limit }: Gathering,
  accounts: readonly Account[],
  leads: readonly Lead[],
): Promise<Contact[]> {
  if (scope === "everything") {
    const order = { by: "updatedAt", descending: true } as const;
    return read.contacts.find({}, limit === undefined ? { order } : { order, limit });
  }
  const byAccount = await read.contacts.find({ accountId: accounts.map(({ id }) => id) });
  const known = new Set(byAccount.map(({ id }) => id));
  const more = leads.flatMap(({ contactId }) => contactId ?? []).filter((id) => !known.has(id));
  return [...byAccount, ...(await read.contacts.find({ id: [...new Set(more)] }))];
}

/** Whose open deal or lead is with an account or a contact. */
function holders(open: readonly (Deal | Lead)[]): Map<string, string> {
  const holder = new Map<string, string>();
  for (const record of open) {
    const { ownerId, accountId } = record;
    if (ownerId === null) continue;
    if (accountId !== null) holder.set(accountId, ownerId);
    if ("contactId" in record && record.contactId !== null) holder.set(record.contactId, ownerId);
  }
  return holder;
}

const ofDeal = (deal: Deal, account: Account | undefined): Plain => ({
  ...{ kind: "deal", record: deal, name: deal.name, ownerId: deal.ownerId, hasTwin: false },
  region: account?.territory ?? null,
});

const ofLead = (lead: Lead, account: Account | undefined): Plain => ({
  ...{ kind: "lead", record: lead, name: lead.title, ownerId: lead.ownerId, hasTwin: false },
  region: lead.territory ?? account?.territory ?? null,
});

function ofAccounts(
  accounts: readonly Account[],
  ownerOf: (one: Account) => string | null,
): Plain[] {
  const isTwin = twins(accounts, ({ nameKey, domain, creditCode }) => [
    nameKey,
    domain,
    creditCode,
  ]);
  return accounts.map((account) => ({
    ...{ kind: "account", record: account, name: account.name, ownerId: ownerOf(account) },
    ...{ region: account.territory, hasTwin: isTwin(account) },
  }));
}

type Around = {
  accountOf: ReadonlyMap<string, Account>;
  ownerOf: (account: Account) => string | null;
  holder: ReadonlyMap<string, string>;
};

function ofContacts(contacts: readonly Contact[], { accountOf, ownerOf, holder }: Around): Plain[] {
  const isTwin = twins(contacts, ({ email, phone }) => [email?.toLowerCase() ?? null, phone]);
  return contacts.map((contact) => {
    const account = accountOf.get(contact.accountId ?? "");
    const ownerId = holder.get(contact.id) ?? (account ? ownerOf(account) : null);
    return {
      ...{ kind: "contact", record: contact, name: contact.name ?? account?.name ?? "–", ownerId },
      ...{ region: account?.territory ?? null, hasTwin: isTwin(contact) },
    };
  });
}

/** Whether another row has one of the keys of a row. */
function twins<Row>(rows: readonly Row[], keysOf: (row: Row) => (string | null)[]) {
  const seen = new Map<string, number>();
  const keys = (row: Row) => keysOf(row).map((key, index) => (key ? `${index} ${key}` : ""));
  for (const key of rows.flatMap(keys)) if (key) seen.set(key, (seen.get(key) ?? 0) + 1);
  return (row: Row) => keys(row).some((key) => (seen.get(key) ?? 0) > 1);
}

async function withFacts(
  { read, contracts }: Gathering,
  records: readonly Plain[],
  roles: ReadonlyMap<string, Role>,
): Promise<Subject[]> {
  const [first] = records;
  if (!first) return [];
  const recordId = records.map(({ record }) => record.id);
  const field = contracts.filter(({ kind }) => kind === first.kind).map((one) => one.field);
  const values = await read.fieldValues.find({ kind: first.kind, recordId, field });
  const drifts = await read.drifts.find({ recordId });
  const since = await stagesSince(read, first.kind, recordId);
  const valuesOf = groupBy<FieldValue, string>(values, (value) => value.recordId);
  const driftsOf = groupBy(
    drifts.filter(({ code }) => differs.has(code)),
    (drift) => drift.recordId,
  );
  return records.map((plain) => {
    const { id } = plain.record;
    const standings = toStandings(valuesOf.get(id) ?? [], roles);
    const open = (driftsOf.get(id) ?? []).filter(
      // Whoever said it after the drift has decided.
      (drift) =>
        (standings.get(drift.field)?.at ?? 0) <= drift.at &&
        drift.value !== plain.record[drift.field],
    );
    const drifted = new Set(open.map((drift) => drift.field));
    return { ...plain, standings, drifted, stageSince: since.get(id) ?? null };
  });
}

async function stagesSince(
  read: Reader,
  kind: ContractKind,
  dealId: string[],
): Promise<Map<string, number>> {
  if (kind !== "deal") return new Map();
  const moves = await read.stageChanges.find({ dealId }, { order: { by: "at" } });
  return new Map(moves.map((move) => [move.dealId, move.at]));
}
