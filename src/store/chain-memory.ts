// What chains have half finished, in one file beside the databases: replaced whole, and only ever a shortcut. A file that
// is missing, cut short or of another version is as good as none: the log has everything.
import { open, readFile, rename, writeFile } from "node:fs/promises";
import { deserialize, serialize } from "node:v8";
import type { ChainMemory, SavedChains } from "../core/journey/live/chain-follower.ts";

const version = 1;

export function createChainMemory(file: string): ChainMemory {
  return {
    async load() {
      try {
        const kept = deserialize(await readFile(file)) as { version: number; saved: SavedChains };
        return kept.version === version ? kept.saved : undefined;
      } catch {
        return undefined;
      }
    },
    async save(saved) {
      const next = `${file}.next`;
      await writeFile(next, serialize({ version, saved }));
      // On disk before it takes the place of the last one: half a file would only cost time, but it costs it at a start.
      const handle = await open(next);
      await handle.sync();
      await handle.close();
      await rename(next, file);
    },
  };
}
