// What a customer's turn says: where they stand, which tactic an objection is, and how they feel. Deterministic.
import { findLabels, mergeFound } from "./find-labels.ts";
import { resistance, stanceWords } from "./lexicon/customer.ts";
import { tacticWords } from "./lexicon/tactics.ts";
import type { Found, Stance, Tactic } from "./model.ts";
import { sentimentOf } from "./sentiment.ts";
import { fold, toSentences } from "./text.ts";
import { has } from "./understand-rep.ts";

/** One turn of a customer, understood; `sentiment` is 0 (hostile) to 1 (won over), 0.5 says nothing. */
export type CustomerTurn = {
  stances: Found<Stance>[];
  tactics: Found<Tactic>[];
  sentiment: number;
};

/** Understands a turn of a customer. An objection is a tactic or a refusal that is not withdrawn in the same breath. */
export function understandCustomer(text: string): CustomerTurn {
  const sentences = toSentences(text).map((each) => fold(each));
  const stances = mergeFound(sentences.map((each) => findLabels(each, [stanceWords])));
  const tactics = mergeFound(sentences.map((each) => findLabels(each, [tacticWords])));
  const sentiment = sentimentOf(text);
  const resisting = sentences.flatMap((each) =>
    resistance.flatMap((one) => one.exec(each)?.[0] ?? []),
  );
  const words = objectionWords({ stances, tactics, sentiment, resisting });
  if (words.length > 0) stances.push({ label: "objection", words });
  return { stances, tactics, sentiment };
}

type Read = CustomerTurn & { resisting: string[] };

function objectionWords({ stances, tactics, sentiment, resisting }: Read): string[] {
  if (has(stances, "refusal")) return wordsOf(stances, "refusal");
  if (has(stances, "agreement") && sentiment > 0.5) return [];
  if (tactics.length > 0 && (has(stances, "negative") || sentiment < 0.5)) {
    return tactics.flatMap(({ words }) => words);
  }
  if (resisting.length > 0 && sentiment <= mildly) return resisting;
  return sentiment < 0.3 ? wordsOf(stances, "negative") : [];
}

/** Somebody plainly pleased is not pushing back, whatever "but" they use. */
const mildly = 0.6;

function wordsOf(found: Found<Stance>[], label: Stance): string[] {
  return found.find((each) => each.label === label)?.words ?? [];
}
