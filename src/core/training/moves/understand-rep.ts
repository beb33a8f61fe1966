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

/** A question for facts or views, not a request for a step put as one. */
export function asksAbout({ moves }: Pick<RepSentence, "moves">): boolean {
  return has(moves, "question") && !has(moves, "close");
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
  /^did you know\b|^.{0,40}\b(right|okay|ok|isn't (it|that)|wouldn't it|don't you think)\?$|^(\W|so|and|hi|hello|hey|there|good (morning|afternoon|evening))*(how are you|how('s| is) (it going|your day)|how('re| are) (you|things))[^.]{0,30}$|^[^,，。?？]{0,12}(最近|今天)?(忙吗|好吗|怎么样)[?？]?$/;

/** "If you sign today" asks for haste, not for something in return. */
const hasteForPrice =
  /\bif you (sign|order|buy|decide|commit)( it| this)? (today|now|tonight|this (week|month|afternoon))\b|(今天|今晚|这个月|本月|马上|现在)(签|定|下单|买)/;

/** An offer stays one when "how about it?" is put behind it. */
const ownOffer =
  /\b(i|we) (can|could|will|would|'ll)( \w+){0,2} (give|do|go|offer|knock|take|look)\b|给您|再(给|让|便宜|降|优惠|减)|我(们)?(给|再|可以)|您说多少|可以(再)?(商量|谈)/;

/** A question for facts proposes nothing, whatever words of a step are in it. */
const factQuestion =
  /^(so |and |but |then |ok(ay)?,? |well,? )*(what|which|who|whose|how|why|where)\b(?! (about|if|do you say|would it take))|(什么|谁|哪|多少|为什么|怎么来|还是)[^。]*[?？]?$/;
const proposal =
  /您看|行不行|行吗|可以吗|好吗|成吗|好不好|咱们定|shall (we|i)\b|let's\b|\bhow much (would|do|can|could|will)\b|\bwould you (like|be (willing|able))\b/;

/** "I can't promise you Friday" proposes nothing and names no day, unless another one is put behind it. */
const promiseDeclined =
  /\b(can't|cannot|won't|couldn't|not going to|wouldn't|lying if i|no) (\w+ )?(promised?|guarantee|commit|swear|vouch)\b(?!.*\b(but|instead)\b)|(不(敢|能|好)|没法|无法)[^,。]{0,8}(保证|承诺|答应|拍胸脯|打包票|说死|说定)(?!.*(最快|但|不过|可以))/;

/** What a promise that is declined does not hold. */
const steps: readonly RepMove[] = ["close", "date"];

/** A refused discount concedes nothing, one for something in return is a trade, a limit owned is no boast. */
function settle(found: Found<RepMove>[], folded: string): Found<RepMove>[] {
  const dropped = new Set<RepMove>(pleasantry.test(folded) ? ["question"] : []);
  const isHasty = hasteForPrice.test(folded) && has(found, "concession");
  if (isHasty) dropped.add("trade");
  if (isNoConcession(found, folded) && !isHasty) dropped.add("concession");
  if (has(found, "refusal") || has(found, "admission")) dropped.add("boast");
  if (factQuestion.test(folded) && !proposal.test(folded)) dropped.add("close");
  const undone = promiseDeclined.test(folded) ? steps : [];
  return found.filter(({ label }) => !dropped.has(label) && !undone.includes(label));
}

/** A forecast cut by a third gives no price away. */
const forecast = /盈亏|测算|保守|转诊|产量|\b(forecast|break-?even|lower case|volume)\b/;

function isNoConcession(found: Found<RepMove>[], folded: string): boolean {
  if (has(found, "refusal") || has(found, "trade") || forecast.test(folded)) return true;
  return has(found, "question") && !ownOffer.test(folded);
}

/** Instructions to a machine mean nothing to a customer; neither do the promises put beside them. */
function onlyAttack(sentence: RepSentence): RepSentence {
  return {
    text: sentence.text,
    moves: sentence.moves.filter(({ label }) => label === "attack" || label === "rudeness"),
    content: new Set(),
  };
}
