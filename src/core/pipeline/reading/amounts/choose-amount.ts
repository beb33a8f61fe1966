// Which of the sums in an update is the deal's: the total on the table, after a correction the last figure.
import type { Clause } from "../clauses.ts";
import { correction } from "../lexicon/doubt.ts";
import { wordPattern } from "../pattern.ts";
import { currencyOf, moneyAfter } from "./currencies.ts";
import type { Amount } from "./find-amounts.ts";

/** Parts of a price, other people's prices, and sums that are no price at all. */
const aside =
  /预估|估算|暂估|初步|(?<![a-z])(?:estimated|ballpark|rough|indicative)(?![a-z])|(?<![a-z])(?:discount(?:ed)?(?: of)?|(?<!signed )off|deposit|up-?front|down ?payment|savings?|saves?|saving|shipping|revenue|turnover|fund(?:ing|raise)|raised (?:a|series)|headcount|penalty|commission|per|monthly|quota|counter(?:ed|s|ing)?(?: at| with)?|their offer|they offered|asking for|lowball\w*|instalments?|installments?|setup fee|last year|previously|used to|competitor\w*|rival|increase of|(?:i|we) (?:put|typed|wrote|entered)(?: down| in)?|extra|additional|add-?on|upsell|want(?:s|ed)?(?: us)?(?: to)?)(?![a-z])|(?:写|打|记|说|报|填|看|听|算)错?成了?|第[一二三]年|首年|首付|定金|押金|预付|尾款|优惠|折扣|让利|让了|便宜|返点|营收|注册资本|融资|罚款|月费|年费|运费|每|单价|去年|之前|原来|原价|砍|压|想要|想(?=[^,]{0,3}$)|对手报|竞品报|加了|多出|服务费|维保|质保金|保证金|\d\s?[x×*]\s?[$£€¥]?\s?$/u;
const total =
  /(?<![a-z])(?:total(?:s|ling|ing)?|all[- ]in|altogether|grand total|overall|tcv|deal (?:size|value)|contract value|worth|final(?:ly)?|in all)(?![a-z])|=\s?[$£€¥]?\s?$|加起来|合起来|拢共|总共|合计|总价|总额|一共|总计|共(?!识|同)|合同额|合同金额|成交价|总金额|含税|最终|最后|敲定/u;
const now =
  /(?<![a-z])(?:now|new|revised|updated?|down to|up to|settled|agreed|instead|becomes|changed to)(?![a-z])|现在|改\s?$|改成|改为|降到|降至|谈到|涨到|调到|调整到|更新为|变成|改到|实际/u;
const moneyWords = new RegExp(
  `${wordPattern("quote")}|${wordPattern("budget")}|(?<![a-z])(?:price|amount|total|value|worth|deal size|number)(?![a-z])|金额|总|价|报`,
  "u",
);

