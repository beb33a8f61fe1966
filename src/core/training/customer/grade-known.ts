// How well each thing a customer knows, told to anybody or hidden, answers a question: by topic, by words, by its kind.
import { findLabels } from "../moves/find-labels.ts";
import { weakInQuestions, withoutQuestionWords } from "../moves/lexicon/question-words.ts";
import { questionTopics } from "../moves/lexicon/topics.ts";
import { contentWords, fold } from "../moves/text.ts";
import type { Scenario, Topic } from "../playbook.ts";
import { figuresIn } from "./figures.ts";
import { type Question, type Want, wantsOf } from "./questions.ts";

/** Something a customer knows, by its place: a fact, told to whoever asks, or a hidden thing, for a good question. */
export type Known = { kind: "fact" | "reveal"; index: number };

/** A thing known with how well it answers: from `enough` on it does; its words are those it shares with the question. */
export type Graded = Known & { grade: number; words: string[] };

/** From this grade on, something answers a question. Set on 149 questions of our own, half of them held out. */
export const enough = 0.4;

type Thing = Known & {
  topics: readonly Topic[];
  /** What questions for it ask for; known of hidden things, whose question is written out. */
  wants: readonly Want[];
  asks: ReadonlySet<string>;
  says: ReadonlySet<string>;
  text: string;
};

/** Everything the customer of a scenario knows, graded against a question, best first. */
export function gradeKnown(question: Question, scenario: Scenario): Graded[] {
  const things = thingsOf(scenario);
  const words = [...question.content].filter((word) => !weakInQuestions.test(word));
  return things
    .map((thing) => gradeOf(thing, { question, words, things }))
    .sort((a, b) => b.grade - a.grade);
}

function thingsOf({ facts = [], reveals }: Scenario): Thing[] {
  return [
    ...facts.map(
      ({ about, asks, says, again }, index): Thing => ({
        ...{ kind: "fact", index, topics: [about], wants: [], text: says },
        asks: contentWords(asks),
        says: contentWords(`${says} ${again}`),
      }),
    ),
    ...reveals.map(
      ({ asks, says }, index): Thing => ({
        ...{ kind: "reveal", index, text: says },
        topics: findLabels(fold(asks), [questionTopics]).map(({ label }) => label),
        wants: wantsOf(fold(asks)),
        asks: contentWords(withoutQuestionWords(asks)),
        says: contentWords(says),
      }),
    ),
  ];
}

type Asking = { question: Question; words: readonly string[]; things: readonly Thing[] };

/** What a word is worth: one of its questions, one of its answer; together no more than this. */
const askedWord = 0.55;
const saidWord = 0.3;
const mostOfWords = 1.5;
/** All of a question's words unknown to it speak so much against a thing; hidden ones are asked for in any words. */
const allForeign = { fact: 0.2, reveal: 0.1 } as const;
/** "How many", "when" and "who" say nothing of what is meant: beside them each word from the second on weighs more. */
const ofAnything: readonly Topic[] = ["scale", "deadline", "team", "today", "cost", "trouble"];
const foreignWord = 0.45;
const foreignPair = 0.3;
const freeWords = 1;
const freePairs = 2;
const mostForeign = 1.8;
/** All words of a hidden thing's own question. */
const wholeQuestion = 0.8;

function gradeOf(thing: Thing, asking: Asking): Graded {
  const { question, words } = asking;
  // How they are is told to whoever asks for that, whatever words are in it.
  if (thing.kind === "fact" && thing.topics.includes("mood") && !question.topics.includes("mood"))
    return { kind: thing.kind, index: thing.index, grade: 0, words: [] };
  const asked = words.filter((word) => holds(thing.asks, word));
  const said = words.filter((word) => !asked.includes(word) && holds(thing.says, word));
  const worth =
    sum(asked.map((word) => askedWord * rarity(word, asking))) +
    sum(said.map((word) => saidWord * rarity(word, asking)));
  const shared = [...asked, ...said];
  const foreign = words.filter((word) => !shared.includes(word) && !question.named.has(word));
  const grade =
    Math.min(mostOfWords, worth) -
    (allForeign[thing.kind] * foreign.length) / Math.max(1, words.length) -
    strangenessOf(foreign, thing) +
    (thing.kind === "reveal"
      ? wholeQuestion * shareOf(asked, thing) + hiddenGrade(thing, question, shared)
      : topicGrade(thing, question) + fitGrade(thing, question));
  return { kind: thing.kind, index: thing.index, grade, words: shared };
}

