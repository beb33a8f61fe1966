// Which of the rep's deals an update is about: by account, person or product as people shorten them.

import { isSlip } from "./folded.ts";
import { englishWords } from "./lexicon/en.ts";
import { chineseWords, honorifics } from "./lexicon/zh.ts";
import { wordPattern } from "./pattern.ts";
import type { Span, UpdateContext, UpdateDeal } from "./understood.ts";

/** The deals that fit equally well, and the words that named them; none where nothing was named. */
export type Named = { deals: readonly UpdateDeal[]; span: Span | null };

/** How much a name says, by what it names. */
const weights = { account: 4, contact: 3, shortContact: 2, product: 2, productWord: 1 };

type Alias = { words: string; weight: number };
type Scored = { deal: UpdateDeal; score: number; span: Span | null; isAccount: boolean };

const legalForms = /(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|控股|公司)$/;
const trades =
  /(?:科技|技术|制造|贸易|物流|医院|银行|医药|医疗|电子|机械|软件|重工|实业|电器|能源|生物|化工|汽车|食品|服饰|保险|证券|地产|置业|药业|股份|网络|信息|材料|精密|智能|自动化|装备|餐饮|零售|传媒|教育|建设|工业|器械)+$/;
const places =
  /^(?:中国|北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|成都|武汉|西安|厦门|青岛|宁波|无锡|长沙|浙江|江苏|广东|山东)(?:市|省)?(?=.{2})/;
const latinForms =
  /(?:,? (?:ltd|limited|inc|corp|corporation|co|company|llc|plc|gmbh|group|holdings?|ag|sa|bv|pty|partners|& sons|and sons|& co))+\.?$/;
/** First words that name too many companies to stand for one. */
const generic = new Set(
  `the global first united general american national new blue great royal north south east west international
   pacific atlantic central city green red white black star gold silver smart digital open next best premier systems bank health foods labs freight group
   holdings partners technologies technology solutions services industries energy logistics capital software
   medical traders trading motors steel foods retail media works power insurance financial manufacturing
   hospital university college school county state company corp suite basic max meter platform system module
   pack edition plan desk and sons data cloud`.split(/\s+/),
);

const salesWords = new RegExp(
  Object.keys({ ...englishWords, ...chineseWords })
    .filter(
      (name) =>
        ![
          "plan",
          "done",
          "customer",
          "received",
          "underReview",
          "send",
          "frozen",
          "approved",
        ].includes(name),
    )
    .map(wordPattern)
    .join("|"),
  "u",
);
const thatOne =
  /(?<![a-z])(?:that (?:one|deal)|this (?:one|deal)|it)(?![a-z])|(?:那|这)(?:个|一)?(?:单子?|客户|项目|商机|家)/u;

/** The deals an update names. Two accounts named as equals fit equally well, so both come back. */
export function findDeals(
  text: string,
  { deals, recentDealId }: Pick<UpdateContext, "deals" | "recentDealId">,
): Named {
  const scored = deals.map((deal) => scoreDeal(text, deal)).filter(({ score }) => score > 0);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  const finalists = scored.filter(
    ({ score, isAccount }) => score === best || (isAccount && !isHelped(scored)),
  );
  if (finalists.length > 0) {
    return {
      deals: finalists.map(({ deal }) => deal),
      span: finalists.length === 1 ? (finalists[0]?.span ?? null) : null,
    };
  }
  const recent = deals.find(({ id }) => id === recentDealId);
  const isSales = salesWords.test(text) || thatOne.test(text) || /\d/.test(text);
  const unnamed = recent ? [recent] : deals;
  return { deals: isSales ? unnamed : [], span: null };
}

/** One account's several deals are told apart by product or person; different accounts are not. */
function isHelped(scored: readonly Scored[]): boolean {
  return (
    new Set(scored.filter(({ isAccount }) => isAccount).map(({ deal }) => deal.account)).size <= 1
  );
}

