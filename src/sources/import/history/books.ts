// What the other files of a folder say about the accounts and products that leads and deals name.
import type { ImportKind } from "../../../core/importing/model.ts";
import { toLooseKey } from "../../../core/records/names.ts";
import type { Fields, Interpreted } from "../records/interpret.ts";

export type Books = {
  add(kind: ImportKind, rows: readonly Interpreted[]): void;
  /** The record of a name or id; nothing when no file has it. */
  find(kind: ImportKind, name: string | undefined): Found | undefined;
};

export type Found = { key: string; set: Fields };

/** Empty books; of two rows with one name the later counts. */
export function createBooks(): Books {
  const books = new Map<string, Found>();
  return {
    add(kind, rows) {
      for (const { set, raw } of rows) {
        const key = toLooseKey(raw.name ?? raw.id ?? "");
        for (const name of [raw.id, raw.name]) {
          if (name) books.set(`${kind} ${toLooseKey(name)}`, { key, set });
        }
      }
    },
    find: (kind, name) =>
      name === undefined ? undefined : books.get(`${kind} ${toLooseKey(name)}`),
  };
}
