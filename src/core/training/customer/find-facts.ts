// Which of the things a customer knows answers a question: by what it is about, and by its words.
import { findLabels } from "../moves/find-labels.ts";
import {
  asksInChinese,
  isBareQuestion,
  withoutQuestionWords,
} from "../moves/lexicon/question-words.ts";
import { questionTopics } from "../moves/lexicon/topics.ts";
import { contentWords, fold, sharedWords } from "../moves/text.ts";
import type { RepSentence, RepTurn } from "../moves/understand-rep.ts";
import type { Fact, Topic } from "../playbook.ts";
import { askedIn, isForAYes } from "./asked.ts";
import type { CustomerState, Plan } from "./model.ts";

/** Something to tell, by its place in the scenario; told before; asked for by a word of it, and not only by its kind. */
export type FoundFact = { index: number; isAgain: boolean; isNamed: boolean };

/** So many things are told in one turn. */
const atOnce = 2;
/** Nobody keeps more questions in mind; what comes after them was not heard. */
const mostAsked = 8;
/** From this grade on, something answers a question. */
const enough = 1;
const topicGrade = 0.6;
/** That there is one answer only speaks for it. */
const onlyGrade = 0.45;
/** A word of the answer itself. */
const echoGrade = 0.15;
/** By how many of the fact's words a question names; more than three add nothing. */
const wordGrades = [0, 0.5, 1, 1.3];

/** Words of so many questions that one of them alone points at nothing. */
const weak =
  /^(use|today|now|day|time|week|month|year|many|much|need|want|see|look|make|用的|现在|多少|一天|一年|怎样|什么|时候|上次|几个|个人)$/;

/** Of these a customer has one thing to say, however it is asked; of the others one for every matter. */
// biome-ignore format: one list
const oneAnswer: readonly Topic[] = [
  "budget", "decides", "against", "before", "success", "process", "rivals", "mood", "deadline", "cost",
];

/** Of these only if the question is about nothing else: "how much can you sign for?" is about who signs. */
const besideOthers: readonly Topic[] = ["deadline", "cost"];

/** What answers the questions of a turn, in the order in which they were asked. */
export function findFacts(
  { sentences }: RepTurn,
  { plan, state, without }: { plan: Plan; state: CustomerState; without?: RepSentence },
): FoundFact[] {
  const { facts = [] } = plan.scenario;
  const { told = [] } = state;
  const asked = sentences.filter((each) => each !== without);
  const found = questionsOf(asked).flatMap((question) => bestFor(question, facts) ?? []);
  const each = found.filter(
    ({ index }, at) => found.findIndex((one) => one.index === index) === at,
  );
  return each.slice(0, atOnce).map((one) => ({ ...one, isAgain: told.includes(one.index) }));
}

/** Sentences that ask for something to know: not for a yes, a day or a favour. */
function questionsOf(sentences: readonly RepSentence[]): RepSentence[] {
  return sentences.flatMap(clausesOf).filter(isForSomething).slice(0, mostAsked);
}

/** "一共多少台，都是哪家的？" asks twice. */
function clausesOf(sentence: RepSentence): RepSentence[] {
  const asking = sentence.text.split(/[,，]/).filter((each) => asksInChinese.test(fold(each)));
  if (asking.length < 2) return [sentence];
  return asking.map((text) => ({ ...sentence, text: `${text.replace(/[?？]$/, "")}？` }));
}

/** "What worries you about that?", "Where shall we start?" ask for their objection. */
export const onTheOffer =
  /\b(worr(y|ies)|concerns?|bothers?) (you )?(about|with) (that|this|it)\b|\b(shall|should|do) (we|i) (start|begin)\b|这(样|个|么办).{0,6}(担心|顾虑)|从哪(条|里|儿|一条|块)?(开始|说起|谈起)|还有(哪里|什么)不放心/;

function isForSomething(sentence: RepSentence): boolean {
  if (!/[?？]\s*$/.test(sentence.text) || onTheOffer.test(fold(sentence.text))) return false;
  const asked = askedIn({ sentences: [sentence] });
  return !isForAYes(asked);
}

