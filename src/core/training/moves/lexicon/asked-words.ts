// What a question would be answered by, by its words in both languages: a yes, a day, a name; matched on folded text.
import type { Asked } from "../model.ts";

/** Manners: they ask nothing. */
export const manners =
  /^(\W|so|and|hi|hello|hey|there)*(how are you|how('s| is) (it going|your day))|^[^,，]{0,8}(最近|今天)?(忙吗|好吗)[?？]?$/;

/** Opens a question without its mark. */
export const opensAsQuestion =
  /^(so |and |but |then |ok(ay)?,? |well,? )*(what|which|who|whose|when|where|why|how|do|does|did|is|are|was|were|have|has|can|could|would|will|shall)\b/;

/** Closes or holds a question in Chinese. */
export const asksAtEnd =
  /^要不(?!是|然)|(吗|呢|没有|不行|不好|怎么样|对不对|不可以)[啊呀]?$|谁|哪|多少|多久|几|还是|给句话/;

/** "Does that work?", "行不行": what they make of what was just said. */
export const view =
  /\b(does|do|would|will|could|can|is|are|did) (that|this|it|these|those|which|\d+\S*|you)\b.{0,50}\b(work|works|help|enough|fair|fix|do|suit|ok(ay)?|acceptable|right|live with|agree|go with|good|sense|settle|cover|answer|want (that|this|it)|happy|deal)\b|\b(would|will|could|does) (that|this)\b|^\W*(on|deal|agreed|settled)\?$|, (yes|agreed)\?$|\b(ok(ay)?|fair|deal|right(?! now)|agreed|sounds? (good|fair|ok(ay)?)|make sense|how('s| is| about) that|what do you (think|say))\b[^?]{0,12}\?$|(行不行|行吗|行吧|可以吗|可不可以|成吗|好吗|好不好|对不对|对吧|对吗|怎么样|怎样|合适吗|够吗|够不够|能接受|咋样|(可以|行|成|好)吧|点个?头|签不签|给个?准话|接受(得了|吗)|(行|可以|成|中)不|能[^,，。]{0,10}不[?？]?$|能不能|敢不敢|肯不肯|愿不愿意|(能|敢|肯|愿意|觉得)[^,，。]{0,14}吗|合理吗|来得及|(?<=[您你]|这样|这么办|日程)(认|看|接受|同意|答应|干|签|要)不(认|看|接受|同意|答应|干|签|要)|没问题吧|有道理|放心(了)?吗|同意吗|满意吗|您看呢|给句话)[^。?？]{0,6}[?？]?$/;

/** A meeting, a trial, a signature: what a day or a yes would be for. */
export const step =
  /\b(meet|come|visit|call|ring|book|sign|pilot|trial|survey|start|walk (through|you|\w+ \w+ with)|put (it|that|this|me|us)? ?(in|on|to|into)|agenda|next step|take (it|this|that) to|(up|open|willing|interested|ready|able) (for|to)|recommend\w*|introduc\w+|refer\w*|go ahead|kick off|try (it|this|one|that)|test (it|that|this)|go (to|into|before) (the|your))\b|见(面|一?面|个)|约|过来|来一趟|我来|来找|上门|签|试点|试用|试跑|上会|启动|开户|评审|引荐|推荐|介绍(给|一下|个)|碰(一下|个)|一起看|看一下|先做|定在|定(?=[,，])|放在/;

/** A day or an hour. */
export const day =
  /\b(mon|tues|wednes|thurs|fri|satur|sun)day|\b(tomorrow|tonight|next week|\d{1,2}(:\d\d)?\s?[ap]m)\b|(周|星期|礼拜)[一二三四五六日天]|明[天早晚]|后天|下周|[一二三四五六七八九十\d]{1,9}[号日]/;

/** Asks for something to know. */
export const factWord =
  /\b(what(?!'s (the )?say)|which|who|whose|why|how (?!about|does that))\b|什么(?!时候)|谁|哪(?!天)|多少|多久|为什么|几(?=[个台点成次人年床条家])|怎么(?!样)/;

/** Something the rep would do for them on the spot. */
const offer =
  /\b(shall i|should i|want me to|like me to|do you want (a|to see|us to)|(can|could|may) i (send|e-?mail|mail|write|leave|forward))\b|(发|寄|传|拷)(给|到|您|过来)[^?？]{0,16}(行|好|可以|成)|您?要不要|(要不|您要)[^,，]{0,10}我(现在|这就|马上|给)|用不用|需不需要/;

/** Whatever else is in it, this asks for something to know. */
export const plainFact =
  /\bhow (many|much|long|often)\b|\b(which|whose) (?!(one )?(is|would be) (better|best))\w+|\bwho\b|多少|几(?=[个台点成次人年床条家班])|谁|哪(?!天)|后来|为什么|(要|需要|得|该|归|由|用)不?(要|用)?(您|你)(亲自|来)?(签|批|审|拍板|点头)|\bdo(es)? (it|that|this|they) need (your|you to)\b|^(and |so )*(how (was|were|did)|what did|did (it|that|they))\b/;

/** Put so that a yes or a no about their own affairs answers it. */
export const plainYesNo =
  /^(so |and |but |then |ok(ay)?,? |well,? )*(do|does|did|is|are|was|were|have|has|had)\b(?! (i|we)\b)|[吗么没][啊呀]?[?？]?$|(?<same>\p{Script=Han})不\k<same>/u;

/** One of two. */
export const choice =
  /(?<!\byes )\bor\b(?! (so|something like|more|less|do you|is it|is that|is this|are you|are they|would you|should|does|will|can|have|not|no)\b)[^?]{1,60}\??$|还是/;

/** A yes is no answer to it: a question word opens it in English, or stands in its last clause in Chinese. */
export const wantsMore =
  /^(\W|so|and|but|then|ok|okay|well|right|now)*(what|which|who|whose|where|why|how)\b(?! (about|if|do you (say|think)|soon can we)\b|('s| is| does| would) that (sound|look|suit|work|for you))|(谁|哪(?!天|一天|怕)|什么(?!时候|的)|啥(?!时候)|多少|几(?=[个台家次条人年万种位关步道轮级层只套笔])|为什么|怎么(?!样))[^,，。]*[?？]?$/u;

/** Whether this is the moment. */
export const rightMoment =
  /\b(is|are) (this|now|it|you) .{0,12}(good|ok(ay)?|bad|right|convenient|free) ?(time|moment|now|to talk)?\b.{0,12}\?$|\b(do|have) you (have |got )?(a|one|two|five) (minute|moment|second|sec)s?\b|(现在|您|这会儿)(说话|讲话)?方便(吗|不)|(有|占您)[^,]{0,4}(分钟|时间)(吗|行吗)|打扰/;

/** Of two things that were offered before. */
export const oneOfTwo =
  /\bwhich (one )?(of (the two|these|those|them|it)|is it|would it be)\b|\bwhich (one )?.{0,24}\b(helps?|suits?|fits?|is more|is better|better) ?(you|for you|like you)?\b|(两|这)(个|种|样)?(里头|里面|中间)?.{0,4}(哪一?(个|种|样))|哪一?(个|种|样).{0,4}(对您|对你|更|比较|合适|好用|有用)|(您|你)(看|选|挑)(要)?哪一?(个|种|样)?[?？]?$/;

/** When it would suit them. */
export const whichDay =
  /\b(what|which) (day|time|date|hour|morning|afternoon|evening|slot)\b.{0,30}\b(suits?|works?|best|good|free|you (have|got)|for you)\b|\bwhen (would|does|do|is|are|can|could|shall|should) (it|that|you|we|i|a good time)\b.{0,30}\b(suit|work|good|free|meet|call|ring|come|visit|talk|speak|convenient|start|sit down)\b|\bwhen('s| is| would be) (a |the )?(good|better|best|convenient|right)|((上午|下午|早上|晚上)还是(上午|下午|早上|晚上))|哪个?(周[一二三四五六日末]|日子|时间段|上午|下午|礼拜)|(哪天|什么时候|啥时候|几点|哪个时间|礼拜几|星期几|周几).{0,8}(方便|有空|合适|得空|在|见|过来|来|打给)/;

/** How they would like something of what is offered. */
export const wish =
  /\b(what|which|how|where|who)\b.{0,40}\b((do|would|should|will) you (\w+ )?(want|like|prefer|rather have)|(should|shall|can) (we|i) (\w+ )?(put|send|bring|use|start|show|write|arrange))\b|(您|你)(想|要|希望|觉得)(我们?|让我们?)?.{0,6}(怎么|哪种|什么样|哪一?(种|个|样))|我(们)?.{0,8}(怎么|用什么|发哪|送哪|放哪|写哪)[^,]{0,6}(合适|好|方便|行)/;

/** Asks the customer to send, give, lend or arrange something. */
export const favour =
  /\b(can|could|would|will|might) (you|i|we) (please |maybe |possibly |also )?(get|send|give|show|have|lend|e-?mail|forward|share|let me have|bring|take|borrow|copy|note|introduce|arrange|ask|check|find|look)\b(?! (back|it (done|right)|that in|away|in|on|off|go|started))(?!.{0,30}\b(mon|tues|wednes|thurs|fri)day at)|(能不能|可不可以|可以|能|方便|帮我|麻烦)[^,]{0,8}(发|给我|寄|查|借|拿|看一下|找|提供|拍|拷|推|约|带|问)[^,]{0,16}(吗|不|呢|一下|一张|一份|个)/;

/** Puts something forward. */
export const proposed =
  /\bhow about (i|we|you)\b|\b(talk|speak|meet|call|see you|come by)\b.{0,20}\b((mon|tues|wednes|thurs|fri)day|tomorrow|next week)\b|^要不(?!是|然)|(我|我们)(就|再|先)?(明天|后天|下周|今天下午|周[一二三四五]).{0,14}(来|去|陪|拜访)|\bwhat about (a|next|this)\b/;

/** Asks leave or a favour. */
export const leave =
  /\b(can|could|may|shall) we\b|\b(would|will|could|can|can't|couldn't|won't) you (?!(tell|say|explain|describe|live|want|see|be sure)\b)|\bwould you (be )?(willing|let|allow)|[您你](们|那边|这边)?(能|可以)(不能)?(通融|让|帮|安排|松)/;

/** Words of a request. */
export const may =
  /\b(can|could|shall|may|would|will|do|does) (i|we|you|it)\b|能不能|可不可以|可以吗|行吗|行不行|好吗|要不/;

/** In the order in which they are looked for, when no step is asked. */
export const askedKinds: readonly { asked: Asked; says: RegExp }[] = [
  { asked: "offer", says: offer },
  {
    asked: "smallTalk",
    says: /\b(everything (ok|okay|all right|alright)|how are you (doing|holding|today)|traffic|your (journey|trip|flight)|am i late)\b|路上(堵|好走|顺)|堵(车)?吗|食堂|中午.{0,4}吃|迟到|吃(了|过)(吗|没)|今年多大|几岁|\bhow old (is|are) (he|she|your|the kids)\b/,
  },
  {
    asked: "objects",
    says: /\b(problem|blocker|issue|worry|mind|concern|bother|show-?stopper)\b|介意|为难|难处|困难|障碍|(有|是)问题[吗么]|影响(大)?吗/,
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
    says: /\bhow (many|much)\b|\bwhat (amount|sum|figure|number|price)\b|\bcosting you\b|\bwhat('s| is| does| do| did)? .{0,40}\b(cost|pay|spend|charge|worth)\b|多少|几(个|次|台|成|人|家|管|秒|颗|万|千|班)|多大/,
  },
  {
    asked: "person",
    says: /\bwho (\w+ )?(decides?|signs?|says|pays|approves?|writes?|wrote|made|runs?)\b|谁[^,，。]{0,6}(定|签|拍板|说了算|批|写|管|负责|点头)/,
  },
  {
    asked: "day",
    says: /(^|[,;:] ?|\b(and|so|but|then|or|by|until) )when\b|什么时候|哪天|何时|几[月号点]/,
  },
  { asked: "reason", says: /\bwhy\b|为什么|为啥|凭什么/ },
  {
    asked: "have",
    says: /^(?!.*\b(what|which|who|how|why|where)\b).*(\b(do|does|have|has|is|are) (you|your \w+|they|there|it)\b.{0,30}\b(have|got|there|kept?|any)\b|\b(is|are) there\b|有没有|[^,，。]+没有?[?？]?$|有[^,，。]{0,12}吗)/,
  },
];
