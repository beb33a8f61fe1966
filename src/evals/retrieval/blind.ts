// The shipped library as it was when the queries were judged first: entries written for them since are left out.
import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import type { Library } from "../../core/training/library.ts";
import type { Query } from "./queries.ts";

/** What the shipped queries are evaluated on. */
export type Judged = { library: Library; queries: readonly Query[] };

/** The same without the entries listed in labels/later-entries.yaml, and without the labels that name them. */
export async function leaveOutLater({ library, queries }: Judged): Promise<Judged> {
  const file = new URL("./labels/later-entries.yaml", import.meta.url);
  const later = new Set(parse(await readFile(file, "utf8")) as string[]);
  const playbooks = library.playbooks.map((playbook) => {
    const { language, vertical, entries } = playbook;
    const kept = entries.filter(({ id }) => !later.has(`${language}/${vertical}/${id}`));
    return { ...playbook, entries: kept };
  });
  return {
    library: { playbooks },
    queries: queries.map((query) => ({
      ...query,
      relevant: Object.fromEntries(
        Object.entries(query.relevant ?? {}).filter(
          ([name]) => !later.has(`${query.language}/${name}`),
        ),
      ),
    })),
  };
}