function strangenessOf(foreign: readonly string[], { kind, topics }: Thing): number {
  if (kind === "reveal" || !topics.some((topic) => ofAnything.includes(topic))) return 0;
  const pairs = foreign.filter((word) => /\p{Script=Han}/u.test(word)).length;
  const words = foreign.length - pairs;
  const counted =
    Math.max(0, words - freeWords) * foreignWord + Math.max(0, pairs - freePairs) * foreignPair;
  return Math.min(mostForeign, counted);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** A word that only one thing has points at it; one that four have, half as much. */
function rarity(word: string, { things }: Asking): number {
  const count = things.filter(({ asks, says }) => asks.has(word) || says.has(word)).length;
  return 1 / Math.sqrt(Math.max(1, count));
}

function shareOf(asked: readonly string[], { asks }: Thing): number {
  const own = [...asks].filter((word) => !weakInQuestions.test(word));
  return asked.length / Math.max(2, own.length);
}

/** So many letters in common make two English words one: "approve", "approval". */
const sameLetters = 5;

function holds(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  if (!/^[a-z]{5}/.test(word)) return false;
  return [...words].some((each) => each.slice(0, sameLetters) === word.slice(0, sameLetters));
}

/** Being what a question is about first of all, the only thing it is about, or about it besides. */
const leadingTopic = 0.8;
const loneTopic = 0.25;
const topicBesides = 0.3;

function topicGrade({ topics }: Thing, { topics: asked, leading }: Question): number {
  const isLed = topics.some((topic) => leading.includes(topic));
  if (isLed) return leadingTopic + (leading.length === 1 ? loneTopic : 0);
  return topics.some((topic) => asked.includes(topic)) ? topicBesides : 0;
}

/** Questions that open people up: one of the kind is enough, whatever its words. */
const deep: readonly Topic[] = ["before", "trouble", "success", "decides", "against"];
const hiddenTopic = 0.35;
const sameWant = 0.15;
/** One English word of it, and nothing else in common; a pair of Han characters says more than a word does. */
const loneWord = -0.35;

function hiddenGrade(
  thing: Thing,
  { topics: asked, leading, wants }: Question,
  words: readonly string[],
): number {
  const want = thing.wants.some((each) => wants.includes(each)) ? sameWant : 0;
  const shared = thing.topics.filter((topic) => asked.includes(topic));
  if (shared.length === 0)
    return words.length === 1 && /[a-z]/.test(words[0] ?? "") ? want + loneWord : want;
  const led = shared.filter((topic) => leading.includes(topic));
  const isDeep = led.some((topic) => deep.includes(topic));
  return want + (led.length > 0 ? hiddenTopic : hiddenTopic / 2) + (isDeep ? hiddenTopic : 0);
}

/** "Which firewall do you run?" is answered by nothing without a firewall; why, by few facts; how many, by a figure. */
const otherNoun = { which: -0.5, amount: -0.2 } as const;
const noReason = -0.4;
const withFigure = 0.15;
const withoutFigure = -0.35;
const measured: readonly Topic[] = ["scale", "cost", "team", "budget"];

function fitGrade(thing: Thing, { nouns, wants, leading }: Question): number {
  const isOther =
    nouns.length > 0 && !nouns.some((noun) => holds(thing.asks, noun) || holds(thing.says, noun));
  const isMeasured = wants.includes("amount") && leading.some((topic) => measured.includes(topic));
  const figure = hasFigure(thing.text) ? withFigure : withoutFigure;
  return (
    (isOther ? otherNoun[wants.includes("amount") ? "amount" : "which"] : 0) +
    (wants.includes("reason") ? noReason : 0) +
    (isMeasured ? figure : 0)
  );
}

const hasFigure = (text: string) =>
  /\d|\bone\b|一/.test(text.toLowerCase()) || figuresIn(text).length > 0;
