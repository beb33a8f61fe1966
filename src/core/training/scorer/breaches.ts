// What was said that must not be: fuzzy against the library's own wordings, never when it is refused or asked about.
import { fold, sharedWords } from "../moves/text.ts";
import { has } from "../moves/understand-rep.ts";
import type { Breach, Forbidden } from "./model.ts";
import type { PlacedSentence } from "./read-transcript.ts";

/** Share of a forbidden line's content words that a sentence must hold, and how many at least. */
const nearShare = { en: 0.7, zh: 0.6 } as const;
const nearWords = { en: 2, zh: 3 } as const;

/** A promise that is of no rule's kind needs this share of a rule's words. */
const leastShare = 0.25;

/** Promises nobody can keep, in any trade; each belongs to the rule with a wording of that kind. */
const promises: readonly RegExp[] = [
  /\b(guarantee[ds]?|promise)\b.{0,40}\b(return|profit|outcome|result|saving|percent|%|no (risk|infection|loss)|payback|uptime|never|approval|compliance|zero|will|won't|works?)/,
  /\b(100 ?%|hundred percent|completely|totally|absolutely) (safe|secure|risk[- ]?free|guaranteed|reliable)|\brisk[- ]free\b|\bno (side effects|risk|risks)( at all| whatsoever)?\b|\b(can't|cannot|never) (lose|fail|go wrong|breaks?( down)?)\b/,
  /\b(something in it for you|for you personally|your own (account|pocket)|pay your flight|thank you afterwards|make it worth your while)\b/,
  /(保本|稳赚|包赚|零风险|没有任何风险|绝对(安全|没(有)?(问题|风险|副作用))|百分之百|100%(安全|有效|治愈|没)|保证(收益|回本|治|有效|不(亏|出|坏|会)|(一|百)分之百|能)|包(治|赢|过)|永不|终身免维护|根治)/,
  /(国家级|最高级|最佳|(国内|全国|全球|行业|世界)(第一|最好|最先进)|最先进的?|没有之一|唯一(一家|能))/,
  /\b(they|their|theirs|competitors?|other (supplier|company|one|vendor|bidder))\b.{0,40}\b(rubbish|garbage|junk|crooks?|dangerous|going (bust|under)|won't exist|regrets?|liars?)\b/,
  /(他们|那家|别家|上一家|对手|他家|竞品).{0,12}(垃圾|骗子|快倒闭|快不行|草台|拼的|漏洞|后悔|抄|不行了)/,
  /(回扣|返点|好处费|意思一下|私下(给|转)|(转|打)(到|给)您?(个人|私人)|您个人(的)?(账户|卡|好处)|不用?走(公司|发票|合同)|不开(发)?票)/,
];

/** Words by which a sentence speaks of it in order to decline it. */
const declined =
  /\b(can't|cannot|won't|don't|not|never|nobody|no one|isn't|wouldn't) (\w+ ){0,3}(guarantee|promise|say|claim|offer|give|pay|do)|\b(nobody|no one) can|\bnot (risk-free|guaranteed)|\binstead of|[不没无]{1}[^,。!?]{0,4}(保证|承诺|敢|能|会|给|做|走|收|说|写)|谁(也|都)(不|没)|哪有|违规|不合规|别(信|说)/;

/** Every breach of a transcript, in order; one per sentence and rule. */
export function findBreaches(
  sentences: readonly PlacedSentence[],
  forbidden: readonly Forbidden[],
): Breach[] {
  return sentences.flatMap((sentence) => {
    if (has(sentence.moves, "attack")) return [];
    const found = nearest(sentence, forbidden);
    if (!found) return [];
    const { id: rule, instead, source } = found.rule;
    const { turn, text: quote } = sentence;
    return [{ turn, rule, quote, never: found.never, instead, source }];
  });
}

type Near = { rule: Forbidden; never: string; share: number; count: number; isSaid: boolean };

function nearest(sentence: PlacedSentence, forbidden: readonly Forbidden[]): Near | undefined {
  const folded = fold(sentence.text);
  const promise = promises.find((pattern) => pattern.test(folded));
  const isDeclined = declined.test(folded) || /[?？]\s*$/.test(folded);
  const [best] = forbidden
    .flatMap((rule) => rule.nevers.map((never) => grade(folded, sentence, { rule, never })))
    .map((near) => ({ ...near, isKind: promise?.test(fold(near.never)) ?? false }))
    .sort(
      (a, b) =>
        Number(b.isSaid) - Number(a.isSaid) ||
        Number(b.isKind) - Number(a.isKind) ||
        b.share - a.share,
    );
  if (!best) return undefined;
  if (best.isSaid) return isDeclined && !declined.test(fold(best.never)) ? undefined : best;
  const isPromise = promise !== undefined && (best.isKind || best.share >= leastShare);
  return isPromise && !isDeclined ? best : undefined;
}

function grade(
  folded: string,
  sentence: PlacedSentence,
  { rule, never }: { rule: Forbidden; never: Forbidden["nevers"][number] },
): Near {
  const language = /\p{Script=Han}/u.test(never.text) ? "zh" : "en";
  const { words, share } = sharedWords(never.content, sentence.content);
  const isWhole = folded.includes(fold(never.text).replace(/[.。!]$/, ""));
  const isNear = share >= nearShare[language] && words.length >= nearWords[language];
  return { rule, never: never.text, share, count: words.length, isSaid: isWhole || isNear };
}
