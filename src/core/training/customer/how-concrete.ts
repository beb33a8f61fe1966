// How concrete an answer is: what in it could be checked, held to or done, beyond manners, adjectives and questions.
import { findLabels } from "../moves/find-labels.ts";
import { checkable, type Lexicon } from "../moves/model.ts";
import { fold } from "../moves/text.ts";
import {
  asksAbout,
  has,
  type RepSentence,
  type RepTurn,
  understandRep,
} from "../moves/understand-rep.ts";

/**
 * The shape of an explanation: a reason, a case, steps, a list, one thing told from another, figure upon figure, what is
 * not done or does not work, who does which part.
 */
type Shape =
  | "reason"
  | "case"
  | "steps"
  | "list"
  | "contrast"
  | "figures"
  | "limit"
  | "named"
  | "shares";

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
      /(\p{Script=Han})[^,。的]{0,2}的[^,。]{1,6}[,、][^,。]{0,2}\1[^,。的]{0,3}的/u,
    ],
    steps: [
      /\b(first|then|after that|afterwards|before (we|you|anything|they|the|it)|step by step|since then|later|while (the|it|your))\b/,
      /先[^,。]{1,20}[,，]?.{0,6}(再|然后|后)|之前[^,。]{0,8}先|步骤|(恢复|结束|验收|通过)(了)?(以|之)?后|同时|后来|到现在/,
    ],
    figures: [
      /(\b\d[\d.,]*\b.*?){3}/,
      /(([\d.]{1,15}|[一二两三四五六七八九十百千]{1,9})(?=[个台天周月年分小次%点万元倍成套]).*?){3}/,
    ],
    list: [/\b\w+(, [\w' -]{2,30}){2,}/, /[^、。]{1,12}(、[^、,。]{1,12}){2,}/],
    contrast: [
      /\b(instead of|rather than|not \w+( \w+){0,4} but|within|inside|across|separate(ly|s)?|on (its|your|our) (own|side))\b/,
      /不是[^,。]{1,14}(而)?是|[^,。]{2,}归[^,。]{2,}|分开|各(是|走|算)|(只|就)(有|出|留|看|收|存|这)/,
      /不(带|含|包)[^,。]{1,8}.{1,12}(?<!不)(带|含|包)|原来[^。]{2,16}(现在|改成)/,
    ],
    limit: [
      /\b(i|we|they|it|that|those|these|which|nobody|no one|nothing)( \w+)? (can't|cannot|can|won't|don't|doesn't|didn't|haven't|hasn't|isn't|aren't|wasn't|is|are) (?!(worry|hesitate|miss|forget|need|have to|want|sure|a problem)\b)(\w+ ){0,2}(promise|know|recall|reach|send|sent|touch|see|measured?|tested|tried|change|charge|cover|leaves?|moves?|store|stored|keep|kept|do|done|say|write|guarantee)\b/,
      /\b(we|it|they) only (send|store|keep|use|read|see|charge|need|touch)\b|\bstays? (inside|in (your|our|the)|with you|on (your|site))\b|\bnever (leaves?|sends?|touch(es)?)\b/,
      /享受不(到|着)|[^,。差少忘受免]不(回来|了(?!解|起)|出来|上(?!线)|动|得)(?=[,。;]|$)|不(保|重|拆|收|卖|动|接|教|撤|碰|占|改|停|外|出|靠|经|留|存|传|上(云|网|线))[^,。的]{0,6}(?=[,。;]|$)|(没|未)(量|测|试|盯|写|问|跑|做|压|见|验)(过|到)?(?=[,。;]|$)/,
    ],
    named: [
      /\b(is|are|man|woman|colleague|engineer|person|name is) (called|named) \w+|\b(her|his|their) (phone |mobile |direct )?number\b|\bport \d+|叫[^,。]{2,4}[,，。]|(电话|手机)(给|留)/,
    ],
    shares: [
      /\bwe\b[^.?!;]{2,60}(,| and| while) (you|your \w+)( can|'ll| will)? (?!(have|need|are|know|want|should|must)\b)\w+|\byou\b[^.?!;]{2,60}(,| and| while) we('ll| will)? (?!(have|need|are|know|want)\b)\w+/,
      /(?<!您)我们?(?!(是|有|的|都|公司|产品|客户))[^,。我您]{1,5},您(?!(放心|看|觉得|可以|需要|的))[^,。]{1,5}(?=[,。;]|$)|我们[^,。]{1,8}(要|等|得|由|归)您|您(把|自己|出|定|挑|派|测|签|选|给|写|报|拿)[^,。]{1,16},我们?(?!(是|有|公司|产品))[^,。]{1,10}/,
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
  const stated = clauses.slice(0, Math.max(0, asking)).join("");
  return saysNothingYet.test(fold(stated)) ? "" : stated;
}

/** "Running by the twenty-third, for how many branches?" only says what the question is about. */
const saysNothingYet =
  /^(so |and )?\w+ing\b(?!.*\b(i|we|you|it|that|they|is|are|was|will|can|have|has)\b)/;

/** A question without its mark begins or ends as one, or it asks to be told. */
const opensAsQuestion =
  /^(so |and |but |then |ok(ay)?,? |well,? )?(what|which|who|whose|when|where|why|how|do|does|did|is|are|was|were|have|has|can|could|would|will)\b|\b(tell me|walk me|curious|wondering|like to (know|understand))\b|请教|想(问|了解|知道|听)|问(一)?下|([吗呢]|(?<!什)么)[。.]?$/;

/** Without its mark a sentence that holds a question word is one only if it holds nothing else, and no full stop. */
export function isQuestion(sentence: RepSentence): boolean {
  if (!asksAbout(sentence)) return false;
  if (/[?？]\s*$/.test(sentence.text)) return true;
  if (has(sentence.moves, "evasion") || has(sentence.moves, "boast")) return false;
  if (/[。.!！;；]\s*$/.test(sentence.text) && !opensAsQuestion.test(fold(sentence.text)))
    return false;
  return !checkable.some((label) => has(sentence.moves, label));
}

/** "Can you push them?" and "Do you have a minute?" find nothing out. */
const request =
  /(?<!\b(what|who|which|how|why|when|where) )\b(can|could|will|would|may|might) (you|we|i)\b(?! (tell|say|explain|describe|walk|live|see|name))|\bdo you have (a|\w+) (minute|moment|second|time)|\b(let me|allow me)\b|\b(which|what('s| is)( the| your)?) (e-?mail|address|number)|邮箱|微信|发(到)?哪|能不能(帮|给|先|快|签|推|催|加|约)|可以(帮|给|先|加|约)|方便(吗|加|聊)|有(空|时间)吗/;

/** Whether a sentence asks for a favour or for somebody's address rather than for something to know. */
export function isRequest({ text }: RepSentence): boolean {
  return request.test(fold(text));
}

/** How many kinds of substance and shapes of an explanation the statements of a turn hold. */
export function concretenessOf(turn: RepTurn): number {
  const { moves, sentences } = statementsOf(turn);
  const kinds = checkable.filter((label) => has(moves, label)).length;
  const said = sentences.map(({ text }) => fold(text)).join(" ");
  const found = kinds + findLabels(said, shapes).length + Number(sentences.some(namesTwo));
  return found + Number(!empty.some((label) => has(moves, label)) && isTold(said));
}

/** What stands in for something to say. */
const empty = ["boast", "evasion", "pressure", "praise", "rudeness"] as const;
/** From so many clauses on, something is told. */
const toldClauses = 3;

/** Several clauses of some length, one after the other. */
function isTold(said: string): boolean {
  const clauses = said.split(/[,.;:!。]/);
  return (
    clauses.filter((each) => /\p{Script=Han}{4}|(\w+ ){2}\w+/u.test(each)).length >= toldClauses
  );
}

/** Two names that somebody could look up: "Pune or Kraków". */
function namesTwo({ text }: RepSentence): boolean {
  const names = text.match(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/gu) ?? [];
  return names.length >= 2;
}
