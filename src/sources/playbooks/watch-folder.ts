// Says when anything in a folder changes. Told by the system where it can tell, and looked at now and then, since
// network and container file systems do not always tell.
import { readdirSync, statSync, watch } from "node:fs";
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
  // Taken at once: what changes from here on is seen.
  let seen = stateOf(folder);
  let settling: NodeJS.Timeout | undefined;
  const look = () => {
    const now = stateOf(folder);
    if (now === seen) return;
    seen = now;
    onChange();
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

/** Names, sizes and times of everything inside, as one text; empty for a folder that is not there. */
function stateOf(folder: string): string {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    return names.map((name) => `${name}:${stateOfFile(join(folder, name))}`).join("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return "";
    throw error;
  }
}

/** Undefined is a file that went while we looked. */
function stateOfFile(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.size}:${found.mtimeMs}:${found.ino}`;
}
