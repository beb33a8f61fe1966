// How well each thing a customer knows answers a question: by the questions it is known to answer, its words, its topic.
import { sigmoid } from "../../statistics/logistic.ts";
import type { Scenario } from "../playbook.ts";
import { type Knowledge, type Known, type KnownThing, knowledgeOf } from "./known.ts";
import { questionWords } from "./question-words.ts";
import type { Question } from "./questions.ts";

/** A thing known with the likelihood in [0, 1] that it answers, and the question's words that speak for it. */
export type Graded = Known & { likelihood: number; words: string[] };

/**
 * What speaks for a thing, each in [0, 1]: how like its closest question is (cosine of weighed words), and the next, the
 * share of the question's words that its questions hold, and its answer beyond them; the same topic, as what is asked
 * about first of all or besides; and that it is hidden, with one question written out where a fact has many.
 */
export const signs = ["closest", "next", "held", "answered", "leads", "besides", "hidden"] as const;
export type Signs = Record<(typeof signs)[number], number>;

/** Logistic regression on the questions of evals/questions; `ringside eval questions` fits it anew and tests it. */
export const weights: Signs & { base: number } = {
  ...{ base: -5.45, closest: 6.12, next: 4.83, held: 3.56, answered: 4.42 },
  ...{ leads: 0.39, besides: 1.28, hidden: 2.02 },
};

/** Everything the customer of a scenario knows, graded against a question, likeliest first. */
export function gradeKnown(question: Question, scenario: Scenario): Graded[] {
  return signsOf(question, scenario)
    .map(({ thing, found, words }) => ({
      ...{ kind: thing.kind, index: thing.index, words },
      likelihood: likelihoodOf(found),
    }))
    .sort((a, b) => b.likelihood - a.likelihood);
}

function likelihoodOf(found: Signs): number {
  return sigmoid(signs.reduce((odds, sign) => odds + weights[sign] * found[sign], weights.base));
}

/** A thing with the signs that it answers. */
export type Signed = { thing: KnownThing; found: Signs; words: string[] };

/** The signs of everything known. How they are is told to whoever asks for that, whatever other words are in it. */
export function signsOf(question: Question, scenario: Scenario): Signed[] {
  const knowledge = knowledgeOf(scenario);
  const asked = inContext(question);
  return knowledge.things
    .filter(({ topics }) => !topics.includes("mood") || question.topics.includes("mood"))
    .map((thing) => compare(thing, { question, asked, knowledge }));
}

/** What the rest of its sentence says of what a question means, and what the sentence before it does. */
const beside = 0.5;
const earlier = 0.25;

function inContext({ text, from, before }: Question): Map<string, number> {
  const part = (said: string, share: number) =>
    [...questionWords(said)].map(([word, weight]) => [word, weight * share] as const);
  return new Map([...part(before, earlier), ...part(from.text, beside), ...questionWords(text)]);
}

type Asking = { question: Question; asked: ReadonlyMap<string, number>; knowledge: Knowledge };

function compare(thing: KnownThing, asking: Asking): Signed {
  const { question, asked, knowledge } = asking;
  const worth = ([word, weight]: readonly [string, number]) => weight * knowledge.rarity(word);
  const all = [...asked];
  const total = Math.max(1e-9, sum(all.map(worth)));
  const held = all.filter(([word]) => thing.asked.has(word));
  const answered = all.filter(([word]) => !thing.asked.has(word) && thing.says.has(word));
  const [closest = 0, next = 0] = thing.questions
    .map((each) => cosine(asked, each, knowledge))
    .sort((a, b) => b - a);
  const leads = thing.topics.some((topic) => question.leading.includes(topic));
  const besides = thing.topics.some((topic) => question.topics.includes(topic));
  return {
    thing,
    found: {
      ...{ closest, next, held: sum(held.map(worth)) / total },
      ...{ answered: sum(answered.map(worth)) / total, leads: Number(leads) },
      ...{ besides: Number(besides), hidden: Number(thing.kind === "reveal") },
    },
    words: [...held, ...answered].filter(([, weight]) => weight === 1).map(([word]) => word),
  };
}

type Words = ReadonlyMap<string, number>;

/** What a known question says beyond the one asked counts alike, rare or not. */
const beyond = 3.2;

function cosine(asked: Words, known: Words, { rarity }: Knowledge): number {
  const worth = (words: Words) => (word: string) => (words.get(word) ?? 0) * rarity(word);
  const [ofAsked, ofKnown] = [worth(asked), worth(known)];
  const shared = [...asked.keys()].filter((word) => known.has(word));
  const product = sum(shared.map((word) => ofAsked(word) * ofKnown(word)));
  if (product === 0) return 0;
  const toKnown = [...known].map(([word, weight]) =>
    asked.has(word) ? ofKnown(word) : weight * beyond,
  );
  return product / (Math.hypot(...[...asked.keys()].map(ofAsked)) * Math.hypot(...toKnown));
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