/** What answers best, if anything does. */
function bestFor(
  { text }: RepSentence,
  facts: readonly Fact[],
): Pick<FoundFact, "index" | "isNamed"> | undefined {
  const folded = fold(text);
  const content = contentWords(withoutQuestionWords(text));
  const question: Question = {
    topics: findLabels(folded, [questionTopics]).map(({ label }) => label),
    content,
    isBare: isBareQuestion(content, folded),
    isForPeople: /^(and |so )*(who\b|how many (are|of) you)|谁/.test(folded),
    isForDay: /^(and |so |but )*when\b(?! (was|were|did))|什么时候|哪天/.test(folded),
    isPast: /\bwhen (was|were|did)\b/.test(folded),
    isPerDay: perDay.test(folded),
    unit: counted.exec(folded)?.groups,
  };
  const grades = facts.map((fact) => gradeOf(fact, question));
  const best = Math.max(0, ...grades);
  const index = grades.indexOf(best);
  if (best < enough || index < 0) return undefined;
  return {
    index,
    isNamed: sharedWords(content, contentWords(facts[index]?.asks ?? "")).words.length > 0,
  };
}

/** What is counted: "how many nurses", "多少例". */
const counted = /\bhow many (?<noun>[a-z]{3,})|(多少|几)(?<measure>(?![个人次])\p{Script=Han})/u;

type Question = {
  topics: readonly Topic[];
  content: ReadonlySet<string>;
  isBare: boolean;
  isForPeople: boolean;
  isForDay: boolean;
  isPast: boolean;
  isPerDay: boolean;
  unit: Partial<Record<"noun" | "measure", string>> | undefined;
};

function gradeOf({ about, asks, says }: Fact, question: Question): number {
  const { topics, content, isForPeople } = question;
  const isAbout = topics.includes(about);
  if (about === "mood") return isAbout ? topicGrade * 2 : 0;
  const named = strongIn(sharedWords(content, contentWords(asks)).words);
  const echoed = sharedWords(content, contentWords(says)).words.length;
  const words = wordGrades[Math.min(named, wordGrades.length - 1)] ?? 0;
  const own = isAbout ? topicGrade + ownGrade({ about, says }, question) : 0;
  const forPeople = isAbout && isForPeople && people.includes(about) ? peopleGrade : 0;
  const forDay = isAbout && question.isForDay && about === "deadline" ? dayGrade : 0;
  return words + Math.min(echoed, 2) * echoGrade + own + forPeople + forDay;
}

/** What being about it is worth beyond that: it is the one answer, or it measures the same. */
function ownGrade({ about, says }: Pick<Fact, "about" | "says">, question: Question): number {
  if (about === "deadline" && question.isPast) return 0;
  const isLone = !besideOthers.includes(about) || question.topics.length === 1;
  const isOnly = (isLone && oneAnswer.includes(about)) || isSameMeasure(says, question);
  return isOnly ? onlyGrade : 0;
}

/** "Who does it?" is for people. */
const people: readonly Topic[] = ["team", "decides", "against"];
const peopleGrade = 0.4;
/** "When do they meet?" is for a day, whoever they are. */
const dayGrade = 0.6;

const strongIn = (words: readonly string[]) => words.filter((word) => !weak.test(word)).length;

/** Measured by the day or the year. */
const perDay = /\b(a|per|every) (day|year|shift|week|month)\b|[一每](天|年|个?月|个?班)/;

/** Whether it counts the same thing, or by the same time. */
function isSameMeasure(says: string, { isBare, isPerDay, unit }: Question): boolean {
  if (isBare || (isPerDay && perDay.test(fold(says)))) return true;
  if (unit?.noun) return contentWords(says).has([...contentWords(unit.noun)][0] ?? "");
  return (
    unit?.measure !== undefined &&
    new RegExp(`[\\d一二三四五六七八九十百千万来多]${unit.measure}`, "u").test(says)
  );
}
