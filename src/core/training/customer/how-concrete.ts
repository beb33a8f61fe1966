// How concrete an answer is: what in it could be checked, held to or done, beyond manners, adjectives and questions.
import { findLabels } from "../moves/find-labels.ts";
import type { Lexicon } from "../moves/model.ts";
import { fold } from "../moves/text.ts";
import {
  asksAbout,
  has,
  type RepSentence,
  type RepTurn,
  understandRep,
} from "../moves/understand-rep.ts";

/** What makes a statement one that somebody can be held to. */
const matter = [
  ...(["number", "date", "proof", "paper", "person", "admission", "refusal", "their_own"] as const),
  ...(["comparison", "safeguard", "trade"] as const),
];

/** The shape of an explanation: a reason, a case, steps, a list, one thing told from another, figure upon figure. */
type Shape = "reason" | "case" | "steps" | "list" | "contrast" | "figures";

const shapes: Lexicon<Shape>[] = [
  {
    reason: [
      /\b(because|so that|which (means|is why)|that('s| is) why|therefore|due to)\b/,
      /因为|所以|原因(是|在)|为的是|这样(一来|您)|是由于/,
    ],
    case: [
      /\b(if|unless|until|as long as|in case|whenever|should it|on the day)\b.{3,}/,
      /如果|要是|只要|万一|一旦|除非|的话|的时候|哪天/,
      /\bor (we|i)('ll| will)? (pay|credit|refund|take it back)\b/,
      /[^,。]{1,8}不(到|了|成|过|上|合格)[^,。]{0,12}(就|您|我们|赔|退|免)/,
    ],
    steps: [
      /\b(first|then|after that|afterwards|before (we|you|anything|they|the|it)|step by step|since then|later|while (the|it|your))\b/,
      /先[^,。]{1,20}[,，]?.{0,6}(再|然后|后)|之前[^,。]{0,8}先|步骤|(恢复|结束|验收|通过)(了)?(以|之)?后|同时|后来|到现在/,
    ],
    figures: [
      /(\b\d[\d.,]*\b.*?){3}/,
      /(([\d.]+|[一二两三四五六七八九十百千]+)(?=[个台天周月年分小次%点万元倍成套]).*?){3}/,
    ],
    list: [/\b\w+(, [\w' -]{2,30}){2,}/, /[^、。]{1,12}(、[^、,。]{1,12}){2,}/],
    contrast: [
      /\b(instead of|rather than|not \w+( \w+){0,4} but|within|inside|across|separate(ly|s)?|on (its|your|our) (own|side))\b/,
      /不是[^,。]{1,14}(而)?是|[^,。]{2,}归[^,。]{2,}|分开|各(是|走|算)|(只|就)(有|出|留|看|收|存|这)/,
    ],
  },
];

/** The part of a turn that says something: questions are cut off, with what was said before them kept. */
export function statementsOf({ sentences }: RepTurn): RepTurn {
  return understandRep(sentences.map(statedPart).join(" "));
}

/** "Thirty sets stay with you, four hours if one is missing, would that do?" says something in its first clauses. */
function statedPart(sentence: RepSentence): string {
  if (!isQuestion(sentence)) return sentence.text;
  const clauses = sentence.text.split(/(?<=[,，;；:：])/);
  const asking = clauses.findIndex((clause) => has(understandRep(clause).moves, "question"));
  return clauses.slice(0, Math.max(0, asking)).join("");
}

/** Without its mark a sentence that holds a question word is one only if it holds nothing else. */
export function isQuestion(sentence: RepSentence): boolean {
  if (!asksAbout(sentence)) return false;
  return /[?？]\s*$/.test(sentence.text) || !matter.some((label) => has(sentence.moves, label));
}

/** How many kinds of substance and shapes of an explanation the statements of a turn hold. */
export function concretenessOf(turn: RepTurn): number {
  const { moves, sentences } = statementsOf(turn);
  const kinds = matter.filter((label) => has(moves, label)).length;
  const said = sentences.map(({ text }) => fold(text)).join(" ");
  return kinds + findLabels(said, shapes).length;
}
