// Who else is in the race.
import { type Clause, pairsOf } from "../clauses.ts";
import type { Folded } from "../folded.ts";
import { companyInstead, companyPatterns, notCompanies } from "../lexicon/companies.ts";
import type { Span, UpdateDeal } from "../understood.ts";
import { type Name, namedIn, theOnly } from "./named-in.ts";
import { ownAccounts } from "./person-names.ts";

const latinCompany =
  "(?<name>[a-z][a-z0-9&+.'-]{0,40}[a-z0-9](?: [a-z0-9][a-z0-9&+.'-]{0,40}){0,2})";
const hanCompany =
  "(?<name>[a-z][a-z0-9&+.-]+(?: [a-z][a-z0-9&+.-]+)?|(?:(?!那边|这边)\\p{Script=Han}){2,6}?)";
const companies = companyPatterns.map(toPattern);
const companiesInstead = companyInstead.map(toPattern);

function toPattern(source: string): RegExp {
  const name = source.includes("LATIN") ? latinCompany : hanCompany;
  const isLast = /(?:LATIN|HAN)$/.test(source);
  const words = isLast ? name : name.replace(/\{0,(\d)\}(?!\?)/g, "{0,$1}?");
  return new RegExp(source.replace(/LATIN|HAN/, words), "dgu");
}

type Place = { folded: Folded; clauses: readonly Clause[]; deals: readonly UpdateDeal[] };

/** Who else is in the race, as written; undefined for none or several. */
export function findCompetitor({ folded, clauses, deals }: Place): Name | undefined {
  const ours = ownAccounts(folded.text, deals);
  const own = clauses.map((clause) => withoutHan(clause, ours));
  const places = [
    ...own.flatMap((clause) => companies.flatMap((pattern) => namedIn(clause, { pattern }))),
    ...pairsOf(own).flatMap((pair) =>
      companiesInstead.flatMap((pattern) => namedIn(pair, { pattern, denied: true })),
    ),
  ];
  const names = places.flatMap((span) => toCompany(folded, span, deals) ?? []);
  return theOnly(names);
}

/** Chinese has no spaces: 华星金蝶也报了 is 金蝶 at 华星. */
function withoutHan(clause: Clause, ours: readonly Span[]): Clause {
  const text = ours.reduce((rest, place) => {
    const [start, end] = [place.start - clause.start, place.end - clause.start];
    if (start < 0 || end > rest.length) return rest;
    const blank = rest.slice(start, end).replace(/\p{Script=Han}/gu, " ");
    return rest.slice(0, start) + blank + rest.slice(end);
  }, clause.text);
  return { ...clause, text };
}

/** Two rivals are no one competitor. */
const oneOfSeveral =
  /^\s?(?:(?:and|or|&|\/)\s?\p{Lu}[\w&.-]*(?![\w&.-]| (?:is|isn't|was|wasn't|has|are|did|will)(?![a-z]))|[和跟与及、]\p{Script=Han})/u;

/** The leading words that are a name. */
function toCompany(
  { cased, text }: Folded,
  { start, end }: Span,
  deals: readonly UpdateDeal[],
): Name | undefined {
  const whole = cased.slice(start, end);
  const isHan = /\p{Script=Han}/u.test(whole);
  if (oneOfSeveral.test(cased.slice(end, end + 32)) || /\p{Script=Han}[和跟与及、]/u.test(whole))
    return undefined;
  const value = isHan
    ? whole.replace(/(?:公司|那边|他们|家|的|了)$/u, "")
    : leadingName(whole, cased);
  const lowered = value.toLowerCase();
  if (value.length < 2 || notCompanies.test(lowered)) return undefined;
  const isOurs = ownAccounts(text, deals).some(
    (each) => each.start < start + value.length && each.end > start,
  );
  if (isOurs || isNamedIn(deals, lowered, isHan)) return undefined;
  return { value, start, end: start + value.length };
}

/** A whole name of a deal, or a word of one. */
function isNamedIn(deals: readonly UpdateDeal[], lowered: string, isHan: boolean): boolean {
  const ours = deals.flatMap(({ account, contact = "", product = "" }) =>
    [account, contact, product].map((each) => each.toLowerCase()),
  );
  return ours.some(
    (each) =>
      each === lowered || each.split(/\s+/).includes(lowered) || (isHan && each.includes(lowered)),
  );
}

function leadingName(words: string, text: string): string {
  const isVoice = text === text.toLowerCase();
  const parts = words.replace(/'s .*$/, "").split(" ");
  const stop = parts.findIndex((word, index) => (isVoice ? index > 0 : !/^[\p{Lu}\d]/u.test(word)));
  const name = (stop < 0 ? parts : parts.slice(0, stop)).join(" ");
  return name.replace(/[.,'-]+$/, "").replace(/'s$/, "");
}
