// Which words of a place in the text are somebody's name.
import { locateAll, namesOf } from "../deal-names.ts";
import { type Folded, spanOf } from "../folded.ts";
import { notPeople, roleWords } from "../lexicon/people.ts";
import { honorifics, rareSurnames, surnames } from "../lexicon/zh.ts";
import type { Span, UpdateDeal } from "../understood.ts";
import type { Name } from "./named-in.ts";

/** A place that may be a name. `leading`: the name is at its beginning, other words may follow; else at its end. */
export type MaybeName = Span & { isHan: boolean; leading?: boolean };

/** Before a Chinese name; after a figure or a week it is none: 十万审批, 下周出. */
const startsHan = "(?<![那这旁身各两双每\\d十百千]|(?:下|本|这|上个?)(?=周))";
const called = `(?:老|小)${surnames}(?:总|工|哥|姐)?(?!板)|(?:${surnames}\\p{Script=Han}{0,2}?|${rareSurnames})(?:${honorifics})`;

/** A Chinese name in a pattern, before a verb: 老李, 张总监, 欧阳明. */
export const hanName = `${startsHan}(?<name>${called}|${surnames}\\p{Script=Han}(?:(?![是的也都就才会要])\\p{Script=Han})??)`;
/** The same where nothing need follow: 陈立 of 陈立手里. */
export const lastHanName = `${startsHan}(?<name>${called}|${surnames}\\p{Script=Han}(?:(?![了的定手才就来去吧啊呢那也和跟在是会要说签批拍点])\\p{Script=Han})?)`;
const wholeHanName = new RegExp(`^${hanName}$`, "u");

/** The name there, as written; undefined where it is none. */
export function toPerson(
  folded: Folded,
  place: MaybeName,
  deals: readonly UpdateDeal[],
): Name | undefined {
  return place.isHan ? toHanPerson(folded, place, deals) : toLatinPerson(folded, place, deals);
}

/** 鼎盛周总 is 周总 of 鼎盛, although 盛 is a surname too, and 万和签 is no Mr 万. */
function toHanPerson(folded: Folded, span: Span, deals: readonly UpdateDeal[]): Name | undefined {
  const { end } = span;
  const over = ownAccounts(folded.text, deals).filter(
    (each) => each.start <= span.start && each.end > span.start,
  );
  const start = Math.max(span.start, ...over.map((each) => each.end));
  const isCut = start > span.start;
  if (start >= end || (isCut && !wholeHanName.test(folded.text.slice(start, end))))
    return undefined;
  const value = spanOf(folded, { start, end }).words.trim();
  return notPeople.han.test(value) ? undefined : { value, start, end };
}

/** Every place where a text names one of the deals' accounts. */
export function ownAccounts(text: string, deals: readonly UpdateDeal[]): Span[] {
  return deals.flatMap((deal) => namesOf(deal).account.flatMap((alias) => locateAll(text, alias)));
}

type Word = Span & { word: string };

/** Small words inside a name: Dirk van der Berg. */
const particles = new Set("van von der den de da del di la le bin al el ten".split(" "));

function toLatinPerson(
  { cased }: Folded,
  { start, end, leading = false }: MaybeName,
  deals: readonly UpdateDeal[],
): Name | undefined {
  const words = Array.from(cased.slice(start, end).matchAll(/[\p{L}.'-]+/gu), (match): Word => {
    const from = start + match.index;
    return { word: match[0], start: from, end: from + match[0].length };
  });
  const isName = nameTest(cased, deals);
  const run = leading ? leadingRun(words, isName) : trailingRun(words, isName);
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return undefined;
  const to = last.end - (/(?:'s|[.'-])$/.exec(last.word)?.[0].length ?? 0);
  return { value: cased.slice(first.start, to), start: first.start, end: to };
}

/** Capitals where the rep uses them, else words that are nothing else; known people either way. */
function nameTest(cased: string, deals: readonly UpdateDeal[]): (word: string) => boolean {
  const wordsOf = (names: readonly (string | undefined)[]) =>
    new Set(names.flatMap((name = "") => name.toLowerCase().split(/[\s,]+/)));
  const people = wordsOf(deals.map(({ contact }) => contact));
  const accounts = wordsOf(deals.map(({ account }) => account));
  const isVoice = cased === cased.toLowerCase();
  return (given) => {
    const word = given.toLowerCase().replace(/'s$/, "");
    if (people.has(word) || isHonorific.test(given)) return true;
    const isOther = accounts.has(word) || roleWords.has(word) || notPeople.latin.has(word);
    if (isOther) return false;
    return isVoice ? word.length > 2 && !word.includes("'") : /^\p{Lu}/u.test(given);
  };
}

const isHonorific = new RegExp(`^(?:${honorifics})$`, "u");

type IsName = (word: string) => boolean;

/** "the CFO Marta Klein on Friday": the title is passed over, the name ends where other words begin. */
function leadingRun(words: readonly Word[], isName: IsName): Word[] {
  const from = words.findIndex(({ word }) => !isTitle(word));
  return from < 0 ? [] : runOf(words.slice(from), isName);
}

const isTitle = (word: string): boolean =>
  /^(?:the|of|ops|their)\.?$/.test(word.toLowerCase()) || roleWords.has(word.toLowerCase());

function trailingRun(words: readonly Word[], isName: IsName): Word[] {
  return runOf(words.toReversed(), isName).toReversed();
}

/** Names from the first word on, with the small words between them. */
function runOf(words: readonly Word[], isName: IsName): Word[] {
  const end = words.findIndex(({ word }) => !isName(word) && !particles.has(word));
  const run = end < 0 ? words : words.slice(0, end);
  const [first, last] = [
    run.findIndex(({ word }) => !particles.has(word)),
    run.findLastIndex(({ word }) => !particles.has(word)),
  ];
  return first === 0 ? run.slice(0, last + 1) : [];
}
