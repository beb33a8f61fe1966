// Group commit: one write to disk for all who append within a few milliseconds.

/** What one caller appends: ids beside the rows as JSON. */
type Appended = { ids: string[]; rows: string[] };

type Counts = { stored: number; duplicates: number };

type Waiting = Appended & { resolve(counts: Counts): void; reject(error: unknown): void };

type GroupCommitOptions = {
  /** How long the first of a batch waits for others. */
  collectMs: number;
  /** A batch this large waits for nobody. */
  maxRows: number;
  /** Stores rows in one transaction. */
  commit(rows: string[]): Promise<Fresh>;
};

/** Which ids were new. */
export type Fresh = "all" | string[];

type GroupCommit = {
  add(appended: Appended): Promise<Counts>;
  /** Resolves when everything added before is settled. */
  drain(): Promise<void>;
};

/** Collects what callers append and commits it batch after batch; each caller gets counts of its own. */
export function createGroupCommit({ collectMs, maxRows, commit }: GroupCommitOptions): GroupCommit {
  let waiting: Waiting[] = [];
  let waitingRows = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;

  const start = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    if (!running && waiting.length > 0) running = commitAll();
    return running ?? Promise.resolve();
  };

  // What came in during a commit has waited long enough: it goes with the next one at once.
  const commitAll = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      waitingRows = 0;
      await commitBatch(batch, commit);
    }
    // In the same turn as the last look at `waiting`: whoever appends a turn later must find nobody running.
    running = undefined;
  };

  return {
    add: (appended) =>
      new Promise((resolve, reject) => {
        waiting.push({ ...appended, resolve, reject });
        waitingRows += appended.rows.length;
        if (waitingRows >= maxRows) void start();
        else timer ??= setTimeout(start, collectMs);
      }),
    drain: start,
  };
}

async function commitBatch(batch: Waiting[], commit: GroupCommitOptions["commit"]): Promise<void> {
  try {
    const fresh = await commit(batch.flatMap(({ rows }) => rows));
    const count = fresh === "all" ? countAll : countIn(new Set(fresh));
    for (const caller of batch) caller.resolve(count(caller));
  } catch (error) {
    for (const caller of batch) caller.reject(error);
  }
}

const countAll = ({ ids }: Appended): Counts => ({ stored: ids.length, duplicates: 0 });

/** The first caller to name a new id has stored it; for every later one it is a duplicate. */
function countIn(fresh: Set<string>): (caller: Appended) => Counts {
  return ({ ids }) => {
    const stored = ids.filter((id) => fresh.delete(id)).length;
    return { stored, duplicates: ids.length - stored };
  };
}
