// sqlite3's callbacks as promises. Statements of one connection run one after another, off the event loop.
import sqlite3 from "sqlite3";

type Param = string | number;

export type Connection = {
  /** The rows of one statement; what it changes is committed when this resolves. */
  all<Row>(sql: string, ...params: Param[]): Promise<Row[]>;
  /** Runs a script of several statements. */
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
};

const modes = {
  read: sqlite3.OPEN_READONLY | sqlite3.OPEN_FULLMUTEX,
  write: sqlite3.OPEN_READWRITE | sqlite3.OPEN_FULLMUTEX,
  create: sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE | sqlite3.OPEN_FULLMUTEX,
} as const;

type Done<Value> = (error: Error | null, value?: Value) => void;

const busyTimeoutMs = 1_000;

/** Opens one connection to a database file; its errors are what `toError` makes of sqlite3's own. */
export async function connect(
  file: string,
  mode: keyof typeof modes,
  toError: (error: unknown) => unknown,
): Promise<Connection> {
  const database = await openDatabase(file, modes[mode]).catch((error) => {
    throw toError(error);
  });
  // One at a time: statements waiting for the connection would each hold a thread of the pool.
  database.serialize();
  database.configure("busyTimeout", busyTimeoutMs);
  const promised = <Value>(start: (done: Done<Value>) => void): Promise<Value> =>
    new Promise((resolve, reject) => {
      start((error, value) => {
        if (error) reject(toError(error));
        else resolve(value as Value);
      });
    });
  return {
    all: <Row>(sql: string, ...params: Param[]) =>
      promised<Row[]>((done) => database.all<Row>(sql, params, done)),
    exec: (sql) => promised<void>((done) => database.exec(sql, done)),
    close: () => promised<void>((done) => database.close(done)),
  };
}

function openDatabase(file: string, mode: number): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const database: sqlite3.Database = new sqlite3.Database(file, mode, (error) => {
      if (error) reject(error);
      else resolve(database);
    });
  });
}
