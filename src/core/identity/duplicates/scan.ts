// After an import or a new lead: what came in is compared with every customer, and doubles are proposed for merging.
import type { Account, Contact } from "../../model.ts";
import type { Store, Unit } from "../../ports.ts";
import type { ReadTable } from "../../tables.ts";
import type { MergeKind } from "../merge-row.ts";
import type { MergeProposal } from "../propose-merge.ts";
import type { ComparedAccount, ComparedContact } from "./customer-columns.ts";
import { type ProposeServices, proposeMerges } from "./propose-duplicates.ts";
import { reasonsFor, type Similarities } from "./reasons.ts";

export const scanJob = "duplicates.scan";

/** What a scan looks at: records changed since a moment. `askedBy`: who may decide where nobody owns them. */
export type ScanPayload = { since: number; askedBy: string | null };

/** Two rows that are probably one, by number, and how alike they are by column. */
export type FoundPair = {
  left: number;
  right: number;
  probability: number;
  similarities: Similarities;
};

/** Compares rows; those `wanted` with all others. Beside the event loop where there are many. */
export type FindPairs = (
  rows:
    | { kind: "contact"; rows: readonly ComparedContact[] }
    | { kind: "account"; rows: readonly ComparedAccount[] },
  wanted: readonly number[],
) => Promise<FoundPair[]>;

export type ScanServices = ProposeServices & { store: Store; findPairs: FindPairs };

/** Queues a scan, in the transaction that changed the records; once per key. */
export function scheduleScan(
  unit: Unit,
  key: string,
  { runAt = unit.now, ...payload }: ScanPayload & { runAt?: number },
): void {
  unit.schedule({ kind: scanJob, key: `${scanJob}:${key}`, runAt, payload });
}

/** The job. */
export async function scanDuplicates(
  { since, askedBy }: ScanPayload,
  services: ScanServices,
): Promise<(unit: Unit) => Promise<void>> {
  const { read } = services.store;
  const changed = { updatedAt: { gte: since } };
  const isNews = (await read.accounts.count(changed)) + (await read.contacts.count(changed)) > 0;
  if (!isNews) return async () => {};
  const accounts = await readAll(read.accounts);
  const contacts = await readAll(read.contacts);
  const proposals = [
    ...(await findAccounts(accounts, since, services)),
    ...(await findContacts({ contacts, accounts }, since, services)),
  ];
  return (unit) => proposeMerges(unit, services, { proposals, askedBy });
}

/** Rows read at once: enough to be quick, few enough to let others in between. */
const pageSize = 2_000;

async function readAll<Row extends { id: string }>(table: ReadTable<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const after = rows.at(-1)?.id;
    const where = after === undefined ? {} : { id: { gt: after } };
    const page = await table.find(where as Parameters<typeof table.find>[0], {
      ...{ order: { by: "id", descending: false }, limit: pageSize },
    });
    for (const row of page) rows.push(row);
    if (page.length < pageSize) return rows;
  }
}

async function findAccounts(
  accounts: readonly Account[],
  since: number,
  { findPairs }: ScanServices,
): Promise<MergeProposal[]> {
  const rows = accounts.map(({ name, domain, creditCode, vatId, country }) => {
    return { name, domain, creditCode, vatId, country };
  });
  const pairs = await findPairs({ kind: "account", rows }, changedIn(accounts, since));
  return toProposals("account", pairs, {
    rows: accounts,
    quote: ({ name, domain }) => ({ name, domain }),
    isWanted: ({ updatedAt }) => updatedAt >= since,
  });
}

async function findContacts(
  { contacts, accounts }: { contacts: readonly Contact[]; accounts: readonly Account[] },
  since: number,
  { findPairs }: ScanServices,
): Promise<MergeProposal[]> {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  const companyOf = ({ accountId }: Contact) => names.get(accountId ?? "") ?? null;
  const rows = contacts.map((contact) => {
    const { name, email, phone } = contact;
    return { name, email, phone, company: companyOf(contact) };
  });
  const pairs = await findPairs({ kind: "contact", rows }, changedIn(contacts, since));
  return toProposals("contact", pairs, {
    rows: contacts,
    quote: (contact) => ({
      ...{ name: contact.name, email: contact.email, phone: contact.phone },
      ...{ company: companyOf(contact), domain: contact.email?.replace(/^.*@/, "") },
    }),
    isWanted: ({ updatedAt }) => updatedAt >= since,
  });
}

function changedIn(rows: readonly { updatedAt: number }[], since: number): number[] {
  return rows.flatMap(({ updatedAt }, row) => (updatedAt >= since ? row : []));
}

type Described<Row> = {
  rows: readonly Row[];
  quote: (row: Row) => Record<string, string | null | undefined>;
  isWanted: (row: Row) => boolean;
};

/** Each record that came in is proposed once, with its likeliest partner; the older of the two is kept. */
function toProposals<Row extends { id: string; createdAt: number }>(
  kind: MergeKind,
  pairs: readonly FoundPair[],
  { rows, quote, isWanted }: Described<Row>,
): MergeProposal[] {
  const proposed = new Set<string>();
  const ordered = [...pairs].sort((one, other) => other.probability - one.probability);
  return ordered.flatMap(({ left, right, similarities }) => {
    const [one, other] = [rows[left], rows[right]];
    if (!one || !other) return [];
    const news = [one, other].filter(isWanted);
    if (news.length === 0 || news.every(({ id }) => proposed.has(id))) return [];
    for (const { id } of news) proposed.add(id);
    const [kept, merged] = isOlder(one, other) ? [one, other] : [other, one];
    const reasons = reasonsFor(kind, similarities, quote(kept));
    return [{ kind, keptId: kept.id, mergedId: merged.id, reasons }];
  });
}

type Aged = { id: string; createdAt: number };

function isOlder(one: Aged, other: Aged): boolean {
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt;
  return one.id < other.id;
}
