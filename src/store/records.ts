// The records database: a reader that never writes, and a writer that works alone.
//
// Why two clients and a mutex: on one Prisma client with this adapter, a query made while an interactive
// transaction is open runs inside that transaction, and vanishes when it rolls back (prisma/orm#29933;
// test/store/records.test.ts shows the hazard and that it cannot happen here).
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import type { NewId } from "../core/ids.ts";
import type { Clock, Reader, Store, Unit } from "../core/ports.ts";
import { PrismaClient } from "./generated/client.ts";
import { migrate } from "./migrate.ts";
import { createMutex } from "./mutex.ts";
import { type Client, createReadTable, factShapes, recordShapes } from "./tables.ts";
import { createUnit } from "./unit.ts";

export type Records = Omit<Store, "write"> & {
  /** As in Store; plumbing beside this file also gets at its own tables in the same transaction. */
  write<Result>(
    work: (unit: Unit, client: Client) => Promise<Result>,
    options?: WriteOptions,
  ): Promise<Result>;
  /** For the plumbing beside this file (inbox, outbox, jobs): its own tables, in the same transactions. */
  transaction<Result>(
    work: (client: Client) => Promise<Result>,
    options?: WriteOptions,
  ): Promise<Result>;
  client: Client;
  close(): Promise<void>;
};

/** `isUrgent`: a platform or a person waits for this very transaction, so it goes before the others. */
export type WriteOptions = { isUrgent?: boolean };

export type RecordsOptions = {
  file: string;
  clock: Clock;
  newId: NewId;
  /** Called after a commit that queued messages or jobs, so that nobody has to poll. */
  onCommit?: (wrote: { messages: number; jobs: number }) => void;
  /** Open for reading only: no migration, no write. */
  readOnly?: boolean;
};

// A transaction waits for nobody (the mutex sees to that), so these only catch a stuck one.
const transactionLimits = { maxWait: 30_000, timeout: 120_000 };

export async function openRecords(options: RecordsOptions): Promise<Records> {
  const { file, clock, newId, onCommit } = options;
  if (!options.readOnly) await migrate(file);
  const writer = await connect(file);
  const reader = await connect(file);
  await reader.$queryRawUnsafe("PRAGMA query_only = ON");
  const alone = createMutex();

  const transaction: Records["transaction"] = (work, options) =>
    alone(() => writer.$transaction((client) => work(client), transactionLimits), options);

  return {
    client: reader,
    read: createReader(reader),
    transaction,
    async write(work, options) {
      const { result, wrote } = await transaction(async (client) => {
        const { unit, flush } = createUnit(client, { now: clock(), newId });
        const result = await work(unit, client);
        return { result, wrote: await flush() };
      }, options);
      onCommit?.(wrote);
      return result;
    },
    async close() {
      await alone(async () => {});
      await reader.$disconnect();
      await writer.$disconnect();
    },
  };
}

async function connect(file: string): Promise<PrismaClient> {
  const adapter = new PrismaBetterSqlite3(
    { url: `file:${file}` },
    { timestampFormat: "unixepoch-ms" },
  );
  const client = new PrismaClient({ adapter });
  await client.$queryRawUnsafe("PRAGMA journal_mode = WAL");
  // better-sqlite3 is built with synchronous=NORMAL in WAL: an acknowledged write could be lost.
  await client.$executeRawUnsafe("PRAGMA synchronous = FULL");
  return client;
}

function createReader(client: Client): Reader {
  const facts = Object.entries(factShapes).map(([name, shape]) => [
    name,
    createReadTable(client, shape),
  ]);
  return {
    teams: createReadTable(client, recordShapes.team),
    people: createReadTable(client, recordShapes.person),
    accounts: createReadTable(client, recordShapes.account),
    contacts: createReadTable(client, recordShapes.contact),
    products: createReadTable(client, recordShapes.product),
    leads: createReadTable(client, recordShapes.lead),
    deals: createReadTable(client, recordShapes.deal),
    ...Object.fromEntries(facts),
  };
}
