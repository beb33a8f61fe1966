// The mappings that come with Ringside: sets whose header rows are known.
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { FileMapping, Mapping } from "../../../core/importing/mapping.ts";
import { loadMapping } from "./load.ts";

const folder = fileURLToPath(new URL("../mappings/", import.meta.url));

/** Every shipped mapping, by name. */
export async function loadShippedMappings(): Promise<Mapping[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  return Promise.all(names.map((name) => loadMapping(folder + name)));
}

export type Known = { mapping: Mapping; file: FileMapping };

/** The shipped mapping of a file with exactly this header, whatever the file is called. */
export function recognise(
  shipped: readonly Mapping[],
  header: readonly string[],
): Known | undefined {
  const columns = new Set(header);
  for (const mapping of shipped) {
    const file = mapping.files.find((each) => {
      const known = Object.keys(each.columns);
      return known.length === columns.size && known.every((column) => columns.has(column));
    });
    if (file) return { mapping, file };
  }
  return undefined;
}
