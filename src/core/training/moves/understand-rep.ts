// What a rep does in one turn: every move of every sentence, with the words that decided it. Deterministic.
import type { Language } from "../../model.ts";
import { findLabels, mergeFound } from "./find-labels.ts";
import { englishRep } from "./lexicon/rep-en.ts";
import { chineseRep } from "./lexicon/rep-zh.ts";
import type { Found, RepMove } from "./model.ts";
import { contentWords, fold, languageOf, toSentences } from "./text.ts";

/** One sentence of a rep: as written, its moves, and the words that carry its meaning. */
export type RepSentence = {
  text: string;
  moves: Found<RepMove>[];
  content: ReadonlySet<string>;
};

/** One turn of a rep, understood. */
export type RepTurn = {
  language: Language;
  moves: Found<RepMove>[];
  sentences: RepSentence[];
  content: ReadonlySet<string>;
};

/** Both languages' words are looked for in every sentence: Chinese sales talk is full of English. */
const lexicons = [englishRep, chineseRep];

/** Understands a turn. Text without a letter or digit is silence; what a prompt attack says besides counts for nothing. */
export function understandRep(text: string): RepTurn {
  const sentences = toSentences(text).map((each) => readSentence(each));
  const isAttack = sentences.some(({ moves }) => has(moves, "attack"));
  const counted = isAttack ? sentences.map(onlyAttack) : sentences;
  const moves = mergeFound(counted.map((each) => each.moves));
  if (sentences.length === 0) moves.push({ label: "silence", words: [] });
  return {
    language: languageOf(text),
    moves,
    sentences: counted,
    content: new Set(counted.flatMap(({ content }) => [...content])),
  };
}

/** Whether a label is among those found. */
export function has<Label extends string>(found: readonly Found<Label>[], label: Label): boolean {
  return found.some((each) => each.label === label);
}

function readSentence(text: string): RepSentence {
  const folded = fold(text);
  const found = settle(findLabels(folded, lexicons), folded);
  return { text, moves: found, content: contentWords(text) };
}

/** "How are you?" asks nothing. */
const pleasantry =
  /^(\W|so|and|hi|hello|hey|there|good (morning|afternoon|evening))*(how are you|how('s| is) (it going|your day)|how('re| are) (you|things))[^.]{0,30}$|^[^,，。?？]{0,12}(最近|今天)?(忙吗|好吗|怎么样)[?？]?$/;

/** A refused discount concedes nothing, a conditional one is a trade, and a limit owned is no boast. */
function settle(found: Found<RepMove>[], folded: string): Found<RepMove>[] {
  const dropped = new Set<RepMove>(pleasantry.test(folded) ? ["question"] : []);
  if (has(found, "refusal") || has(found, "trade") || has(found, "question")) {
    dropped.add("concession");
  }
  if (has(found, "refusal") || has(found, "admission")) dropped.add("boast");
  return found.filter(({ label }) => !dropped.has(label));
}

/** Instructions to a machine mean nothing to a customer; neither do the promises put beside them. */
function onlyAttack(sentence: RepSentence): RepSentence {
  return {
    text: sentence.text,
    moves: sentence.moves.filter(({ label }) => label === "attack" || label === "rudeness"),
    content: new Set(),
  };
}
