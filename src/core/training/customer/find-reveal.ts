// Which hidden thing a rep's question brings to light: by its words, or by asking the same kind of thing.
import { withoutQuestionWords } from "../moves/lexicon/question-words.ts";
import { contentWords, fold, sharedWords } from "../moves/text.ts";
import type { RepSentence, RepTurn } from "../moves/understand-rep.ts";
import { askedIn, isForAYes } from "./asked.ts";
import { isQuestion, isRequest } from "./how-concrete.ts";
import type { Plan } from "./model.ts";

/** Kinds of question that open people up; each is found in what a scenario says may be asked and in the rep's words. */
const kinds: readonly RegExp[] = [
  /\b(last (time|rollout|device|project|one|purchase|supplier|switch|lot|crowd|vendor|try|attempt|round)|previous|(went|go|got|get) wrong|what happened|come about|end(ed)? up with|worst)\b|栽|上[次回]|上一[家个次]|以前|(?<![底号日周月年会])之前|当年|当时|怎么来的|出(过|了)什么|后来/,
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
    /\bwhat (does|did|do) \w+ (\w+ ){0,3}((do|mean) to|cost)\b|\bwhat happens\b|会怎么?样|有什么后果/,
  reason: /\bwhy\b|为了(什么|哪|啥)|为什么|为啥|怎么来的|凭什么/,
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
  if (isForAYes(askedIn({ sentences: [sentence] }))) return false;
  if (isQuestion(sentence)) return true;
  return /[?？]\s*$/.test(sentence.text) && asksFor(fold(sentence.text)).length > 0;
}

/** A question with a question word in it that is no manners. */
const open =
  /\b(what|which|who|whose|how|when|where|why)\b(?! (about|if|are you\b|is it going|'s it going))|什么|谁|哪|多少|多久|几(?=[个台点号成次人月年床条])|怎么|咋|为啥|为什么|啥|还是/;

/** Whether a turn asks for something they could tell, beyond yes or no. */
export function isOpenQuestion({ sentences }: RepTurn): boolean {
  return sentences.some((each) => isOwnQuestion(each) && open.test(fold(each.text)));
}

/** Whether a turn asks who, when, how much, why, which or what for: something that has an answer. */
export function isForFacts({ sentences }: RepTurn): boolean {
  return sentences.some((each) => isOwnQuestion(each) && asksFor(fold(each.text)).length > 0);
}

const isOwnQuestion = (sentence: RepSentence) => isInquiry(sentence) && !isRequest(sentence);

/**
 * The index of the reveal that a turn's questions bring up, or undefined. Where something they tell anybody is known to
 * answer (`isKnown`), only a question in the words of the hidden thing brings that up.
 */
export function findReveal(
  turn: RepTurn,
  { plan, revealed, isKnown }: { plan: Plan; revealed: readonly number[]; isKnown: boolean },
): { index: number; words: string[]; from: RepSentence } | undefined {
  const questions = turn.sentences.filter(isInquiry);
  if (questions.length === 0) return undefined;
  const text = fold(questions.map((each) => each.text).join(" "));
  const content = contentWords(withoutQuestionWords(text));
  const graded = plan.scenario.reveals.map((_, index) => ({
    index,
    ...gradeOf(plan, index, { text, content, isKnown }),
  }));
  const [best] = graded
    .filter(({ index, isFound }) => isFound && !revealed.includes(index))
    .sort((a, b) => b.grade - a.grade);
  const from = best && askingFor(questions, plan.scenario.reveals[best.index]?.asks ?? "");
  return best && from && { index: best.index, words: best.words, from };
}

/** A turn's questions together: as folded, and in words of their own. */
type Asking = { text: string; content: ReadonlySet<string>; isKnown: boolean };

/** How near the questions are to one hidden thing, and whether they bring it up. */
function gradeOf(
  { scenario }: Plan,
  index: number,
  { text, content, isKnown }: Asking,
): { words: string[]; grade: number; isFound: boolean } {
  const reveal = scenario.reveals[index];
  if (!reveal) return { words: [], grade: 0, isFound: false };
  const asks = contentWords(withoutQuestionWords(reveal.asks));
  const { words: all, share } = sharedWords(asks, content);
  const words = all.filter(isTelling);
  const echoed = sharedWords(contentWords(reveal.says), content).words.filter(isTelling);
  const isKind = kinds.some((kind) => kind.test(fold(reveal.asks)) && kind.test(text));
  const isAlike = asksFor(fold(reveal.asks)).some((each) => asksFor(text).includes(each));
  const isOpen = open.test(text);
  const others = scenario.reveals.filter((each) => each !== reveal);
  const rivals = isKnown ? [...others, ...(scenario.facts ?? [])] : others;
  const isOwn =
    isOpen && !isForOther(text, reveal.asks) && words.some((word) => isOnlyIn(word, rivals));
  const isLoose = !isKnown && ((isOpen && echoed.length >= 2) || (isAlike && share >= alikeShare));
  const isNear = isNearTo({ words: words.length, share, isPlain: isOpen && !isKnown });
  const isFound = isOwn || isLoose || isKind || isNear;
  return { words, grade: share + Number(isKind) + Number(isAlike) / 3, isFound };
}

/** Half of its words, or two or three of them; one alone only for an open question that nothing else answers. */
function isNearTo({
  words,
  share,
  isPlain,
}: {
  words: number;
  share: number;
  isPlain: boolean;
}): boolean {
  if (share >= 0.5 && words > Number(!isPlain)) return true;
  return words >= 3 || (words >= 2 && share >= 0.25);
}

/** Words that any question may have. */
const anyQuestion = /^(day|week|month|year|time|first|last|today|happen|cost|people)$/;

const isTelling = (word: string) => !anyQuestion.test(word);

/** Begun so, a question wants a day, a name or an amount, and nothing else that has its words in it. */
const wants = [
  /^(\W|so|and|but|then)*when\b/,
  /^(\W|so|and|but|then)*who\b/,
  /^(\W|so|and|but|then)*how (many|much)\b/,
];

function isForOther(text: string, asks: string): boolean {
  const [at, kind] = [
    wants.findIndex((each) => each.test(text)),
    ["day", "person", "amount"] as const,
  ];
  const wanted = kind[at];
  return wanted !== undefined && !asksFor(fold(asks)).includes(wanted);
}

/** A word that names this one hidden thing and no other. */
function isOnlyIn(word: string, others: readonly { asks: string; says: string }[]): boolean {
  return others.every(({ asks, says }) => !contentWords(`${asks} ${says}`).has(word));
}

/** The question of several that is nearest to what may be asked. */
function askingFor(questions: readonly RepSentence[], asks: string): RepSentence | undefined {
  const wanted = contentWords(asks);
  const grades = questions.map(({ text }) => {
    const isKind = kinds.some((kind) => kind.test(fold(asks)) && kind.test(fold(text)));
    return sharedWords(wanted, contentWords(text)).words.length + 2 * Number(isKind);
  });
  return questions[grades.indexOf(Math.max(...grades))];
}

/** Whether a turn's questions ask for something that came to light before. */
export function asksAgain(
  turn: RepTurn,
  { plan, revealed }: { plan: Plan; revealed: readonly number[] },
): boolean {
  const hidden = plan.scenario.reveals.flatMap((_, index) =>
    revealed.includes(index) ? [] : [index],
  );
  return (
    revealed.length > 0 && findReveal(turn, { plan, revealed: hidden, isKnown: true }) !== undefined
  );
}
