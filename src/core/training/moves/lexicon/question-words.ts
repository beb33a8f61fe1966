// The words with which a question begins in English, and by which a clause is one in Chinese; matched on folded text.

/** Begins a question wherever it stands in a run of words. */
export const questionBegins = new RegExp(
  [
    "how (many|much|long|often|big|large|small|strong|bad|busy|urgent|far|old|soon)|how('s|'re| do| does| did| is| are| was| were| would| will| can| about)",
    "(what|who|where|when|why)('s| is| are| was| were| do| does| did| would| will| has| have| can| could)",
    "what (happens|happened|went|goes|made|makes|worries|exactly|kind|sort|else|about)|why not|when exactly",
    "what (?!(i|we|you|they|he|she|it|that|the|a|an|if|about|matters|counts)\\b|\\w+'\\w+)\\w+ |which \\w+ \\w+|who (else|decides|signs|approves|pays|runs|does|owns|would|(on|at|in|from|of) your)",
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

/** Words, as stems and pairs, by which a question says nothing of what it is about. */
export const saysLittle =
  /^(what|how|which|when|who|whos|where|why|man|much|long|often|com|tim|want|need|look|tak|happen|on|on'|mean|honestly|sur|right|good|bad|thos|first|second|last|next|\d.*|怎样|怎么|样的|回事|时候|一个|哪一|一家|一种|大概|现在|目前|可以|时间|长时|一下|情况|意思|真的|是不|不是|能不|不能|要不|不要|没有|有没)$/;

/** A question with such a word speaks of what was said just before it. */
export const pointsBefore =
  /\b(it|its|that|this|these|those|them|they|one|ones|he|she|him|her|his)\b|[他她它]|那(?!边|里|么)|这(?!边|里|么|事|次|回|块)/;
