// Everything the customer of a scenario knows, with the words of the questions that it answers.
import { findLabels } from "../moves/find-labels.ts";
import { commonQuestions } from "../moves/lexicon/common-questions.ts";
import { questionTopics } from "../moves/lexicon/topics.ts";
import { fold } from "../moves/text.ts";
import type { Scenario, Topic } from "../playbook.ts";
import { questionWords } from "./question-words.ts";

/** Something a customer knows, by its place: a fact, told to whoever asks, or a hidden thing, for a good question. */
export type Known = { kind: "fact" | "reveal"; index: number };

type Words = ReadonlyMap<string, number>;

/** A thing known: what it is about, the questions for it, every word of them, and those of its answer. */
export type KnownThing = Known & {
  topics: readonly Topic[];
  questions: readonly Words[];
  asked: ReadonlySet<string>;
  says: ReadonlySet<string>;
};

/** What a customer knows, and how rare a word is among it. */
export type Knowledge = { things: readonly KnownThing[]; rarity: (word: string) => number };

const read = new WeakMap<Scenario, Knowledge>();

/** What the customer of a scenario knows; worked out once for as long as the scenario is held. */
export function knowledgeOf(scenario: Scenario): Knowledge {
  const known = read.get(scenario) ?? readKnowledge(scenario);
  read.set(scenario, known);
  return known;
}

function readKnowledge({ facts = [], reveals }: Scenario): Knowledge {
  const things = [
    ...facts.map(({ about, asks, questions = [asks ?? ""], says, again }, index) => {
      const isFirst = facts.findIndex((each) => each.about === about) === index;
      const common = isFirst ? (commonQuestions[about] ?? []) : [];
      return {
        ...toThing({ kind: "fact", index }, [...questions, ...common], `${says} ${again}`),
        topics: [about],
      };
    }),
    ...reveals.map(({ asks, says }, index) => ({
      ...toThing({ kind: "reveal", index }, [asks], says),
      topics: findLabels(fold(asks), [questionTopics]).map(({ label }) => label),
    })),
  ];
  const counts = new Map<string, number>();
  for (const { asked, says } of things)
    for (const word of new Set([...asked, ...says])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return {
    things,
    // Smoothed inverse document frequency (Spärck Jones 1972); a word of no thing is the rarest.
    rarity: (word) => Math.log(1 + (things.length + 1) / ((counts.get(word) ?? 0) + 0.5)),
  };
}

function toThing(
  known: Known,
  questions: readonly string[],
  answer: string,
): Omit<KnownThing, "topics"> {
  const words = questions.map(questionWords);
  return {
    ...known,
    questions: words,
    asked: new Set(words.flatMap((each) => [...each.keys()])),
    says: new Set(questionWords(answer).keys()),
  };
}
