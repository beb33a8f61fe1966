// The words with which a question begins in English, and by which a clause is one in Chinese; matched on folded text.

/** Begins a question wherever it stands in a run of words. */
export const questionBegins = new RegExp(
  [
    "how (many|much|long|often|big|large|small|strong|bad|busy|urgent|far|old|soon)|how('s|'re| do| does| did| is| are| was| were| would| will| can| about)",
    "(what|who|where|when|why)('s| is| are| was| were| do| does| did| would| will| has| have| can| could)",
    "what (happens|happened|went|goes|made|makes|worries|exactly|kind|sort|else|about)|why not|when exactly",
    "what (?!(i|we|you|they|he|she|it|that|the|a|an|if|about|matters|counts)\\b|\\w+'\\w+)\\w+ |which \\w+ \\w+|who (else|decides|signs|approves|pays|runs|does|owns|would)",
    "(is )?everything (ok|okay|all right|alright)|(can|could|would|won)'t you|(do|did|have|are|were|could|would|will|can) you|(do|does|did) (the|your)|(does|is|are|has|did|was) (your|that|this|there|he|she|anybody|anyone)",
    "any \\w+s (in|on|at|from|among|who)|(does|is|did|was|would|will|could|has) (it|that)|(can|could|may|shall|should) (i|we)",
  ].join("|"),
  "y",
);

/** Before these, a question word asks nothing by itself: "I know what happened", "tell me who decides". */
export const questionHolders =
  /\b(know|knows|see|saw|on|of|about|that|what|how|where|which|me|us|understand|ask(ed)?|tell|say|says|said|explain|depends|exactly|wonder|if|whether|than|so|for|at|in|by|to|with|from|is|was|can|could|will|would|should|might|must|(what|which|whose) \w+|\w+'s)$/;

/** Words that begin something new after a question word: the auxiliary behind "how many nurses" is not one. */
export const newThought = /\b(and|or|but|so|then|also)$/;

/** By these a Chinese clause asks, wherever it ends. */
export const asksInChinese =
  /(吗|呢|的事吧|(是|对|了|行|好)吧|(过|怕|担心)[^,]{1,5}吧|么|没有|没|不|咋样|怎么样|如何)$|谁|啥|咋(?!都|也)|靠什么|什么|哪|多少|多久|多长时间|多大|(?<!十)几(个|台|家|次|条|点|号|天|年|人|月|班|万|种|位|关|步|道|轮|级|层|只|套|张|笔|环|口)|怎么(?!都|也)|为什么|为啥|担心啥|有没有|是不是|要不要|能不能|行不行|够不够|好不好|可不可以|方不方便|(?<twice>\p{Script=Han})不\k<twice>|是\p{Script=Han}是\p{Script=Han}$|还是(?!.{0,4}(得|想|建议))/u;

/** A clause that holds such a word and tells something. */
export const tellsInChinese =
  /^(我|我们)(知道|了解|明白|清楚|晓得|不知道)|不(敢|能|好|便)[^,]{0,8}(说|讲|写|保证)|无所谓|放心吧$|没什么|^没(有)?$|不(就|过)是|^(真|还|都|也)?没有$|好吧$|算了吧$/;

/** A question word, which begins a question of its own even soon after another. */
export const asksNew = /^(what|which|who|where|when|why|how)/;

/** Words of a question that say nothing of what it is about. */
const bare =
  /多少钱?|多久|几(个|台|家|次|条|种|位|年|天)|什么(时候)?|哪(家|个|些|里|天|位|种)|谁|怎么样?|为什么|一共|大概|现在|目前|你们?|您们?|贵|我们|有没有|是不是|可以|觉得|[一每](天|年|个?月|个?班|周)|要|做|[科院厂店行]里|这(边|儿)/g;

/** A question without them. */
export function withoutQuestionWords(text: string): string {
  return text.replace(bare, " ");
}

/** What is asked for behind "which" or "哪家". */
export const whichNoun =
  /\bwh(?:ich|at) ((?:\w+ ){1,3})(?:are|is|do|does|did|have|was|will|would)\b|\bhow m(?:any|uch) (?!(?:are|is|do|does|did|have|was|will|would|of|it|time|longer|more)\b)((?:\w+ )?\w+)|(?:哪一?|多少|几)(?:家|个|种|款|套|台|笔|张|件|条|户)(\p{Script=Han}{2,6})/u;

/** Nouns behind it that any answer about it would fit. */
export const anyNoun =
  /^(system|tool|supplier|vendor|machine|kind|sort|time|day|date|software|money|budget|part|thing|brand|model|maker|company|people|staff|folk|guys|guy|crew|hand|head|body|worker|men|colleague|each|total|公司|厂家|牌子|系统|供应|应商|机器|设备|品牌|说了|了算|拍板|领导)$/;

/** Words of so many questions that one of them points at nothing. */
export const weakInQuestions =
  /^(use|today|now|day|time|week|month|year|many|much|need|want|see|look|make|run|work|big|large|kind|side|moment|happen|people|first|last|ever|around|end|set|talk|call|come|take|give|go|exact|right|still|back|else|good|bad|actual|usual|normal|rough|current|company|hour|answer|question|cost|用的|现在|多少|一天|一年|怎样|什么|时候|上次|几个|个人|领导|公司|一个|可以|需要|东西|处理|目前)$/;
