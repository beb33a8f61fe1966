// What a file holds, when nobody says: by its name, and by the columns that only one kind has.
import { essentials, type ImportField } from "../../../core/importing/fields.ts";
import { type ImportKind, importKinds } from "../../../core/importing/model.ts";
import { kindsOfName, matchHeaders } from "./headers.ts";

/** The kind of a file, or nothing when its columns and name do not tell. */
export function guessKind(name: string, header: readonly string[]): ImportKind | undefined {
  const byName = kindsOfName(name);
  const scores = importKinds
    .map((kind) => ({
      kind,
      score: scoreOf(kind, header) + (byName.includes(kind) ? nameBonus : 0),
    }))
    .filter(({ kind }) => isPossible(kind, header))
    .sort((a, b) => b.score - a.score);
  const [best, next] = scores;
  if (!best || best.score < minScore) return undefined;
  return next && next.score === best.score ? undefined : best.kind;
}

/** Whether these columns can make records of a kind at all. */
export function isPossible(kind: ImportKind, header: readonly string[]): boolean {
  const fields = matchHeaders(kind, header).map(({ field }) => field);
  return essentials[kind].every((group) => group.some((field) => fields.includes(field)));
}

// A name that says what it holds outweighs a few columns.
const nameBonus = 4;
const minScore = 3;

/** Columns the kind knows, those that tell it from the others counting more; unknown columns count against it. */
function scoreOf(kind: ImportKind, header: readonly string[]): number {
  const fields = new Set(matchHeaders(kind, header).map(({ field }) => field));
  const telling = [...fields].filter((field) => tellingFields[kind].includes(field));
  return fields.size + 2 * telling.length - 0.5 * (header.length - fields.size);
}

const tellingFields: Record<ImportKind, readonly ImportField[]> = {
  accounts: ["employees", "revenue", "foundedYear", "creditCode", "vatId", "parent", "domain"],
  contacts: ["title", "firstName", "lastName"],
  people: ["manager", "team", "role", "capacity", "hiredAt", "territories", "licences", "timeZone"],
  products: ["price", "series"],
  leads: ["source", "need", "status", "phone", "email"],
  deals: ["stage", "amount", "closeDate", "closedAt", "openedAt", "nextStep", "competitor"],
  touches: ["type", "at", "anonymousId", "props"],
};
