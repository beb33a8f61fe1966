// Finding what to say: the port between use cases and the index of every talk track (src/store/script-index).
import type { Language } from "../model.ts";
import type { Place } from "./library.ts";
import type { Entry } from "./playbook.ts";

/** What a search may be narrowed to; a field left out does not narrow. */
export type ScriptFilter = {
  language: Language;
  vertical?: string;
  scenario?: string;
  tactic?: Entry["tactic"];
};

/** One talk track found, with where it was written. */
export type ScriptHit = {
  entry: Entry;
  vertical: string;
  language: Language;
  at: Place;
  /** In [0, 1], comparable within one search only. */
  score: number;
  /** Of a talk track the team made itself. */
  origin?: TeamOrigin;
};

/** Where a team's own talk track comes from; its author is named who agreed to it. */
export type TeamOrigin = {
  outcome: "won" | "lost" | "strategy" | "colleague";
  author: string | null;
};

/** Searches the library as it is now; never waits for a rebuild. */
export interface ScriptSearch {
  /** Best first, at most `limit`. Throws RetryLater while the first index is still being built. */
  search(query: string, filter: ScriptFilter, limit: number): Promise<ScriptHit[]>;
}
