// The words with which a question begins in English, and by which a clause is one in Chinese; matched on folded text.

/** Begins a question wherever it stands in a run of words. */
export const questionBegins = new RegExp(
  [
    "how (many|much|long|often|big|far|old|soon)|how('s|'re| do| does| did| is| are| was| were| would| will| can| about)",
    "(what|who|where|when|why)('s| is| are| was| were| do| does| did| would| will| has| have| can| could)",
    "what (happens|happened|went|goes|made|makes|worries|exactly|kind|sort|else|about)|why not|when exactly",
    "what (?!(i|we|you|they|he|she|it|that|the|a|an|if|about|matters|counts)\\b|\\w+'\\w+)\\w+ |which \\w+ \\w+|who (else|decides|signs|approves|pays|runs|does|owns|would)",
    "(is )?everything (ok|okay|all right|alright)|(can|could|would|won)'t you|(do|did|have|are|were|could|would|will|can) you|(do|does|did) (the|your)|(does|is|are|has|did|was) (your|that|this|there|he|she|anybody|anyone)",
    "(does|is|did|was|would|will|could|has) (it|that)|(can|could|may|shall|should) (i|we)",
  ].join("|"),
  "y",
);

/** Before these, a question word asks nothing by itself: "I know what happened", "tell me who decides". */
export const questionHolders =
  /\b(know|knows|see|saw|on|of|about|that|what|how|where|which|me|us|understand|ask(ed)?|tell|say|says|said|explain|depends|exactly|wonder|if|whether|than|so|for|at|in|by|to|with|from|is|was|\w+'s)$/;

/** Words that begin something new after a question word: the auxiliary behind "how many nurses" is not one. */
export const newThought = /\b(and|or|but|so|then|also)$/;

/** By these a Chinese clause asks, wherever it ends. */
export const asksInChinese =
  /(吗|呢|(是|对|了|行|好)吧|(过|怕|担心)[^,]{1,5}吧|么|没有|没|不|啥|咋样|怎么样|如何)$|谁|什么|哪|多少|多久|多长时间|多大|(?<!十)几(个|台|家|次|条|点|号|天|年|人|月|班|万|种|位)|怎么(?!都|也)|为什么|为啥|担心啥|有没有|是不是|要不要|能不能|行不行|够不够|好不好|可不可以|方不方便|还是(?!.{0,4}(得|想|建议))/;

/** A clause that holds such a word and tells something. */
export const tellsInChinese =
  /^(我|我们)(知道|了解|明白|清楚|晓得|不知道)|不(敢|能|好|便)[^,]{0,8}(说|讲|写|保证)|无所谓|放心吧$|没什么|^没(有)?$|不(就|过)是|^(真|还|都|也)?没有$|好吧$|算了吧$/;

/** A question word, which begins a question of its own even soon after another. */
export const asksNew = /^(what|which|who|where|when|why|how)/;

/** Words of a question that say nothing of what it is about. */
const bare =
  /多少钱?|多久|几(个|台|家|次|条|种|位|年|天)|什么(时候)?|哪(家|个|些|里|天|位|种)|谁|怎么样?|为什么|一共|大概|现在|目前|你们?|您们?|贵|我们|有没有|是不是|可以|觉得|[一每](天|年|个?月|个?班|周)|要|做|[科院厂店行]里|这(边|儿)/g;

/** What is left of a question for no more than "how many a day". */
const measure =
  /\b(days?|years?|weeks?|months?|shifts?|do|run|use|today|now|currently|present|total|altogether)\b|[个人件台次只套用出有啊呢吗\s,?]/g;

/** Whether a question names nothing but a measure. */
export function isBareQuestion(content: ReadonlySet<string>, text: string): boolean {
  const words = [...content].filter((word) => word.replace(measure, "") !== "");
  const isHan = /\p{Script=Han}/u.test(text);
  return isHan ? withoutQuestionWords(text).replace(measure, "").length <= 1 : words.length === 0;
}

/** A question without them. */
export function withoutQuestionWords(text: string): string {
  return text.replace(bare, " ");
}
