// The YAML files of a folder and its subfolders, in order of their names; one file is itself.
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../../core/training/library.ts";

/**
 * Lists files ending in .yaml or .yml; names beginning with a dot belong to editors and systems. Where there is nothing
 * to read, the problem asks for `what`, such as "a rule file".
 */
export async function findYamlFiles(path: string, what: string): Promise<string[] | Problem> {
  try {
    return (await stat(path)).isDirectory() ? await walk(path) : [path];
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!code) throw error;
    const why = code === "ENOENT" ? "there is nothing here" : `this cannot be read (${message})`;
    return { file: path, line: 1, column: 1, message: why, fix: `give ${what} or a folder` };
  }
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const named = entries
    .filter(({ name }) => !name.startsWith("."))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const found = await Promise.all(
    named.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return walk(path);
      return /\.ya?ml$/.test(entry.name) ? [path] : [];
    }),
  );
  return found.flat();
}
