// The library in service: read anew when a file changes, and kept as it was while a company's file is broken.
import { RetryLater } from "../../core/errors.ts";
import type { Library, Problem } from "../../core/training/library.ts";
import type { Log } from "../../log.ts";
import { runWorker } from "../../run-worker.ts";
import type { LibraryFolders, ReadLibrary } from "./read-library.ts";
import { watchFolder } from "./watch-folder.ts";

export type LiveLibraryOptions = LibraryFolders & {
  log: Log;
  /** Called with every library that comes into service. */
  onChange(library: Library): void;
};

export type LiveLibrary = {
  /** The library as it is now. Throws RetryLater before it was read once. */
  current(): Library;
  /** What is wrong with the company's own files, as last read; with problems the last good ones serve. */
  problems(): Problem[];
  /** Reads the files; resolves once what they hold is in service, or is known to be broken. */
  reload(): Promise<void>;
  /** Reads again whenever a file changes, until `close`. */
  watch(): void;
  close(): void;
};

const readInMs = 2_000;

/** Nothing is read before the first `reload`. */
export function createLiveLibrary(options: LiveLibraryOptions): LiveLibrary {
  const { shipped, own, log, onChange } = options;
  const closing = new AbortController();
  let serving: Library | undefined;
  let problems: Problem[] = [];
  let last = Promise.resolve();

  const read = async () => {
    if (closing.signal.aborted) return;
    const found = await runWorker<ReadLibrary>({
      file: new URL("read-worker.ts", import.meta.url),
      input: { shipped, own },
      signal: closing.signal,
    });
    problems = found.problems;
    if (problems.length > 0) report(log, { problems, isFirst: !serving });
    if (problems.length > 0 && serving) return;
    serving = found.library;
    onChange(serving);
  };
  const reload = () => {
    last = last.catch(() => {}).then(read);
    return last;
  };
  return {
    current() {
      if (serving) return serving;
      throw new RetryLater("the playbooks are being read", { afterMs: readInMs });
    },
    problems: () => problems,
    reload,
    watch() {
      const onFiles = () => {
        reload().catch((error: unknown) => {
          if (!closing.signal.aborted) log.error({ err: error }, "the playbooks were not read");
        });
      };
      watchFolder(own, { onChange: onFiles, signal: closing.signal });
    },
    close: () => closing.abort(new Error("closed")),
  };
}

const mostReported = 10;

function report(log: Log, { problems, isFirst }: { problems: Problem[]; isFirst: boolean }): void {
  for (const { file, line, message, fix } of problems.slice(0, mostReported)) {
    log.error({ at: `${file}:${line}`, fix }, `a playbook is broken: ${message}`);
  }
  const serving = isFirst
    ? "the shipped playbooks serve alone"
    : "the last good ones go on serving";
  log.error({ problems: problems.length }, `the company's own playbooks have problems; ${serving}`);
}
