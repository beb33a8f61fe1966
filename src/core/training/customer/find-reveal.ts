// Which hidden thing a rep's question brings to light: by its words, or by asking the same kind of thing.
import { contentWords, fold, sharedWords } from "../moves/text.ts";
import type { RepSentence, RepTurn } from "../moves/understand-rep.ts";
import { isQuestion, isRequest } from "./how-concrete.ts";
import type { Plan } from "./model.ts";

/** Kinds of question that open people up; each is found in what a scenario says may be asked and in the rep's words. */
const kinds: readonly RegExp[] = [
  /\b(last (time|rollout|device|project|one|purchase|supplier|switch|lot|crowd|vendor|try|attempt|round)|previous|(went|go|got|get) wrong|what happened|come about|worst)\b|栽|上[次回]|上一[家个次]|以前|之前|当年|当时|怎么来的|出(过|了)什么|后来/,
  /\b(fear|afraid|worr(y|ies)|sleep|never want|keeps? you|trouble|headache|hurts?|bother|most afraid)\b|怕|担心|放心不下|头疼|最难|最疼|愁|睡不/,
  /\b((have|has) to be true|would (it take|you need|let you|make)|what (must|has to)|need to (see|sign|say yes|be able)|easy (project|yes)|before you (can )?(sign|say))\b|怎么?样.{0,8}才|怎样.{0,8}才|什么(样|条件|情况).{0,8}(才|算)|满足什么|要看到什么|要怎么|怎么才/,
  /\b(who (else )?(decides|signs|can stop|stops|is against|would|has a say|must agree)|real(ly)? decides?)\b|谁(说了算|拍板|点头|会拦|反对|定|真正)|哪些人/,
];

/** What a question asks for: a person, a day, an amount, a reason. */
const asked: Readonly<Record<string, RegExp>> = {
  person: /\bwho(m|se)?\b|谁|哪(些|个)人/,
  day: /\bwhen\b|\bby when\b|什么时候|哪天|几(月|号)|何时/,
  amount: /\bhow (many|much|long|often)\b|多少|多久|几(个|次|成|台)|多大/,
  effect:
    /\bwhat (does|did|do) \w+ (\w+ ){0,3}(do|cost|mean) to\b|\bwhat happens\b|会怎么?样|有什么后果/,
  reason: /\bwhy\b|为什么|为啥|怎么来的|凭什么/,
  which: /\bwhich\b|哪一?(个|单|家|台|款|条|批|样|位|种|道|步|几)/,
  choice: /\bor\b.*\?$|还是[^。]*\?$/,
  need: /\bwhat (would|must|has to|needs to)\b|\bwhat (do|does|will) (\w+ )?(have|need|has|want)\b|要(看到|满足|写成)|还缺什么|怎样才/,
};

/** Asking for the same, a question needs this share of the words only. */
const alikeShare = 0.2;

function asksFor(question: string): string[] {
  return Object.keys(asked).filter((kind) => asked[kind]?.test(question));
}

/** A question for something, whatever request is put with it; "Can you sign?" asks for nothing. */
function isInquiry(sentence: RepSentence): boolean {
  if (isQuestion(sentence)) return true;
  return /[?？]\s*$/.test(sentence.text) && asksFor(fold(sentence.text)).length > 0;
}

/** A question with a question word in it that is no manners. */
const open =
  /\b(what|which|who|whose|how|when|where|why)\b(?! (about|if|are you|is it going|'s it going))|什么|谁|哪|多少|多久|几(?=[个台点号成次人月年床条])|怎么|还是/;

/** Whether a turn asks for something they could tell, beyond yes or no. */
export function isOpenQuestion({ sentences }: RepTurn): boolean {
  return sentences.some((each) => isOwnQuestion(each) && open.test(fold(each.text)));
}

/** Whether a turn asks who, when, how much, why, which or what for: something that has an answer. */
export function isForFacts({ sentences }: RepTurn): boolean {
  return sentences.some((each) => isOwnQuestion(each) && asksFor(fold(each.text)).length > 0);
}

const isOwnQuestion = (sentence: RepSentence) => isInquiry(sentence) && !isRequest(sentence);

/** The index of the reveal that a turn's questions bring up, or undefined. */
export function findReveal(
  turn: RepTurn,
  { plan, revealed }: { plan: Plan; revealed: readonly number[] },
): { index: number; words: string[] } | undefined {
  const questions = turn.sentences.filter(isInquiry);
  if (questions.length === 0) return undefined;
  const text = fold(questions.map((each) => each.text).join(" "));
  const content = contentWords(text);
  const graded = plan.scenario.reveals.map((reveal, index) => {
    const { words, share } = sharedWords(contentWords(reveal.asks), content);
    const isKind = kinds.some((kind) => kind.test(fold(reveal.asks)) && kind.test(text));
    const isAlike = asksFor(fold(reveal.asks)).some((each) => asksFor(text).includes(each));
    const isNear = share >= 0.5 || words.length >= 3 || (words.length >= 2 && share >= 0.25);
    const isFound = isKind || isNear || (isAlike && share >= alikeShare);
    return { index, words, grade: share + Number(isKind) + Number(isAlike) / 3, isFound };
  });
  const [best] = graded
    .filter(({ index, isFound }) => isFound && !revealed.includes(index))
    .sort((a, b) => b.grade - a.grade);
  return best && { index: best.index, words: best.words };
}
