// People and companies by name: who decides, and who else is bidding.
import type { Clause } from "./clauses.ts";
import { locateAll, namesOf } from "./deal-names.ts";
import { introducedBefore, pronounThatDecides } from "./find-antecedent.ts";
import { isDenied } from "./find-meanings.ts";
import { type Folded, spanOf } from "./folded.ts";
import {
  companyPatterns,
  hanDecides,
  latinDecides,
  notCompanies,
  notPeople,
  roleWords,
} from "./lexicon/names.ts";
import { honorifics, surnames } from "./lexicon/zh.ts";
import type { Span, UpdateDeal } from "./understood.ts";

/** A name at its place. */
export type Name = Span & { value: string };

const title = "(?:(?:mr|mrs|ms|dr|prof)\\.? )?";
const latinName = `(?<name>${title}[a-z][a-z'-]+(?: [a-z][a-z'-]+){0,3})`;
const hanName = `(?<![那这旁身周各两双每\\d])(?<name>(?:老|小)${surnames}(?:总|工|哥|姐)?(?!板)|${surnames}[\\p{Script=Han}]{0,2}?(?:${honorifics})|${surnames}\\p{Script=Han}{1,2})`;
const latinInHan = "(?<name>(?<![a-z])[a-z]{2,}(?: [a-z]{2,})?(?: ?总)?)";

const people = [
  ...latinDecides.map((source) => ({ pattern: toNames(source, latinName), isHan: false })),
  ...hanDecides.map((source) => ({ pattern: toNames(source, hanName), isHan: true })),
  ...hanDecides.map((source) => ({ pattern: toNames(source, latinInHan), isHan: false })),
];

/** A name at the end takes all the words it can, one before a verb as few as it must. */
function toNames(source: string, name: string): RegExp {
  return new RegExp(source.replace("NAME", source.endsWith("NAME") ? name : lazy(name)), "gu");
}

function lazy(name: string): string {
  return name.replace(/\{0,(\d)\}(?!\?)/g, "{0,$1}?");
}

type Place = { folded: Folded; clauses: readonly Clause[]; deals: readonly UpdateDeal[] };

/** Who decides, signs, approves or gives the answer; undefined for a role without a name, or for two names. */
export function findDecisionMaker({ folded, clauses, deals }: Place): Name | undefined {
  const names = clauses.flatMap((clause) =>
    people.flatMap(({ pattern, isHan }) =>
      namedIn(clause, pattern).flatMap(
        (span) =>
          (isHan ? toHanPerson(folded, span, deals) : toLatinPerson(folded, span, deals)) ?? [],
      ),
    ),
  );
  return names.length > 0 ? theOnly(names) : decidesByPronoun({ folded, clauses, deals });
}

/** "Sandy … she approves it": the one person named before, if there is just one. */
function decidesByPronoun({ folded, clauses, deals }: Place): Name | undefined {
  const at = pronounThatDecides(clauses, isDenied);
  if (at === undefined) return undefined;
  const people = introducedBefore(clauses, at).flatMap(
    ({ isHan, ...span }) =>
      (isHan ? toHanPerson(folded, span, deals) : toLatinPerson(folded, span, deals)) ?? [],
  );
  const isOurs = ({ value }: Name) =>
    deals.some(({ account }) => account.toLowerCase().includes(value.toLowerCase()));
  return theOnly(people.filter((person) => !isOurs(person)));
}

/** Where a pattern names somebody and does not deny it. */
function namedIn({ text, start }: Clause, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern)).flatMap((match) => {
    const name = match.groups?.name ?? "";
    const whole = { start: match.index, end: match.index + match[0].length };
    if (name === "" || isDenied(text, whole)) return [];
    const at = start + match.index + match[0].indexOf(name);
    return [{ start: at, end: at + name.length }];
  });
}

function theOnly(names: readonly Name[]): Name | undefined {
  const [first, ...others] = names.toSorted((a, b) => b.value.length - a.value.length);
  const isSame = (name: Name) => first?.value.includes(name.value) ?? false;
  return others.every(isSame) ? first : undefined;
}

