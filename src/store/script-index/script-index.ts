// The index of every talk track: serves the library it was last given, and goes on serving it while the next is built.
import { RetryLater } from "../../core/errors.ts";
import type { Embedder } from "../../core/training/embedder.ts";
import type { Library } from "../../core/training/library.ts";
import type { ScriptSearch } from "../../core/training/script-search.ts";
import type { Log } from "../../log.ts";
import { buildIndex } from "./build-index.ts";
import { createEmbedding, type Embedding } from "./embedding.ts";
import { digestOf, type IndexedEntry, listEntries, toDocument } from "./entry-documents.ts";
import type { IndexKey } from "./index-file.ts";
import { type OpenIndex, openStored, readIndex } from "./index-folder.ts";
import { type SearchDocument, toParts } from "./search-document.ts";
import { findEntries, localOnly, type Serving, toLocalServing, toServing } from "./serving.ts";
import type { Vectors } from "./vectors/vector-set.ts";

export type ScriptIndexOptions = {
  /** Where the index is kept. */
  folder: string;
  /** Without one, and whenever it fails, vectors fitted on the library serve. */
  embedder?: Embedder;
  log: Log;
  /** How long after an endpoint failed it is asked again for the whole library. */
  retryMs?: number;
};

export type ScriptIndex = ScriptSearch & {
  /** Brings a library into service: from disk if its index is kept there, else built. Earlier ones go first. */
  update(library: Library): Promise<void>;
  close(): void;
};

const builtInMs = 2_000;

/** Nothing is read or built before the first `update`. */
export function createScriptIndex(options: ScriptIndexOptions): ScriptIndex {
  const { folder, embedder, log, retryMs = 600_000 } = options;
  const closing = new AbortController();
  const { signal } = closing;
  const embedding = embedder && createEmbedding({ embedder, log, signal });
  let serving: Serving | undefined;
  let last = Promise.resolve();
  let retry: NodeJS.Timeout | undefined;

  const replace = async (library: Library) => {
    clearTimeout(retry);
    const task = toTask(library, embedding);
    serving = (await reuse(task, { folder, serving, log })) ?? serving;
    if (signal.aborted || isFor(serving, task)) return;
    const remoteRows = await embedding?.embedAll(task.documents);
    const reached = remoteRows ? task : { ...task, embedder: localOnly };
    if (reached.embedder !== task.embedder)
      retry = setTimeout(() => later(library), retryMs).unref();
    if (isFor(serving, reached)) return;
    serving = toServing(task.entries, await build(reached, { folder, remoteRows, log, signal }));
  };
  const update = (library: Library) => {
    last = last.catch(() => {}).then(() => replace(library));
    return last;
  };
  const later = (library: Library) => {
    update(library).catch((error: unknown) => log.error({ err: error }, "no new script index"));
  };
  return {
    update,
    async search(query, filter, limit) {
      if (serving) return findEntries(serving, { query, filter, limit, embedding });
      throw new RetryLater("the script index is being built", { afterMs: builtInMs });
    },
    close() {
      clearTimeout(retry);
      closing.abort(new Error("closed"));
    },
  };
}

/** What is to be in service. */
type Task = IndexKey & { entries: IndexedEntry[]; documents: SearchDocument[] };

function toTask(library: Library, embedding: Embedding | undefined): Task {
  const entries = listEntries(library);
  const documents = entries.map(toDocument);
  const embedder = embedding?.id ?? localOnly;
  return { entries, documents, libraryDigest: digestOf(documents), embedder };
}

function isFor(one: { key: IndexKey } | undefined, { libraryDigest, embedder }: IndexKey): boolean {
  return one?.key.libraryDigest === libraryDigest && one.key.embedder === embedder;
}

/** What is in service or on disk, if it is of this library. Entries may have moved in their files: they are the new ones. */
async function reuse(
  task: Task,
  { folder, serving, log }: { folder: string; serving: Serving | undefined; log: Log },
): Promise<Serving | undefined> {
  if (serving?.key.libraryDigest === task.libraryDigest) {
    return { ...serving, entries: task.entries };
  }
  const kept = await readIndex(folder);
  if (kept === "broken") {
    log.warn({}, "the script index on disk is broken or of another version; it is built again");
    return undefined;
  }
  if (kept?.key.libraryDigest !== task.libraryDigest) return undefined;
  return isFor(kept, task) ? toServing(task.entries, kept) : toLocalServing(task.entries, kept);
}

type Build = { folder: string; remoteRows: Vectors | undefined; log: Log; signal: AbortSignal };

async function build(task: Task, { folder, remoteRows, log, signal }: Build): Promise<OpenIndex> {
  const { documents, libraryDigest, embedder } = task;
  log.info({ entries: documents.length }, "building the script index");
  const stored = await buildIndex(
    {
      ...{ folder, documents: documents.map(toParts) },
      key: { libraryDigest, embedder },
      ...(remoteRows ? { remoteRows } : {}),
    },
    signal,
  );
  const open = await openStored(folder, stored);
  if (open) return open;
  throw new Error(`the script index just written to ${folder} is not there`);
}
