// What was said that must not be: near the library's own wordings or of a forbidden kind, never when it is refused or asked about.
import { fold, sharedWords } from "../moves/text.ts";
import { has } from "../moves/understand-rep.ts";
import { findForbiddenKinds } from "./forbidden-kinds/find-kinds.ts";
import type { Breach, Forbidden } from "./model.ts";
import type { PlacedSentence } from "./read-transcript.ts";

/** Share of a forbidden line's content words that a sentence must hold, and how many at least. */
const nearShare = { en: 0.7, zh: 0.6 } as const;
const nearWords = { en: 3, zh: 4 } as const;

/** What is of a kind no rule here has a wording of needs this share of a rule's words. */
const leastShare = 0.25;

/** Words by which a sentence speaks of it in order to decline it. */
const declined =
  /\b(can't|cannot|won't|don't|not|never|nobody|no one|isn't|wouldn't) (\w+ ){0,3}(guarantee|promise|swear|vouch|say|claim|offer|give|pay|do|discuss|tell|speak)|\b(nobody|no one) can|\bnot (risk-free|guaranteed)|\b(must|may|should) not\b|\bmustn't|\bnot allowed|\bsend no\b|\binstead of|\bno (promise|guarantee)|[不没无](?!良)[^,。!?]{0,4}(保证|承诺|敢|能|会|给|做|走|收|说|写)|拒绝|写不得|不用[“"「]|谁(也|都)(不|没|保证|承诺|担保)|哪有|违规|不合规|别(信|说)/;

/** What nobody may speak of and says so. */
const unspoken =
  /\b(can't|cannot|won't|may not|must not) (discuss|tell|talk|speak|comment|say)\b|不(能|方便|可以)(谈|讲|评|说)/;

/** Every breach of a transcript, in order; one per sentence. */
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

type Near = { rule: Forbidden; never: string; share: number; isSaid: boolean; isKind: boolean };

function nearest(sentence: PlacedSentence, forbidden: readonly Forbidden[]): Near | undefined {
  const folded = fold(sentence.text);
  const { kinds, around, isComposed } = findForbiddenKinds(folded);
  const [best] = forbidden
    .flatMap((rule) => rule.nevers.map((never) => grade(folded, sentence, { rule, never })))
    .map(
      (near): Near => ({
        ...near,
        isKind: kinds.some(({ includes, rule }) => rule === near.rule.id || includes(near.folded)),
      }),
    )
    .sort(byNearness);
  if (!best || isOnlyMentioned(folded, { around: isComposed ? "" : around, best }))
    return undefined;
  const isOfKind = kinds.length > 0 && (best.isKind || best.share >= leastShare);
  return best.isSaid || isOfKind ? best : undefined;
}

/** As said before of the same kind before alike; a playbook's own rule before one for every trade. */
function byNearness(a: Near, b: Near): number {
  return (
    Number(b.isSaid) - Number(a.isSaid) ||
    Number(b.isKind) - Number(a.isKind) ||
    Number(a.rule.isGeneral) - Number(b.rule.isGeneral) ||
    b.share - a.share
  );
}

/** Declined or asked about. What is promised is often a "never" itself: only the words around it can decline it. */
function isOnlyMentioned(
  folded: string,
  { around, best }: { around: string; best: Near },
): boolean {
  const isDeclined = declined.test(around) || unspoken.test(folded) || isAsked(folded);
  return isDeclined && !(best.isSaid && declined.test(fold(best.never)));
}

/** A question, unless what stands before its last clause says it already: "they're bankrupt, you'd trust them?" */
function isAsked(folded: string): boolean {
  if (!/[?？]\s*$/.test(folded)) return false;
  const before = folded.split(/[,;]/).slice(0, -1).join(",");
  return findForbiddenKinds(before).kinds.length === 0;
}

type Grade = Omit<Near, "isKind"> & { folded: string };

const isHan = (text: string) => /\p{Script=Han}/u.test(text);

function grade(
  folded: string,
  sentence: PlacedSentence,
  { rule, never }: { rule: Forbidden; never: Forbidden["nevers"][number] },
): Grade {
  const language = isHan(never.text) ? "zh" : "en";
  const { words, share } = sharedWords(never.content, sentence.content);
  const isWhole = folded.includes(never.folded.replace(/[.。!]$/, ""));
  const isNear = share >= nearShare[language] && words.length >= nearWords[language];
  return { rule, never: never.text, folded: never.folded, share, isSaid: isWhole || isNear };
}
