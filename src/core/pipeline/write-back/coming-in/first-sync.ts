// The first sync: everything a CRM has, page by page, each page kept with its cursor. Interrupted, it goes on from there.
import { Refused } from "../../../errors.ts";
import type { CrmConnection, CrmKind } from "../mapping.ts";
import type { CrmServices } from "../services.ts";
import type { SyncCounts } from "../stored.ts";
import { cursorId, readPage } from "./poll-changes.ts";

export type SyncProgress = { crm: string; kind: CrmKind; done: boolean } & SyncCounts;

/** Accounts before contacts, and both before what is about them. */
const order: readonly CrmKind[] = ["account", "contact", "lead", "deal"];

/** Reads every kind to its end, and says how far it is after each page. */
export async function* firstSync(
  connection: CrmConnection,
  services: CrmServices,
): AsyncGenerator<SyncProgress> {
  for (const kind of order.filter((one) => connection.mapping.records[one])) {
    yield* syncKind(connection, kind, services);
  }
}

async function* syncKind(
  connection: CrmConnection,
  kind: CrmKind,
  services: CrmServices,
): AsyncGenerator<SyncProgress> {
  const { store } = services;
  const { name: crm } = connection;
  const at = await store.read.crmCursors.get(cursorId(crm, kind, true));
  if (at?.syncedAt) {
    yield { crm, kind, done: true, ...at.counts };
    return;
  }
  let more = true;
  while (more) {
    const take = await readPage({ connection, kind, isFirst: true }, services);
    const next = await store.write(take);
    more = next.more;
    yield { crm, kind, done: !more, ...next.counts };
  }
}

/** The connection of this name; the only one where none is named. */
export function pickConnection(
  crm: readonly CrmConnection[],
  name: string | undefined,
): CrmConnection {
  const [only] = crm;
  const found = name ? crm.find((one) => one.name === name) : only;
  if (found && (name || crm.length === 1)) return found;
  const names = crm.map((one) => one.name).join(", ");
  const message = names
    ? `Name one of the connected CRMs: ${names}.`
    : "No CRM is connected. README, “Add a CRM”, says how.";
  throw new Refused("no_crm", message);
}
