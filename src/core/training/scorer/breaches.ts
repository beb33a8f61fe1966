// What was said that must not be: fuzzy against the library's own wordings, never when it is refused or asked about.
import { fold, sharedWords } from "../moves/text.ts";
import { has } from "../moves/understand-rep.ts";
import type { Breach, Forbidden } from "./model.ts";
import { promises } from "./promises.ts";
import type { PlacedSentence } from "./read-transcript.ts";

/** Share of a forbidden line's content words that a sentence must hold, and how many at least. */
const nearShare = { en: 0.7, zh: 0.6 } as const;
const nearWords = { en: 3, zh: 4 } as const;

/** A promise that is of no rule's kind needs this share of a rule's words. */
const leastShare = 0.25;

/** Words by which a sentence speaks of it in order to decline it. */
const declined =
  /\b(can't|cannot|won't|don't|not|never|nobody|no one|isn't|wouldn't) (\w+ ){0,3}(guarantee|promise|say|claim|offer|give|pay|do|discuss|tell|speak)|\b(nobody|no one) can|\bnot (risk-free|guaranteed)|\binstead of|\bno (promise|guarantee)|[不没无]{1}[^,。!?]{0,4}(保证|承诺|敢|能|会|给|做|走|收|说|写)|拒绝|写不得|不用[“"「]|谁(也|都)(不|没)|哪有|违规|不合规|别(信|说)/;

/** What nobody may speak of and says so. */
const unspoken =
  /\b(can't|cannot|won't|may not|must not) (discuss|tell|speak|comment|say)\b|不(能|方便|可以)(谈|讲|评|说)/;

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
  const [best] = forbidden
    .flatMap((rule) => rule.nevers.map((never) => grade(folded, sentence, { rule, never })))
    .map((near) => ({ ...near, isKind: promise?.test(fold(near.never)) ?? false }))
    .sort(
      (a, b) =>
        Number(b.isSaid) - Number(a.isSaid) ||
        Number(b.isKind) - Number(a.isKind) ||
        b.share - a.share,
    );
  if (!best || isOnlyMentioned(folded, { promise, best })) return undefined;
  const isPromise = promise !== undefined && (best.isKind || best.share >= leastShare);
  return best.isSaid || isPromise ? best : undefined;
}

/** Declined or asked about. What is promised is often a "never" itself: only the words around it can decline it. */
function isOnlyMentioned(
  folded: string,
  { promise, best }: { promise: RegExp | undefined; best: Near },
): boolean {
  const stood = /\p{Script=Han}/u.test(folded) ? "保证" : "promise";
  const around = promise ? folded.replace(promise, stood) : folded;
  const isDeclined = declined.test(around) || unspoken.test(folded) || /[?？]\s*$/.test(folded);
  return isDeclined && !(best.isSaid && declined.test(fold(best.never)));
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