function scoreDeal(text: string, deal: UpdateDeal): Scored {
  const found = {
    account: best(text, accountAliases(deal.account)),
    contact: best(text, contactAliases(deal.contact ?? "")),
    product: best(text, productAliases(deal.product ?? "")),
  };
  const named = [found.account, found.contact, found.product].filter((each) => each !== undefined);
  return {
    deal,
    score: named.reduce((sum, { weight }) => sum + weight, 0),
    span: named[0]?.span ?? null,
    isAccount: found.account !== undefined,
  };
}

function best(text: string, aliases: readonly Alias[]): { weight: number; span: Span } | undefined {
  for (const { words, weight } of aliases) {
    const span = locate(text, words);
    if (span) return { weight, span };
  }
  return undefined;
}

/** A name that is contrasted or compared is not the one meant. */
const aside =
  /(?<![a-z])(?:not|unlike|same as|like (?:we did )?(?:for|at|with)?|similar to|than)\s$|(?:不是|不像|像|类似|参照|跟着)\s?$/u;

function locate(text: string, words: string): Span | undefined {
  const isLatin = /^[\p{Script=Latin}\d]/u.test(words);
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "[\\s-]?");
  const pattern = new RegExp(isLatin ? `(?<![a-z0-9])${escaped}(?![a-z0-9])` : escaped, "gu");
  for (const match of text.matchAll(pattern)) {
    if (!aside.test(text.slice(Math.max(0, match.index - 18), match.index)))
      return { start: match.index, end: match.index + match[0].length };
  }
  return isLatin && words.length >= 6 && !words.includes(" ") ? locateSlip(text, words) : undefined;
}

function locateSlip(text: string, word: string): Span | undefined {
  for (const match of text.matchAll(/[a-z]{5,}/g)) {
    if (isSlip(match[0], word)) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

function accountAliases(name: string): Alias[] {
  const full = name.normalize("NFKC").toLowerCase().trim();
  const core = full
    .replace(/[(（].*[)）]/, "")
    .replace(legalForms, "")
    .replace(latinForms, "")
    .replace(/[.']/g, "")
    .trim();
  const isHan = /\p{Script=Han}/u.test(core);
  const placeless = core.replace(places, "");
  const short = isHan ? shortHan(placeless) : shortLatin(core);
  return [full, core, placeless, ...short]
    .filter((words) => words.length >= 2)
    .map((words) => ({ words, weight: weights.account }));
}

/** 星河光电科技 is called 星河光电 or 星河: without its trade, or by its first two characters. */
function shortHan(name: string): string[] {
  return [name.replace(trades, ""), ...(name.length >= 4 ? [name.slice(0, 2)] : [])];
}

/** By its first word, or by another that is no word of a trade. */
function shortLatin(name: string): string[] {
  return name
    .split(/[\s,&/-]+/)
    .filter((word, index) => word.length >= (index === 0 ? 3 : 5) && !generic.has(word));
}

function contactAliases(name: string): Alias[] {
  const full = name.normalize("NFKC").toLowerCase().trim();
  if (full === "") return [];
  if (/\p{Script=Han}/u.test(full)) {
    const surname = full.slice(0, 1);
    const called = [
      ...honorifics.split("|").map((title) => surname + title),
      `老${surname}`,
      `小${surname}`,
    ];
    return [
      { words: full, weight: weights.contact },
      ...called.map((words) => ({ words, weight: weights.shortContact })),
    ];
  }
  const words = full.replace(/^(?:mr|mrs|ms|dr|prof)\.? /, "").split(/\s+/);
  const short = words.filter((word) => word.length >= 3);
  return [
    { words: full, weight: weights.contact },
    ...short.map((word) => ({ words: word, weight: weights.contact })),
  ];
}

/** A product by its name, or less surely by a word of it. */
function productAliases(name: string): Alias[] {
  const full = name.normalize("NFKC").toLowerCase().trim();
  const words = full.split(/\s+/).filter((word) => word.length >= 4 && !generic.has(word));
  return [
    ...(full.length >= 2 ? [{ words: full, weight: weights.product }] : []),
    ...words.map((word) => ({ words: word, weight: weights.productWord })),
  ];
}
