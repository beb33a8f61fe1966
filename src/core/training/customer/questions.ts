// The questions of a rep's turn: what each is about, and what it leans on.
import { oneOfTwo, whichDay } from "../moves/lexicon/asked-words.ts";
import { asksInChinese, pointsBefore } from "../moves/lexicon/question-words.ts";
import { topicsOf } from "../moves/question-topics.ts";
import { fold } from "../moves/text.ts";
import type { RepSentence, RepTurn } from "../moves/understand-rep.ts";
import type { Topic } from "../playbook.ts";
import { askedIn, isForAYes } from "./asked.ts";
import { isQuestion, isRequest } from "./how-concrete.ts";
import { questionWords } from "./question-words.ts";

/** What would answer a question: a person, a day, an amount and so on. */
type Want = keyof typeof wants;

/** One question for something to know. */
export type Question = {
  /** The sentence it stands in. */
  from: RepSentence;
  /** What it was said after, where it points there. */
  before: string;
  /** It says too little by itself to be sure of what it asks for. */
  isBare: boolean;
  /** As it was said, folded. */
  text: string;
  /** What it is about; those that only come with another of them last. */
  topics: readonly Topic[];
  /** Of these, what it is about first of all. */
  leading: readonly Topic[];
  /** Which of two things that were offered, or what they would like: most have an answer without knowing a thing. */
  isOpenToAll: boolean;
  /** When it would suit them: answered by what they say of that, not by any day. */
  isForMeeting: boolean;
};

const wants = {
  person: /\bwho(m|se)?\b|谁|哪(些|个|位|几位)(人|领导|老师)?/,
  day: /\bwhen\b|\bby when\b|\bwhat (day|date|time)\b|(什么|啥)时候|哪天|几(月|号|点)|何时/,
  amount: /\bhow (many|much|long|often|big|large)\b|多少|多久|几(?=\p{Script=Han})|多大/u,
  effect:
    /\bwhat (does|did|do) \w+ (\w+ ){0,3}((do|mean) to|cost)\b|\bwhat happens\b|会怎么?样|有什么后果/,
  reason: /\b(why|how come|what made|what brought)\b|为了(什么|哪|啥)|为什么|为啥|怎么来的|凭什么/,
  which: /\bwhich\b|哪一?(个|单|家|台|款|条|批|样|位|种|道|步|几)/,
  choice: /\bor\b.*\?$|还是[^。]*\?$/,
  need: /\bwhat (would|must|has to|needs to)\b|\bwhat (do|does|will) (\w+ )?(have|need|has|want)\b|要(看到|满足|写成)|还缺什么|怎样才/,
} as const satisfies Record<string, RegExp>;

/** What a text asks for. */
function wantsOf(folded: string): Want[] {
  return (Object.keys(wants) as Want[]).filter((want) => wants[want].test(folded));
}

/** Nobody keeps more questions in mind; what comes after them was not heard. */
const mostAsked = 8;

/** The questions of a turn for something to know: not for a yes, a day or a favour. */
export function questionsOf({ sentences }: RepTurn): Question[] {
  const asked = sentences.flatMap((from, at) =>
    clausesOf(from)
      .filter(isForSomething)
      .map((each) => toQuestion(each.text, from, sentences[at - 1]?.text)),
  );
  return asked.filter((each, at) => at === 0 || !offersAnswers.test(each.text)).slice(0, mostAsked);
}

/** "Where is it from, is it last year's or the budget's?": behind a question no other one. */
const offersAnswers = /^(is|was|are|were) (it|that|this|they)\b.*\bor\b|^是.{1,30}还是/;

/** What was said in answer to a question back, as the question it makes clear. */
export function clearedUp({ sentences }: RepTurn): Question[] {
  const [from] = sentences;
  return from ? [toQuestion(sentences.map(({ text }) => text).join(" "), from)] : [];
}

/** In so few characters, a clause asks about the one before it. */
const shortClause = 7;
/** Begun so, it speaks of what the clause before it named. */
const pointsBack = /^(他|她|它|那(?!你|您)|这(?!次|回))/;

/** "一共多少台，都是哪家的？" asks twice; what stands before a clause that asks belongs to it only if it needs it. */
function clausesOf(sentence: RepSentence): RepSentence[] {
  const clauses = sentence.text.split(/[,，]/);
  const asking = clauses.flatMap((clause, at) => {
    if (!asksInChinese.test(fold(clause).replace(/\?$/, ""))) return [];
    const isBound = at > 0 && (clause.length <= shortClause || pointsBack.test(clause));
    return isBound ? [`${clauses[at - 1]}，${clause}`] : [clause];
  });
  if (asking.length === 0) return [sentence];
  return asking.map((text) => ({ ...sentence, text: `${text.replace(/[?？]$/, "")}？` }));
}

/** "What worries you about that?", "Where shall we start?" ask for their objection. */
export const onTheOffer =
  /\b(worr(y|ies)|concerns?|bothers?) (you )?(about|with) (that|this|it)\b|\bwhat (in|about) (that|this|it) .{0,24}(bother|worr|troubl|miss)|\bwhat would it take\b|\bwhat('s| is) (still )?(missing|stopping|holding)\b|\b(shall|should|do) (we|i) (start|begin)\b|这(样|个|么办).{0,6}(担心|顾虑)|从哪(条|里|儿|一条|块)?(开始|说起|谈起)|还有(哪里|什么)不放心|(要怎样|什么条件|怎么样)[^,，]{0,6}(才|就)(能|肯)?签|(这里头|这里面)(您)?(还)?(担心|不放心|不满意)什么/;

function isForSomething(sentence: RepSentence): boolean {
  const folded = fold(sentence.text);
  if (onTheOffer.test(folded)) return false;
  const isMarked = /[?？]\s*$/.test(sentence.text);
  if (!isMarked && !isQuestion(sentence)) return false;
  return !isForAYes(askedIn({ sentences: [sentence] }));
}

/** With so few words that mean something, a question that points back leans on what was said before it. */
const fewWords = 1;

function toQuestion(text: string, from: RepSentence, before = ""): Question {
  const folded = fold(text);
  const own = [...questionWords(text)].filter(([, weight]) => weight === 1);
  const isPointing = pointsBefore.test(folded);
  const isBare = own.length === 0 || (own.length <= fewWords && isPointing);
  const topics = topicsOf(folded);
  const asked = topics.map(({ topic }) => topic);
  return {
    from,
    text: folded,
    before: isBare || isPointing ? before : "",
    isBare,
    // Asked for somebody, whatever they do, it is about who does the work.
    topics: asked.length === 0 && wants.person.test(folded) ? ["team"] : asked,
    leading: topics.filter(({ leads }) => leads).map(({ topic }) => topic),
    isOpenToAll:
      oneOfTwo.test(folded) ||
      /^or\b/.test(folded) ||
      askedIn({ sentences: [{ ...from, text }] }) === "wish",
    isForMeeting: whichDay.test(folded),
  };
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
  return sentences.some((each) => isOwnQuestion(each) && wantsOf(fold(each.text)).length > 0);
}

const isOwnQuestion = (sentence: RepSentence) => isInquiry(sentence) && !isRequest(sentence);

/** A question for something, whatever request is put with it; "Can you sign?" asks for nothing. */
function isInquiry(sentence: RepSentence): boolean {
  if (isForAYes(askedIn({ sentences: [sentence] }))) return false;
  if (isQuestion(sentence)) return true;
  return /[?？]\s*$/.test(sentence.text) && wantsOf(fold(sentence.text)).length > 0;
}
