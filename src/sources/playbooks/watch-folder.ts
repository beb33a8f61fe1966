// Says when anything in a folder changes. Told by the system where it can tell, and looked at now and then, since
// network and container file systems do not always tell.
import { watch } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

export type WatchOptions = {
  onChange(): void;
  signal: AbortSignal;
  /** Editors write in several steps; the last one counts. */
  settleMs?: number;
  pollMs?: number;
};

/** Watches until `signal` aborts. The folder may come, go, and come again. */
export function watchFolder(folder: string, options: WatchOptions): void {
  const { onChange, signal, settleMs = 200, pollMs = 5_000 } = options;
  let seen = stateOf(folder);
  let settling: NodeJS.Timeout | undefined;
  const look = async () => {
    const [before, now] = [await seen, await stateOf(folder)];
    seen = Promise.resolve(now);
    if (now !== before && !signal.aborted) onChange();
  };
  const soon = () => {
    clearTimeout(settling);
    settling = setTimeout(look, settleMs);
  };
  const poll = setInterval(look, pollMs);
  poll.unref();
  tellChanges(folder, { onChange: soon, signal });
  signal.addEventListener("abort", () => {
    clearInterval(poll);
    clearTimeout(settling);
  });
}

function tellChanges(folder: string, { onChange, signal }: WatchOptions): void {
  try {
    // Without an own listener an error of the watcher would end the process; looking goes on without it.
    watch(folder, { recursive: true, persistent: false, signal }, onChange).on("error", () => {});
  } catch (error) {
    if (!(error as NodeJS.ErrnoException).code) throw error; // a folder that is not there yet
  }
}

/** Names, sizes and times of everything inside, as one text. */
async function stateOf(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const states = await Promise.all(
    names.sort().map((name) =>
      stat(join(folder, name)).then(
        ({ size, mtimeMs, ino }) => `${name}:${size}:${mtimeMs}:${ino}`,
        () => name,
      ),
    ),
  );
  return states.join("\n");
}
