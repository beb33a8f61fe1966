// sqlite3's callbacks as promises. Statements of one connection run one after another, off the event loop.
import sqlite3 from "sqlite3";

type Param = string | number;

export type Connection = {
  /** The rows of one statement; what it changes is committed when this resolves. */
  all<Row>(sql: string, ...params: Param[]): Promise<Row[]>;
  /** Runs a script of several statements. */
  exec(sql: string): Promise<void>;
  /** A statement that changes rows and is kept until `close`: each run is one trip to the thread pool, not three. */
  prepare(sql: string): Promise<RunPrepared>;
  close(): Promise<void>;
};

/** Committed when it resolves. `lastId` is the connection's latest row, of this run where it changed any. */
type RunPrepared = (...params: Param[]) => Promise<{ changes: number; lastId: number }>;

const modes = {
  read: sqlite3.OPEN_READONLY | sqlite3.OPEN_FULLMUTEX,
  write: sqlite3.OPEN_READWRITE | sqlite3.OPEN_FULLMUTEX,
  create: sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE | sqlite3.OPEN_FULLMUTEX,
} as const;

type Done<Value> = (error: Error | null, value?: Value) => void;
type Start<Value> = (done: Done<Value>) => void;

const busyTimeoutMs = 1_000;

/** Opens one connection to a database file; its errors are what `toError` makes of sqlite3's own. */
export async function connect(
  file: string,
  mode: keyof typeof modes,
  toError: (error: unknown) => unknown,
): Promise<Connection> {
  const promised = <Value>(start: Start<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      start((error, value) => {
        if (error) reject(toError(error));
        else resolve(value as Value);
      });
    });
  const database = await promised<sqlite3.Database>((done) => openDatabase(file, mode, done));
  // One at a time: statements waiting for the connection would each hold a thread of the pool.
  database.serialize();
  database.configure("busyTimeout", busyTimeoutMs);
  const kept: sqlite3.Statement[] = [];
  return {
    all: <Row>(sql: string, ...params: Param[]) =>
      promised<Row[]>((done) => database.all<Row>(sql, params, done)),
    exec: (sql) => promised<void>((done) => database.exec(sql, done)),
    async prepare(sql) {
      const statement = await promised<sqlite3.Statement>((done) => prepare(database, sql, done));
      kept.push(statement);
      return (...params) => promised((done) => run(statement, params, done));
    },
    close() {
      for (const statement of kept.splice(0)) statement.finalize();
      return promised<void>((done) => database.close(done));
    },
  };
}

function openDatabase(file: string, mode: keyof typeof modes, done: Done<sqlite3.Database>): void {
  const database: sqlite3.Database = new sqlite3.Database(file, modes[mode], (error) =>
    done(error, database),
  );
}

function prepare(database: sqlite3.Database, sql: string, done: Done<sqlite3.Statement>): void {
  const statement: sqlite3.Statement = database.prepare(sql, (error: Error | null) =>
    done(error, statement),
  );
}

type Ran = Awaited<ReturnType<RunPrepared>>;

function run(statement: sqlite3.Statement, params: Param[], done: Done<Ran>): void {
  statement.run(params, function (error) {
    done(error, { changes: this.changes, lastId: this.lastID });
  });
}
