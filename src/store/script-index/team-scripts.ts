// The team's own talk tracks beside the index: found from the moment they are published, without building it anew.
//
// The library's order is the index's. An entry of the team is put before the first that is less like the question, by one
// measure for both: the cosine of tf-idf vectors over words (Salton and Buckley, 1988), rarity counted in the library.
import type { Reader } from "../../core/ports.ts";
import {
  readTeamEntries,
  type TeamEntry,
  toTeamLibrary,
} from "../../core/strategy/debrief/team-entries.ts";
import { joinLibraries, type Library } from "../../core/training/library.ts";
import type { ScriptFilter, ScriptHit, ScriptSearch } from "../../core/training/script-search.ts";
import type { Sql } from "../records/sql.ts";
import { type IndexedEntry, listEntries, toDocument } from "./entry-documents.ts";
import { tokenise } from "./tokenise.ts";

type Team = { read: Reader; sql: Pick<Sql, "all"> };
type Base = { library: () => Library; scripts: ScriptSearch };

/** Less alike than this is chance: a word or two in common. */
const leastAlike = 0.15;

/** The library and its search, with what the team made. */
export function withTeamScripts(base: Base, { read, sql }: Team): Base {
  let entries: TeamEntry[] = [];
  // What was withdrawn is gone at once, from the buttons of older cards too; what is new comes with the next search.
  const standing = () => {
    const live = entries.length > 0 ? liveIds(sql) : new Set<string>();
    entries = entries.every(({ entry }) => live.has(entry.id))
      ? entries
      : entries.filter(({ entry }) => live.has(entry.id));
    return entries;
  };
  const refresh = async () => {
    entries = await readTeamEntries(read);
    return entries;
  };
  // After a restart a button on an older card may name one of them.
  const first = refresh();
  const rarityOf = rarityFor();
  const joined = joinOnce();
  first.catch(() => {});
  return {
    library: () => joined(base.library(), standing()),
    scripts: {
      async search(query, filter, limit) {
        const found = await base.scripts.search(query, filter, limit);
        const fitting = (await refresh()).filter((each) => fits(each, filter));
        if (fitting.length === 0) return found;
        const rarity = rarityOf(base.library());
        return place(found, { fitting, query, rarity }).slice(0, limit);
      },
    },
  };
}

function liveIds(sql: Pick<Sql, "all">): Set<string> {
  const rows = sql.all<{ id: string }>(`SELECT "id" FROM "ScriptAsset" WHERE "state" = 'reviewed'`);
  return new Set(rows.map(({ id }) => id));
}

function fits(
  { entry, ...each }: TeamEntry,
  { language, vertical, tactic, scenario }: ScriptFilter,
) {
  if (scenario !== undefined || each.language !== language) return false;
  return (vertical ?? each.vertical) === each.vertical && (tactic ?? entry.tactic) === entry.tactic;
}

type Placing = { fitting: readonly TeamEntry[]; query: string; rarity: Rarity };

function place(found: readonly ScriptHit[], { fitting, query, rarity }: Placing): ScriptHit[] {
  const wanted = vectorOf([{ text: query, weight: 1 }], rarity);
  const likeness = (entry: IndexedEntry) => cosine(wanted, vectorOf(partsOf(entry), rarity));
  const known = found.map((hit) => ({ hit, alike: likeness(hit) }));
  const own = fitting
    .map((each) => ({ each, alike: likeness(each) }))
    .filter(({ alike }) => alike >= leastAlike)
    .sort((one, other) => other.alike - one.alike);
  for (const { each, alike } of own) {
    const before = known.findIndex((other) => other.alike < alike);
    const at = before < 0 ? known.length : before;
    const score = known[at]?.hit.score ?? known.at(-1)?.hit.score ?? alike;
    known.splice(at, 0, { hit: { ...each, score }, alike });
  }
  return known.map(({ hit }) => hit);
}

function partsOf(entry: IndexedEntry) {
  const { text } = toDocument(entry);
  return typeof text === "string" ? [{ text, weight: 1 }] : text;
}

type Rarity = (term: string) => number;
type Vector = Map<string, number>;

function vectorOf(parts: readonly { text: string; weight: number }[], rarity: Rarity): Vector {
  const vector: Vector = new Map();
  for (const { text, weight } of parts) {
    for (const term of tokenise(text).words) {
      vector.set(term, (vector.get(term) ?? 0) + weight * rarity(term));
    }
  }
  return vector;
}

function cosine(one: Vector, other: Vector): number {
  let dot = 0;
  for (const [term, value] of one) dot += value * (other.get(term) ?? 0);
  const lengths = Math.sqrt(square(one) * square(other));
  return lengths === 0 ? 0 : dot / lengths;
}

const square = (vector: Vector) => [...vector.values()].reduce((sum, value) => sum + value ** 2, 0);

/** Counted once for each library that comes into service. */
function rarityFor(): (library: Library) => Rarity {
  let of: Library | undefined;
  let held = new Map<string, number>();
  let size = 0;
  return (library) => {
    if (of !== library) {
      const documents = listEntries(library).map(partsOf);
      held = new Map();
      for (const parts of documents) {
        const terms = new Set(parts.flatMap(({ text }) => tokenise(text).words));
        for (const term of terms) held.set(term, (held.get(term) ?? 0) + 1);
      }
      [of, size] = [library, documents.length];
    }
    return (term) => Math.log(1 + size / (1 + (held.get(term) ?? 0)));
  };
}

/** The same two give the same library: whoever holds one compares it. */
function joinOnce(): (library: Library, entries: TeamEntry[]) => Library {
  let last: { library: Library; key: string; joined: Library } | undefined;
  return (library, entries) => {
    if (entries.length === 0) return library;
    const key = JSON.stringify(entries);
    if (last?.library !== library || last.key !== key) {
      last = { library, key, joined: joinLibraries(library, toTeamLibrary(entries, library)) };
    }
    return last.joined;
  };
}
