// Wiring of what training, talk tracks and answers share: the library in service, and the index over it.
import { join } from "node:path";
import type { Embedder } from "../core/training/embedder.ts";
import type { Library, Problem } from "../core/training/library.ts";
import type { ScriptSearch } from "../core/training/script-search.ts";
import type { Log } from "../log.ts";
import { createLiveLibrary } from "../sources/playbooks/live-library.ts";
import { shippedPlaybooks } from "../sources/playbooks/shipped.ts";
import { createScriptIndex } from "../store/script-index/script-index.ts";

export type TrainingOptions = {
  dataDir: string;
  log: Log;
  embedder?: Embedder;
  /** Where the shipped playbooks lie. */
  shipped?: string;
};

export type Training = {
  /** The library as it is now. Throws RetryLater before it was read once. */
  library(): Library;
  scripts: ScriptSearch;
  /** What is wrong with the company's own playbooks. */
  problems(): Problem[];
  /** Reads the playbooks and brings the index up to them; resolves when both serve what the files hold. */
  reload(): Promise<void>;
  /** Resolves when both serve, or could not be brought to; reads them where nobody did yet. */
  ready(): Promise<void>;
  /** `reload`, and again whenever a file changes. Waits for nothing. */
  start(): void;
  close(): void;
};

/** Nothing is read before `start`, `reload`, or the first who asks: most commands never need it. */
export function openTraining({ dataDir, log, ...options }: TrainingOptions): Training {
  const { embedder, shipped = shippedPlaybooks } = options;
  const index = createScriptIndex({
    ...{ folder: join(dataDir, "index"), log },
    ...(embedder ? { embedder } : {}),
  });
  let indexed = Promise.resolve();
  let isClosed = false;
  const tell = (what: string) => (error: unknown) => {
    if (!isClosed) log.error({ err: error }, what);
  };
  const live = createLiveLibrary({
    ...{ shipped, own: join(dataDir, "playbooks"), log },
    onChange: (library) => {
      indexed = index.update(library);
      indexed.catch(tell("the script index was not built"));
    },
  });
  const loading = createLoading(async () => {
    await live.reload();
    await indexed;
  }, tell("the playbooks are not in service"));
  return {
    library() {
      void loading.begin();
      return live.current();
    },
    scripts: {
      search(query, filter, limit) {
        void loading.begin();
        return index.search(query, filter, limit);
      },
    },
    problems: live.problems,
    reload: loading.again,
    ready: loading.begin,
    start() {
      void loading.begin();
      live.watch();
    },
    close() {
      isClosed = true;
      live.close();
      index.close();
    },
  };
}

/** Loads at the first who asks; after a failure, which is told, at the next. */
function createLoading(load: () => Promise<void>, onFailure: (error: unknown) => void) {
  let begun: Promise<void> | undefined;
  return {
    begin(): Promise<void> {
      begun ??= load().catch((error: unknown) => {
        begun = undefined;
        onFailure(error);
      });
      return begun;
    },
    /** Throws what went wrong. */
    again(): Promise<void> {
      begun = load();
      return begun;
    },
  };
}
