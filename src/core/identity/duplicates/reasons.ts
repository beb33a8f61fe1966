// Why two records look like one, column by column: what agrees, what differs, what one of them does not say.
import type { MergeKind, MergeReason } from "../merge-row.ts";

/** A pair as the comparison of `customer-columns.ts` left it: similarities by column, -1 where missing. */
export type Similarities = Readonly<Record<string, number>>;

/** What a reason quotes, by column: the value of the record that is kept. */
export type Quotes = Readonly<Record<string, string | null | undefined>>;

/** From here two names are called alike; below, they differ. */
const alikeFrom = 0.8;

/** What agrees first, then what differs, then what is not known of both. Codes are sentences of `texts.duplicates`. */
export function reasonsFor(kind: MergeKind, similar: Similarities, quotes: Quotes): MergeReason[] {
  const said = Object.entries(similar).filter(
    ([column, alike]) => alike >= 0 && column !== "country",
  );
  const agreeing = said.flatMap(([column, alike]) =>
    agreement(column, alike, quotes[column] ?? ""),
  );
  // An address has a domain: the same address is told once.
  const told = new Set(agreeing.map(({ code }) => code));
  const agreed = agreeing.filter(({ code }) => code !== "same_domain" || !told.has("same_email"));
  const differing = said
    .filter(([column, alike]) => alike < (column in namedBy ? alikeFrom : 1) && column !== "domain")
    .map(([column]) => ({ code: `other_${column}`, params: {} }));
  const missing = Object.entries(similar).filter(
    ([column, alike]) => alike < 0 && asked[kind].has(column),
  );
  const unknown = {
    code: "not_known",
    params: Object.fromEntries(missing.map(([column]) => [column, 1])),
  };
  return [...agreed, ...differing, ...(missing.length > 0 ? [unknown] : [])];
}

const namedBy: Readonly<Record<string, { same: string; alike: string }>> = {
  name: { same: "same_name", alike: "name_alike" },
  company: { same: "same_company", alike: "company_alike" },
};

/** What people expect to be compared; of the rest it is no news that it is missing. */
const asked: Readonly<Record<MergeKind, ReadonlySet<string>>> = {
  contact: new Set(["email", "phone"]),
  account: new Set(["domain"]),
};

function agreement(column: string, alike: number, value: string): MergeReason[] {
  const codes = namedBy[column];
  if (!codes) return alike === 1 ? [{ code: `same_${column}`, params: { value } }] : [];
  if (alike === 1) return [{ code: codes.same, params: { value } }];
  const percent = Math.floor(alike * 100);
  return alike >= alikeFrom ? [{ code: codes.alike, params: { percent } }] : [];
}
