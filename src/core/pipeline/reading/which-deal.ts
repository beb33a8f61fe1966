// Which of the rep's deals an update is about: by account, person or product as people shorten them.
import { accountsIn, type DealNames, locateAll, namesOf } from "./deal-names.ts";
import { englishWords } from "./lexicon/en.ts";
import { chineseWords } from "./lexicon/zh.ts";
import { wordPattern } from "./pattern.ts";
import type { Span, UpdateContext, UpdateDeal } from "./understood.ts";

/** The deals that fit equally well, and the words that named them; none where nothing was named. */
export type Named = { deals: readonly UpdateDeal[]; span: Span | null };

type Scored = { deal: UpdateDeal; score: number; span: Span | null; isAccount: boolean };

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
  const names = deals.map(namesOf);
  const accounts = accountsIn(text, names);
  const scored = deals
    .map((deal, index) => scoreDeal(text, deal, { names: names[index], account: accounts[index] }))
    .filter(({ score }) => score > 0);
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

type Found = { weight: number; span: Span };
type Calling = { names: DealNames | undefined; account: Found | undefined };

function scoreDeal(text: string, deal: UpdateDeal, { names, account }: Calling): Scored {
  const found = {
    account,
    contact: best(text, names?.contact ?? []),
    product: best(text, names?.product ?? []),
  };
  const named = [found.account, found.contact, found.product].filter((each) => each !== undefined);
  return {
    deal,
    score: named.reduce((sum, { weight }) => sum + weight, 0),
    span: named[0]?.span ?? null,
    isAccount: found.account !== undefined,
  };
}

function best(text: string, aliases: DealNames["account"]): Found | undefined {
  for (const alias of aliases) {
    const [span] = locateAll(text, alias);
    if (span) return { weight: alias.weight, span };
  }
  return undefined;
}

/** Whether a folded text calls somebody by name, whole or as people shorten it. */
export function namesPerson(text: string, name: string): boolean {
  return (
    best(text, namesOf({ id: "", account: "", contact: name, stage: "new" }).contact) !== undefined
  );
}
