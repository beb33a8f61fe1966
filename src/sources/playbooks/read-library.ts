// The shipped playbooks and a company's own as one library.
import { stat } from "node:fs/promises";
import { joinLibraries, type Library, type Problem } from "../../core/training/library.ts";
import { readPlaybooks } from "./read-playbooks.ts";

/** The two folders; a company's own may be missing. */
export type LibraryFolders = { shipped: string; own: string };

/** What was read: the library without the company's own where that has problems. */
export type ReadLibrary = { library: Library; problems: Problem[] };

/** Reads both folders. Shipped files with a problem are a bug of this installation, and thrown. */
export async function readLibrary({ shipped, own }: LibraryFolders): Promise<ReadLibrary> {
  const base = await readPlaybooks(shipped);
  const [broken] = base.problems;
  if (broken) {
    throw new Error(`${broken.file}:${broken.line} ${broken.message}. Install Ringside again.`);
  }
  const isThere = await stat(own).then(
    () => true,
    () => false,
  );
  if (!isThere) return base;
  const added = await readPlaybooks(own, { onTopOf: base.library });
  if (added.problems.length > 0) return { library: base.library, problems: added.problems };
  return { library: joinLibraries(base.library, added.library), problems: [] };
}
