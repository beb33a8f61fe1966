// What people call a deal: its account, person and product as they shorten them.
import { isSlip, simplify } from "./folded.ts";
import { honorifics } from "./lexicon/zh.ts";
import type { Span, UpdateDeal } from "./understood.ts";

/** How much a name says, by what it names. */
const weights = { account: 4, contact: 3, shortContact: 2, product: 2, productWord: 1 };

/** One way to call it. `pointed`: a word so common that it must be pointed at, as in 冷链那个. */
type Alias = { words: string; weight: number; pointed?: boolean };

/** A deal's names, by what they name, the most telling first. */
export type DealNames = Record<"account" | "contact" | "product", readonly Alias[]>;

/** Everything a deal is called by. */
export function namesOf({ account, contact = "", product = "" }: UpdateDeal): DealNames {
  return {
    account: accountAliases(account),
    contact: contactAliases(contact),
    product: productAliases(product),
  };
}

const legalForms = /(?:股份有限公司|有限责任公司|有限公司|集团公司|集团|控股|公司)$/;
const trades =
  /(?:科技|技术|制造|贸易|物流|医院|银行|医药|医疗|电子|机械|软件|重工|实业|电器|能源|生物|化工|汽车|食品|服饰|保险|证券|地产|置业|药业|股份|网络|信息|材料|精密|智能|自动化|装备|餐饮|零售|传媒|教育|建设|工业|器械)+$/;
const places =
  /^(?:中国|北京|上海|天津|重庆|深圳|广州|杭州|南京|苏州|成都|武汉|西安|厦门|青岛|宁波|无锡|长沙|浙江|江苏|广东|山东|石家庄|哈尔滨|佛山|东莞|珠海|中山|惠州|汕头|合肥|济南|烟台|潍坊|福州|泉州|郑州|洛阳|沈阳|大连|长春|太原|昆明|南昌|贵阳|南宁|海口|兰州|常州|南通|徐州|扬州|绍兴|温州|嘉兴|金华|台州|唐山|保定|廊坊|湖北|湖南|河北|河南|山西|四川|安徽|江西|福建|辽宁|陕西)(?:市|省)?(?=.{2})/;
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

