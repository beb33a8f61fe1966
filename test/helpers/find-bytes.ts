// What the disk still remembers: every byte under a folder is looked at.
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

/** Files under a folder that hold these bytes, whatever the file is. */
export async function findBytes(folder: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (!(await stat(path)).isFile()) continue;
    if ((await readFile(path)).includes(Buffer.from(words))) found.push(name);
  }
  return found;
}