/** As written; 鼎盛周总 is 周总 of 鼎盛, although 盛 is a surname too, and 万和签 is no Mr 万. */
function toHanPerson(folded: Folded, span: Span, deals: readonly UpdateDeal[]): Name | undefined {
  const { end } = span;
  const over = ownAccounts(folded.text, deals).filter(
    (each) => each.start <= span.start && each.end > span.start,
  );
  const start = Math.max(span.start, ...over.map((each) => each.end));
  const value = spanOf(folded, { start, end }).words;
  return start >= end || notPeople.han.test(value) ? undefined : { value, start, end };
}

function ownAccounts(text: string, deals: readonly UpdateDeal[]): Span[] {
  return deals.flatMap((deal) => namesOf(deal).account.flatMap((alias) => locateAll(text, alias)));
}

/** The trailing words that are a name: capitals where the rep uses them, else words that are nothing else. */
function toLatinPerson(
  { cased }: Folded,
  { start, end }: Span,
  deals: readonly UpdateDeal[],
): Name | undefined {
  const words = Array.from(cased.slice(start, end).matchAll(/[\p{L}.'-]+|总/gu));
  const known = new Set(deals.flatMap(({ contact = "" }) => contact.toLowerCase().split(/\s+/)));
  const isKnown = (word: string) => known.has(word.toLowerCase().replace(/'s$/, ""));
  const isName = (word: string) =>
    isKnown(word) ||
    (/^\p{Lu}/u.test(word) &&
      !roleWords.has(word.toLowerCase().replace(/'s$/, "")) &&
      !notPeople.latin.has(word.toLowerCase())) ||
    word === "总";
  const kept = [];
  for (const match of words.toReversed()) {
    if (!isName(match[0])) break;
    kept.unshift(match);
  }
  const isVoice = kept.length === 0 && words.length > 0 && cased === cased.toLowerCase();
  const last = words.at(-1);
  if (isVoice && last && isPlainName(last[0])) kept.push(last);
  const [first] = kept;
  if (!first || !last) return undefined;
  const from = start + first.index;
  const to = start + last.index + last[0].replace(/'s$/, "").length;
  const value = cased.slice(from, to);
  const isAccount = deals.some(({ account }) =>
    account.toLowerCase().split(/\s+/).includes(value.toLowerCase()),
  );
  return isAccount ? undefined : { value, start: from, end: to };
}

function isPlainName(word: string): boolean {
  return (
    word.length > 2 && !/'(?!s$)/.test(word) && !roleWords.has(word) && !notPeople.latin.has(word)
  );
}

const latinCompany = "(?<name>[a-z][a-z0-9&.'-]*[a-z0-9](?: [a-z0-9][a-z0-9&.'-]*){0,2})";
const hanCompany =
  "(?<name>[a-z][a-z0-9&.-]+(?: [a-z][a-z0-9&.-]+)?|(?:(?!那边|这边)\\p{Script=Han}){2,6}?)";
const companies = companyPatterns.map((source) =>
  toNames(
    source.replace(/LATIN|HAN/, "NAME"),
    source.includes("LATIN") ? latinCompany : hanCompany,
  ),
);

/** Who else is in the race, as written; undefined for none or several. */
export function findCompetitor({ folded, clauses, deals }: Place): Name | undefined {
  const names = clauses.flatMap((clause) =>
    companies.flatMap((pattern) =>
      namedIn(clause, pattern).flatMap((span) => toCompany(folded, span, deals) ?? []),
    ),
  );
  return theOnly(names);
}

/** The leading words that are a name. */
function toCompany(
  { cased, text }: Folded,
  { start, end }: Span,
  deals: readonly UpdateDeal[],
): Name | undefined {
  const whole = cased.slice(start, end);
  const isHan = /\p{Script=Han}/u.test(whole);
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
