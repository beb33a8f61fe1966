// What a rep asks the customer in a turn, by what would answer it: a yes, a day, an amount, one of two.
import { fold } from "../moves/text.ts";
import {
  asksAbout,
  has,
  type RepSentence,
  type RepTurn,
  understandRep,
} from "../moves/understand-rep.ts";
import type { Occasion } from "./lines/model.ts";

/** What would answer a question; `step` is a next meeting, a pilot, a signature, `view` what they think of what was said. */
export type Asked =
  | "step"
  | "view"
  | "offer"
  | "smallTalk"
  | "choice"
  | "duration"
  | "amount"
  | "person"
  | "day"
  | "reason"
  | "objects"
  | "have"
  | "anything"
  | "yesNo";

/** How what was said stands with the customer, which decides their yes or no to it. */
export type Standing = "met" | "heard" | "open";

const views = { met: "agreed", heard: "agreedForNow", open: "notYet" } as const;

/** The common answers to a question. */
export function occasionFor(asked: Asked, standing: Standing): Occasion {
  if (asked === "view") return views[standing];
  if (asked === "objects") return standing === "open" ? "objects" : "objectsNot";
  return asked === "step" ? "stepLater" : asked;
}

/** Whether a yes would answer it: to a step, or to what was offered. */
export function isForAYes(asked: Asked | undefined): boolean {
  return asked === "step" || asked === "view" || asked === "offer";
}

/** What the last question of a turn asks for; undefined without one, or for what only the scenario could tell. */
export function askedIn({ sentences }: RepTurn): Asked | undefined {
  const last = sentences.findLast(isAsked);
  return last && kindOf(last);
}

/** Typed on a telephone, a question often has no mark. */
function isAsked(sentence: RepSentence): boolean {
  const text = fold(sentence.text);
  if (manners.test(text)) return false;
  if (isMarked(sentence)) return true;
  const isOne = asksAbout(sentence) || has(sentence.moves, "close");
  return (
    isOne && !/[.。!！]$/.test(text) && (opensAsQuestion.test(text) || asksInChinese.test(text))
  );
}

const isMarked = ({ text }: RepSentence) => /[?？]\s*$/.test(text);

