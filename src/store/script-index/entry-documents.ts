// The entries of a library as documents to be found.
import { createHash } from "node:crypto";
import type { Language } from "../../core/model.ts";
import type { Library, Place } from "../../core/training/library.ts";
import type { Entry } from "../../core/training/playbook.ts";
import { tacticWords } from "../../core/training/tactic-words.ts";
import type { SearchDocument } from "./search-document.ts";

/** An entry with all that a search says about it. */
export type IndexedEntry = { entry: Entry; vertical: string; language: Language; at: Place };

/** Every entry, those of one vertical and tactic together: rows that are filtered together are scanned in one sweep. */
export function listEntries({ playbooks }: Library): IndexedEntry[] {
  const entries = playbooks.flatMap(({ vertical, language, entries: own }) =>
    own.map(({ at: { file, line, column }, ...entry }) => ({
      entry,
      vertical,
      language,
      at: { file, line, column },
      order: [language, vertical, entry.tactic, entry.id].join("/"),
    })),
  );
  return entries
    .sort((one, other) => (one.order < other.order ? -1 : 1))
    .map(({ order: _, ...entry }) => entry);
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
      { text: tacticWords[language][entry.tactic], weight: 0.5 },
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