function accountAliases(name: string): Alias[] {
  const full = simplify(name.normalize("NFKC")).trim();
  const core = full
    .replace(/[(（].*[)）]/, "")
    .replace(legalForms, "")
    .replace(latinForms, "")
    .replace(/[.']/g, "")
    .trim();
  const isHan = /\p{Script=Han}/u.test(core);
  const placeless = core.replace(places, "");
  const short = isHan
    ? [...shortHan(placeless), ...latinIn(core), ...hanIn(core)]
    : shortLatin(core);
  return [full, core, placeless, ...short]
    .filter((words) => words.length >= 2)
    .map((words) => ({ words, weight: weights.account }));
}

/** 星河光电科技 is called 星河光电 or 星河: without its trade, or by its first two characters. */
function shortHan(name: string): string[] {
  const first = name.slice(0, 2);
  const isShort = name.length >= 4 && /^\p{Script=Han}{2}$/u.test(first);
  return [name.replace(trades, ""), ...(isShort ? [first] : [])];
}

/** Unilever中国 is called Unilever. */
function latinIn(name: string): string[] {
  const words = name.match(/[a-z][a-z0-9&.-]+(?: [a-z][a-z0-9&.-]+)*/g) ?? [];
  return words.filter((word) => word.length >= 3 && !generic.has(word));
}

/** Sunrise 旭日 is called 旭日. */
function hanIn(name: string): string[] {
  if (!/[a-z]/.test(name)) return [];
  return (name.match(/\p{Script=Han}{2,}/gu) ?? []).filter((word) => !places.test(`${word}xx`));
}

/** By its first word, or by another that is no word of a trade. */
function shortLatin(name: string): string[] {
  return name
    .split(/[\s,&/-]+/)
    .filter((word, index) => word.length >= (index === 0 ? 3 : 5) && !generic.has(word));
}

function contactAliases(name: string): Alias[] {
  const full = simplify(name.normalize("NFKC")).trim();
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
  const full = simplify(name.normalize("NFKC")).trim();
  const isHan = /\p{Script=Han}/u.test(full);
  const words = full
    .split(/\s+/)
    .filter((word) => word.length >= 4 && !generic.has(word))
    .map((word) => (isLatin(word) && word.length >= 6 ? word.replace(/s$/, "") : word));
  const first = /^\p{Script=Han}{2}(?=\p{Script=Han}{2})/u.exec(full)?.[0];
  return [
    ...(full.length >= 2 ? [{ words: full, weight: weights.product }] : []),
    ...[...words, ...(isHan ? latinIn(full) : [])].map((word) => ({
      ...{ words: word, weight: weights.productWord },
    })),
    ...(first ? [{ words: first, weight: weights.productWord, pointed: true }] : []),
  ];
}

/**
 * Where a folded text calls each account, by its longest name there. Words inside a longer name of another account are
 * that one's: "Kestrel Marine" is not Kestrel Aerospace.
 */
export function accountsIn(
  text: string,
  names: readonly DealNames[],
): readonly ({ weight: number; span: Span } | undefined)[] {
  const all = names.map(({ account }) => {
    for (const alias of account) {
      const spans = locateAll(text, alias);
      if (spans.length > 0) return { weight: alias.weight, spans };
    }
    return { weight: 0, spans: [] };
  });
  const taken = all.flatMap(({ spans }) => spans);
  const isInside = (one: Span) =>
    taken.some(
      ({ start, end }) => start <= one.start && end >= one.end && end - start > one.end - one.start,
    );
  return all.map(({ weight, spans }) => {
    const span = spans.find((each) => !isInside(each));
    return span && { weight, span };
  });
}

/** The deals a folded text names, each with the first place that does. */
export function mentionsIn(
  text: string,
  deals: readonly UpdateDeal[],
): { deal: UpdateDeal; span: Span }[] {
  return deals.flatMap((deal) => {
    const { account, contact, product } = namesOf(deal);
    const [span] = [...account, ...contact, ...product].flatMap((alias) => locateAll(text, alias));
    return span ? [{ deal, span }] : [];
  });
}

/** A name that is contrasted or compared is not the one meant. */
const aside =
  /(?<![a-z])(?:not(?: the| about)?|unlike|same as|like (?:we did )?(?:for|at|with)?|similar to|than)\s$|(?:不是|不像|像|类似|参照|跟着)\s?$/u;
const pointing = "(?=那|这|的?(?:单|项目|客户))";

/** Every place where a folded text calls it so. */
export function locateAll(text: string, alias: Alias): Span[] {
  const { words } = alias;
  const isOneWord = !words.includes(" ");
  const found = isOneWord && !text.includes(words) ? [] : locateExactly(text, alias);
  const maySlip = found.length === 0 && isLatin(words) && words.length >= 6 && isOneWord;
  return maySlip ? locateSlip(text, words) : found;
}

const isLatin = (words: string): boolean => /^[\p{Script=Latin}\d]/u.test(words);

function locateExactly(text: string, { words, pointed = false }: Alias): Span[] {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/ /g, "[\\s-]?");
  const whole = isLatin(words) ? `(?<![a-z0-9])${escaped}s?(?![a-z0-9])` : escaped;
  const pattern = new RegExp(pointed ? whole + pointing : whole, "gu");
  return Array.from(text.matchAll(pattern))
    .filter(({ index }) => !aside.test(text.slice(Math.max(0, index - 18), index)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function locateSlip(text: string, word: string): Span[] {
  return Array.from(text.matchAll(/[a-z]{5,}/g))
    .filter((match) => isSlip(match[0], word))
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
}
