// The words by which one question is told from another: English stems, Han characters and pairs of them, with weights.
import { saysLittle } from "../moves/lexicon/question-words.ts";
import { fold } from "../moves/text.ts";

/** A single Han character says half of what a pair or a word does. */
const ofACharacter = 0.5;
/** "How many" and "when" tell one question from another, and not what it is about. */
const ofLittle = 0.5;
const weightOf = (word: string) => (saysLittle.test(word) ? ofLittle : 1);

/** Each word of a question once, with what it weighs. Question words stay: "who" tells one from "when". */
export function questionWords(text: string): Map<string, number> {
  const folded = fold(text);
  const latin = folded.match(/[a-z][a-z']{0,30}|\d{1,15}(?:[.,]\d{1,15})*/g) ?? [];
  const words = latin.filter((word) => !bare.has(word)).map(toStem);
  const runs = (folded.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) =>
    run.replace(bareHan, " ").split(" "),
  );
  const pairs = runs.flatMap(pairsOf);
  const single = runs.flatMap((run) => Array.from(run, (each) => [each, ofACharacter] as const));
  const whole = [...pairs, ...words].map((word) => [word, weightOf(word)] as const);
  return new Map([...single, ...whole]);
}

const pairsOf = (run: string) =>
  Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2));

/** Cut so far that "decides", "decision" and "deciding" may part, "stops", "stopped" and "stopping" meet. */
function toStem(word: string): string {
  const whole = word.replace(/'(s|re|ll|ve|d|m|t)?$/, "");
  if (whole.length < 4) return whole;
  const stem = whole
    .replace(/ies$/, "y")
    .replace(/(ings?|edly|ed|ations?|ions?|ments?|ly|es|s|ers?)$/, "")
    .replace(/(.)\1$/, "$1")
    .replace(/[ey]$/, "");
  return stem.length < 2 ? whole : stem;
}

const bareHan =
  /[的了吗呢吧啊呀嘛着地得就都也还又很太您你我他她它们这那个是在有和与跟把被给到从对为以及而且但或者么啥什几多少]/gu;

const bare = new Set(
  `a an the and or but if so as of to in on at by for from with about into over than then that this these those it its is
  are was were be been being am do does did have has had having will would can could shall should may might must your
  yours i you me my we our us they them their he him his she her here there just really very also any some all each every
  more most one get got go going let like know think say tell thing please okay ok well er um us roughly exactly actually
  ever anything something`.split(/\s+/),
);