const manners =
  /^(\W|so|and|hi|hello|hey|there)*(how are you|how('s| is) (it going|your day))|^[^,，]{0,8}(最近|今天)?(忙吗|好吗)[?？]?$/;
const opensAsQuestion =
  /^(so |and |but |then |ok(ay)?,? |well,? )*(what|which|who|whose|when|where|why|how|do|does|did|is|are|was|were|have|has|can|could|would|will|shall)\b/;
const asksInChinese =
  /^要不(?!是|然)|(吗|呢|没有|不行|不好|怎么样|对不对|不可以)[啊呀]?$|谁|哪|多少|多久|几|还是|给句话/;

/** "Does that work?", "行不行": what they make of what was just said. */
const view =
  /\b(does|do|would|will|could|can|is|are|did) (that|this|it|these|those|which|\d+\S*|you)\b.{0,50}\b(work|works|help|enough|fair|fix|do|suit|ok(ay)?|acceptable|right|live with|agree|go with|good|sense|settle|cover|answer|want (that|this|it)|happy|deal)\b|\b(would|will|could|does) (that|this)\b|^\W*(on|deal|agreed|settled)\?$|, (yes|agreed)\?$|\b(ok(ay)?|fair|deal|right|agreed|sounds? (good|fair|ok(ay)?)|make sense|how('s| is| about) that|what do you (think|say))\b[^?]{0,12}\?$|(行不行|行吗|行吧|可以吗|可不可以|成吗|好吗|好不好|对不对|对吧|对吗|怎么样|怎样|合适吗|够吗|够不够|能接受|咋样|(可以|行|成|好)吧|点个?头|签不签|给个?准话|接受(得了|吗)|(行|可以|成|中)不|能[^,，。]{0,10}不[?？]?$|能不能|敢不敢|肯不肯|愿不愿意|(能|敢|肯|愿意|觉得)[^,，。]{0,14}吗|合理吗|来得及|没问题吧|有道理|放心(了)?吗|同意吗|满意吗|您看呢|给句话)[^。?？]{0,6}[?？]?$/;
/** A meeting, a trial, a signature: what a day or a yes would be for. */
const step =
  /\b(meet|come|visit|call|ring|book|sign|pilot|trial|survey|start|walk (through|you|\w+ \w+ with)|put (it|that|this|me|us)? ?(in|on|to|into)|agenda|next step|take (it|this|that) to|(up|open|willing|interested|ready|able) (for|to)|recommend\w*|introduc\w+|refer\w*|go ahead|kick off|try (it|this|one|that)|test (it|that|this)|go (to|into|before) (the|your))\b|见(面|一?面|个)|约|过来|来一趟|我来|来找|上门|签|试点|试用|试跑|上会|启动|开户|评审|引荐|推荐|介绍(给|一下|个)|碰(一下|个)|一起看|看一下|先做|定在|定(?=[,，])|放在/;
const day =
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day|\b(tomorrow|tonight|next week|\d{1,2}(:\d\d)?\s?[ap]m)\b|(周|星期|礼拜)[一二三四五六日天]|明[天早晚]|后天|下周|[一二三四五六七八九十\d]{1,9}[号日]/;
const factWord =
  /\b(what(?!'s (the )?say)|which|who|whose|why|how (?!about|does that))\b|什么(?!时候)|谁|哪(?!天)|多少|多久|为什么|几(?=[个台点成次人年床条家])|怎么(?!样)/;

/** Something the rep would do for them on the spot. */
const offer =
  /\b(shall i|should i|want me to|like me to|do you want (a|to see|us to))\b|您?要不要|(要不|您要)[^,，]{0,10}我(现在|这就|马上|给)|用不用|需不需要/;

/** In the order in which they are looked for. */
const kinds: readonly { asked: Asked; says: RegExp }[] = [
  { asked: "offer", says: offer },
  {
    asked: "objects",
    says: /\b(problem|blocker|issue|worry|mind|concern|bother|show-?stopper)\b|介意|为难|障碍|(有|是)问题[吗么]|影响(大)?吗/,
  },
  { asked: "view", says: view },
  {
    asked: "anything",
    says: /^((and|so|is there|are there) )*any(thing|one|body|thing else)\b|还有(什么|没有|别的|哪)/,
  },
  {
    asked: "duration",
    says: /\bhow (long|often)\b|多久|多长时间?|几(天|周|个?小时|个?月|分钟)/,
  },
  {
    asked: "amount",
    says: /\bhow (many|much)\b|\bcosting you\b|\bwhat('s| is| does| do| did)? .{0,40}\b(cost|pay|spend|charge|worth)\b|多少|几(个|次|台|成|人|家|管|秒|颗|万|千|班)|多大/,
  },
  {
    asked: "person",
    says: /\bwho (\w+ )?(decides?|signs?|says|pays|approves?|writes?|runs?)\b|谁[^,，。]{0,6}(定|签|拍板|说了算|批|写|管|负责|点头)/,
  },
  { asked: "day", says: /\bwhen\b|什么时候|哪天|何时|几[月号点]/ },
  { asked: "reason", says: /\bwhy\b|为什么|为啥|凭什么/ },
  {
    asked: "have",
    says: /^(?!.*\b(what|which|who|how|why|where)\b).*(\b(do|does|have|has|is|are) (you|your \w+|they|there|it)\b.{0,30}\b(have|got|there|kept?|any)\b|\b(is|are) there\b|有没有|[^,，。]+没有?[?？]?$|有[^,，。]{0,12}吗)/,
  },
];

/** In Chinese the last clause asks; a mere "行吗" asks about all that stands before it. */
function askingIn(text: string): string {
  const last = text.split(/[,，:：]/).at(-1) ?? text;
  return /\p{Script=Han}/u.test(last) && !view.test(last) && last.length > 3 && !/^要不/.test(text)
    ? last
    : text;
}

function kindOf(sentence: RepSentence): Asked | undefined {
  const text = askingIn(fold(sentence.text));
  const isFact =
    factWord.test(text) && !view.test(text) && !/\b(can|could|shall) (we|i)\b/.test(text);
  if (choice.test(text)) return "choice";
  if (!isFact && isStep(text)) return "step";
  const found = kinds.find(({ asked, says }) => says.test(text) && !(isFact && asked === "view"));
  if (found) return found.asked;
  if (has(sentence.moves, "small_talk")) return "smallTalk";
  if (isFact || /\b(what|how)\b/.test(text)) return undefined;
  if (isClose(text)) return "step";
  return plainYesNo.test(text) ? "yesNo" : undefined;
}

/** Put so that a yes or a no about their own affairs answers it. */
const plainYesNo =
  /^(so |and |but |then |ok(ay)?,? |well,? )*(do|does|did|is|are|was|were|have|has|had)\b(?! (i|we)\b)|[吗么没][啊呀]?[?？]?$|(?<same>\p{Script=Han})不\k<same>/u;
const choice = /\bor\b(?! (so|something|more|less)\b)[^?]{1,60}\??$|还是/;

/** A day is named, leave is asked for, or what is asked is a step. */
function isStep(text: string): boolean {
  if (day.test(text) || leave.test(text)) return true;
  return step.test(text) && (isClose(text) || view.test(text) || may.test(text));
}

const leave =
  /\b(can|could|may|shall) we\b|\b(would|will|could|can) you (?!(tell|say|explain|describe|live|want|see|be sure)\b)|\bwould you (be )?(willing|let|allow)/;
const isClose = (text: string) => has(understandRep(text).moves, "close");

const may =
  /\b(can|could|shall|may|would|will|do|does) (i|we|you|it)\b|能不能|可不可以|可以吗|行吗|行不行|好吗|要不/;