/** "PO number 4711" is no sum. */
const numbered =
  /(?:(?<![a-z])(?:number|no\.?|nr\.?|po|order|invoice|ticket|ref(?:erence)?)|#|[编单型]号|工单|订单)[:\s#]{0,2}$/u;

type Candidate = Amount & { rank: number; after: string };

/** The deal's amount; undefined where none is asserted or several could be. */
export function chooseAmount(
  amounts: readonly Amount[],
  { clauses, text, timeZone }: { clauses: readonly Clause[]; text: string; timeZone: string },
): Amount | undefined {
  const kept = amounts
    .filter(({ isMarked, value, start }) => isMarked || (value >= 1000 && isMoney(start, clauses)))
    .flatMap((amount) => toCandidate(amount, amounts, clauses, text));
  const ranked = dropRetracted(kept, text);
  const best = Math.max(...ranked.map(({ rank }) => rank));
  const finalists = ranked.filter(({ rank }) => rank === best);
  const [first] = finalists;
  const last = finalists.at(-1);
  if (!first || !last) return undefined;
  return finalists.every(({ value }) => value === first.value) || best >= 3
    ? {
        ...last,
        currency:
          last.currency ?? currencyBeside(last, finalists) ?? currencyAlone(clauses, timeZone),
      }
    : undefined;
}

function currencyBeside({ value }: Amount, all: readonly Amount[]): string | undefined {
  return all.find((each) => each.currency && each.value === value)?.currency;
}

const onlyCurrency = new RegExp(`^\\s*(?:in |all )?(?<words>${moneyAfter})\\s*$`, "u");

/** "60k total, GBP": a clause that is a currency and nothing else. */
function currencyAlone(clauses: readonly Clause[], timeZone: string): string | undefined {
  const words = clauses.flatMap(({ text }) => onlyCurrency.exec(text)?.groups?.words ?? []);
  return words.map((each) => currencyOf(each, timeZone))[0];
}

function isMoney(at: number, clauses: readonly Clause[]): boolean {
  const clause = clauseAt(at, clauses);
  return (
    clause !== undefined &&
    moneyWords.test(clause.text) &&
    !numbered.test(clause.text.slice(0, at - clause.start)) &&
    !/(?:19|20)\d\d(?=$|\D)/.test(clause.text.slice(at - clause.start, at - clause.start + 5))
  );
}

function clauseAt(at: number, clauses: readonly Clause[]): Clause | undefined {
  return clauses.find(({ start, end }) => at >= start && at < end);
}

function toCandidate(
  amount: Amount,
  all: readonly Amount[],
  clauses: readonly Clause[],
  text: string,
): Candidate[] {
  const clause = clauseAt(amount.start, clauses);
  if (clause?.status !== "asserted" || !amount.isExact || amount.value <= 0) return [];
  const previous = all.findLast(({ end }) => end <= amount.start)?.end ?? 0;
  const next = all.find(({ start }) => start >= amount.end)?.start ?? text.length;
  const before = text.slice(Math.max(clause.start, previous, amount.start - 30), amount.start);
  const after = text.slice(amount.end, Math.min(clause.end, next, amount.end + 16));
  if (isDenied(before, text.slice(0, amount.start))) return [];
  if (
    aside.test(before) ||
    /^\s?(?:list(?: price)?(?![a-z])|rrp|off|discount|deposit|up-?front|extra|more|的?(?:优惠|折扣|首付|定金|预付))/u.test(
      after,
    )
  )
    return [];
  if (isTheirs(clause.text, before) || notAgreed.test(text.slice(amount.end))) return [];
  return [{ ...amount, rank: rankOf(before, after), after }];
}

/** What was asked and not granted is not on the table. */
const notAgreed =
  /^[^.;!?。\d]{0,4}?[,\s]\s?(?:but )?(?:i |we |我们?)?(?:not (?:yet )?(?:agreed|accepted)|(?:haven't|didn't|have not) (?:yet )?(?:agree|accept)|还没(?:有)?(?:同意|答应|松口)|没(?:有)?(?:同意|答应|松口)|未同意)/u;

function rankOf(before: string, after: string): number {
  if (now.test(before) || /^\s?(?:now|instead|final)(?![a-z])/.test(after)) return 4;
  if (
    total.test(before) ||
    /^\s?(?:(?:after|with|less|net of) (?:the |a )?discount|total|all[- ]in|in total|altogether|overall|含税|总价)/u.test(
      after,
    )
  )
    return 3;
  return new RegExp(wordPattern("budget"), "u").test(before) ? 1 : 2;
}

/** "not 60", 不是60万. */
function isDenied(before: string, upTo: string): boolean {
  return /(?<![a-z])(?:not|isn't|wasn't|instead of|rather than|from|was|were)\s?(?:at |the |only )?[$£€¥]?\s?$|(?:不是|并非|而非|没有|从|由)\s?$/u.test(
    before || upTo.slice(-12),
  );
}

/** Somebody by name quoted it; "we", "I" and words that carry on a sentence of ours are no such name. */
const rivals =
  /(?<![a-z])(?!(?:we|i|just|already|have|has|was|been|and|now|also|finally|then|ve|today|officially) )[a-z]{3,} (?:have |has |just |also )?(?:quoted|bid|offered|came in at|pitched|undercut us (?:at|with))\s?$/;

/** A competitor's or the customer's figure. */
function isTheirs(clause: string, before: string): boolean {
  const their =
    /(?<![a-z])(?:they|he|she|customer|client|competitor)(?:'d|'re)? (?:\w+ )?(?:want(?:ed|s)?|offer(?:ed|s)?|counter\w*|asked|came back|bid|quoted|proposed|pushed)/;
  if (their.test(before) || rivals.test(before)) return true;
  const bid = /(\p{Script=Han}{2,4})(?:也|只|才)?(?:报了|报价|出价|开价|还价|砍到|压到)/u.exec(
    before,
  );
  return (
    bid !== null &&
    !/我|咱|已|的|给|们|次|单|轮|版|终|新|合|总/u.test(bid[1] ?? "") &&
    clause.includes(bid[0]) &&
    !/报价/.test(bid[0])
  );
}

/** A figure that a correction follows, before another figure, does not stand. */
function dropRetracted(candidates: readonly Candidate[], text: string): Candidate[] {
  return candidates.filter((each, index) => {
    const next = candidates[index + 1];
    return !next || !correction.test(text.slice(each.end, next.start));
  });
}
