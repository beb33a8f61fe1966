// The entries of a library as documents to be found.
import { createHash } from "node:crypto";
import type { Language } from "../../core/model.ts";
import type { Library, Place } from "../../core/training/library.ts";
import type { Entry } from "../../core/training/playbook.ts";
import type { SearchDocument } from "./retriever.ts";

/** An entry with all that a search says about it. */
export type IndexedEntry = { entry: Entry; vertical: string; language: Language; at: Place };

/** Every entry, those of one vertical and tactic together: rows that are filtered together are scanned in one sweep. */
export function listEntries({ playbooks }: Library): IndexedEntry[] {
  return playbooks
    .flatMap(({ vertical, language, entries }) =>
      entries.map(({ at: { file, line, column }, ...entry }) => {
        return { entry, vertical, language, at: { file, line, column } };
      }),
    )
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

/** What an entry is found by. What customers say weighs most, for that is what reps type. */
export function toDocument({ entry, vertical, language }: IndexedEntry): SearchDocument {
  return {
    id: `${language}/${vertical}/${entry.id}`,
    text: [
      { text: entry.customer.join("\n"), weight: 2 },
      { text: entry.when, weight: 1.5 },
      { text: entry.say.join("\n"), weight: 1 },
      { text: entry.why, weight: 0.5 },
    ],
    tags: {
      language: [language],
      vertical: [vertical],
      tactic: [entry.tactic],
      ...(entry.scenarios.length > 0 ? { scenario: entry.scenarios } : {}),
    },
  };
}

/** Names exactly these documents: whatever changes in one of them changes it. */
export function digestOf(documents: readonly SearchDocument[]): string {
  return createHash("sha256").update(JSON.stringify(documents)).digest("hex");
}

const orderOf = ({ entry, vertical, language }: IndexedEntry) =>
  [language, vertical, entry.tactic, entry.id].join("/");
