// Contacts and accounts that are new or changed: visitors who were called as they are can be linked now.
import type { Account, Contact } from "../model.ts";
import type { Reader, Unit } from "../ports.ts";
import type { FindOptions, Where } from "../tables.ts";
import { type IdentityServices, linkVisitors } from "./consume-touches.ts";
import { type CustomerIdentity, type Name, type Visitor, valuesByKind } from "./visitor.ts";

type Changed = { id: string; updatedAt: number };
type Table<Row> = { find(where: Where<Row>, options?: FindOptions<Row>): Promise<Row[]> };
type Work = ((unit: Unit) => Promise<void>) | undefined;

/** Names looked for at once. */
const mostNames = 5_000;
/** A transaction that began at the last moment seen may commit its records this much later. */
const stillOpenMs = 120_000;

/**
 * Records changed since a moment, in order, for a consumer whose position is the time of change. Those of the last
 * moment come again while a transaction of that moment may still commit; a moment is never cut in two.
 */
export async function changedSince<Row extends Changed>(
  table: Table<Row>,
  { since, limit, now }: { since: number; limit: number; now: number },
): Promise<{ position: number; record: Row }[]> {
  const after = now - since < stillOpenMs ? { gte: since } : { gt: since };
  const order = { by: "updatedAt", descending: false } as const;
  const where = { updatedAt: after } as unknown as Where<Row>;
  const rows = await table.find(where, { order, limit });
  const last = rows.at(-1);
  if (last && rows.length === limit) {
    const moment = { updatedAt: last.updatedAt } as Where<Row>;
    const known = new Set(rows.map(({ id }) => id));
    rows.push(...(await table.find(moment)).filter(({ id }) => !known.has(id)));
  }
  return rows.map((record) => ({ position: record.updatedAt, record }));
}

/** Links visitors to contacts that appeared, or that have an address or a phone now. */
export async function sweepContacts(
  services: IdentityServices,
  contacts: readonly Contact[],
): Promise<Work> {
  const outside = await outsideNames(services.read, "contact", contacts);
  const own = contacts.flatMap(({ email, phone }) => [
    ...(email ? [{ kind: "email", value: email }] : []),
    ...(phone ? [{ kind: "phone", value: phone }] : []),
  ]);
  return sweep(services, [...own, ...outside], ({ contactId }) => contactId === null);
}

/** Puts visitors with accounts that appeared, or that have a domain now. */
export async function sweepAccounts(
  services: IdentityServices,
  accounts: readonly Account[],
): Promise<Work> {
  const outside = await outsideNames(services.read, "account", accounts);
  const own = accounts.flatMap(({ domain }) => (domain ? [{ kind: "domain", value: domain }] : []));
  return sweep(services, [...own, ...outside], ({ accountId }) => accountId === null);
}

async function sweep(
  services: IdentityServices,
  names: Name[],
  isOpen: (visitor: Visitor) => boolean,
): Promise<Work> {
  const { read } = services;
  const called = await findCalled(read, names);
  const visitorIds = [...new Set(called.map(({ visitorId }) => visitorId))];
  const open = (await read.visitors.find({ id: visitorIds })).filter(isOpen);
  if (open.length === 0) return undefined;
  return async (unit) => {
    const ids = open.map(({ id }) => id);
    await linkVisitors(unit, services, await unit.customerIdentities.find({ visitorId: ids }));
  };
}

async function findCalled(read: Reader, names: readonly Name[]): Promise<CustomerIdentity[]> {
  const called: CustomerIdentity[] = [];
  for (const [kind, value] of valuesByKind(names)) {
    called.push(...(await read.customerIdentities.find({ kind, value }, { limit: mostNames })));
  }
  return called;
}

/** What other systems call these records: `hubspot.contact` for `import:hubspot`. */
async function outsideNames(
  read: Reader,
  kind: "contact" | "account",
  records: readonly { id: string }[],
): Promise<Name[]> {
  const rows = await read.externalIds.find({ kind, recordId: records.map(({ id }) => id) });
  return rows.flatMap(({ source, externalId }) => {
    const system = source.split(":").at(-1) ?? "";
    const kinds = kind === "contact" ? ["contact", "lead", "user"] : ["company", "account"];
    return kinds.map((one) => ({ kind: `${system}.${one}`, value: externalId }));
  });
}
