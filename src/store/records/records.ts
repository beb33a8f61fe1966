// The records database: a reader that never writes, and a writer that works alone.
//
// Why two clients and a mutex: on one Prisma client with this adapter, a query made while an interactive
// transaction is open runs inside that transaction, and vanishes when it rolls back (prisma/orm#29933;
// test/store/records/records.test.ts shows the hazard and that it cannot happen here).
import type { NewId } from "../../core/ids.ts";
import type { Clock, Reader, Store, Unit } from "../../core/ports.ts";
import { connect, type SyncLevel } from "./connection.ts";
import { toRecordsError } from "./errors.ts";
import { migrate } from "./migrate.ts";
import { createMutex } from "./mutex.ts";
import type { Parameter, Sql } from "./sql.ts";
import { type Client, createReadTable, createRecordTables, factShapes } from "./tables.ts";
import { createUnit } from "./unit.ts";

/** A transaction under way: Prisma's client and prepared statements, both within it. */
export type Tx = { prisma: Client; sql: Sql };

export type Records = Omit<Store, "write"> & {
  /** As in Store; plumbing beside this file also gets at its own tables in the same transaction. */
  write<Result>(
    work: (unit: Unit, tx: Tx) => Promise<Result>,
    options?: WriteOptions,
  ): Promise<Result>;
  /** For the plumbing beside this file (inbox, outbox, jobs): its own tables, in the same transactions. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>, options?: WriteOptions): Promise<Result>;
  /**
   * One statement in a transaction of its own, without Prisma's: for what is written a hundred times a second and can
   * be done again from what is on the disk already, should the power fail.
   */
  note(text: string, ...parameters: Parameter[]): Promise<void>;
  /** Reading, outside transactions. */
  client: Client;
  sql: Sql;
  /** Empties the write-ahead log, which keeps what was there before; false while somebody reads. */
  emptyLog(): Promise<boolean>;
  /** Rewrites the file without what was deleted, and empties the log; false while somebody reads. */
  compact(): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * `isUrgent`: a platform or a person waits for this very transaction, so it goes before the others. `sync`: NORMAL
 * for what can be done again from what is on the disk already, should the power fail.
 */
export type WriteOptions = { isUrgent?: boolean; sync?: SyncLevel };

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
  reader.sql.run("PRAGMA query_only = ON");
  const alone = createMutex();

  const transaction: Records["transaction"] = (work, { isUrgent, sync = "FULL" } = {}) => {
    const { prisma, sql, setSync } = writer;
    const task = () => {
      setSync(sync);
      return prisma
        .$transaction((client) => work({ prisma: client, sql }), transactionLimits)
        .catch((error: unknown) => {
          throw toRecordsError(file, error);
        });
    };
    return alone(task, isUrgent ? { isUrgent } : {});
  };

  return {
    client: reader.prisma,
    sql: reader.sql,
    read: createReader(reader.sql),
    transaction,
    async write(work, options) {
      const { result, wrote } = await transaction(async (tx) => {
        const { unit, flush } = createUnit(tx, { now: clock(), newId });
        const result = await work(unit, tx);
        return { result, wrote: await flush() };
      }, options);
      onCommit?.(wrote);
      return result;
    },
    note: (...statement) => alone(async () => runAlone(writer, file, statement)),
    emptyLog: () => alone(async () => writer.emptyLog()),
    compact: () =>
      alone(async () => {
        writer.rewrite();
        return writer.emptyLog();
      }),
    async close() {
      await alone(async () => {});
      await reader.prisma.$disconnect();
      await writer.prisma.$disconnect();
    },
  };
}

type Writer = Awaited<ReturnType<typeof connect>>;

function runAlone({ sql, setSync }: Writer, file: string, statement: Parameters<Sql["run"]>): void {
  setSync("NORMAL");
  try {
    sql.run(...statement);
  } catch (error) {
    throw toRecordsError(file, error);
  }
}

function createReader(sql: Sql): Reader {
  const facts = Object.entries(factShapes).map(([name, shape]) => [
    name,
    createReadTable(sql, shape),
  ]);
  return { ...createRecordTables(sql), ...Object.fromEntries(facts) };
}
