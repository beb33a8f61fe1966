// How a customer feels about the talk, in [0, 1]: a word list with negation, strength and stance, in both languages.
import { englishFeelings } from "./lexicon/feelings-en.ts";
import { chineseFeelings } from "./lexicon/feelings-zh.ts";
import { fold } from "./text.ts";

/** A pattern that shows a feeling: its weight is above 0 for a good one. */
export type Feeling = readonly [weight: number, pattern: RegExp];

/** One strong word moves half-way; the shape follows VADER (Hutto and Gilbert 2014), x / √(x² + a), a tuned on dialogues. */
const damping = 6;

const negations =
  /(\b(not|no|never|none|nobody|nothing|hardly|without|cannot|(?:do|does|did|is|are|was|were|ca|wo|would|could|should|have|has|ai)n't)\b[^.,;!?]{0,18}|[不没别未无][^,，。!?]{0,2})$/;
const boosters =
  /(\b(very|really|so|extremely|absolutely|totally|too|definitely|most)\b\W*|[很非常太真特别最更]{1,2})$/;

/** The sentiment of one turn: 0 hostile, 0.5 neutral or silent, 1 won over. */
export function sentimentOf(text: string): number {
  const folded = fold(text);
  let sum = 0;
  for (const feelings of [englishFeelings, chineseFeelings]) {
    for (const [weight, pattern] of feelings) sum += weigh(folded, weight, pattern);
  }
  return Math.round((0.5 + sum / (2 * Math.sqrt(sum * sum + damping))) * 1000) / 1000;
}

function weigh(folded: string, weight: number, pattern: RegExp): number {
  let sum = 0;
  for (const match of folded.matchAll(pattern)) {
    const before = folded.slice(Math.max(0, match.index - 24), match.index);
    const strength = boosters.test(before) ? 1.4 : 1;
    // A negated complaint is half a praise; negated praise is a complaint.
    const turned = weight < 0 ? -0.5 : -0.8;
    sum += weight * strength * (negations.test(before) ? turned : 1);
  }
  return sum;
}
