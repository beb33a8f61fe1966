// What a question is about, and which of its topics only come along with another.
import type { Topic } from "../playbook.ts";
import { findLabels } from "./find-labels.ts";
import { questionTopics, topicsBehind } from "./lexicon/topics.ts";

/** A topic of a question, with the words that tell; it leads unless another of them explains its words. */
export type AskedTopic = { topic: Topic; words: string[]; leads: boolean };

/** The topics of a question's folded text. */
export function topicsOf(folded: string): AskedTopic[] {
  const found = findLabels(folded, [questionTopics]);
  const behind = found.flatMap(({ label }) => topicsBehind[label] ?? []);
  return found.map(({ label, words }) => ({
    ...{ topic: label, words },
    leads: !behind.includes(label),
  }));
}
