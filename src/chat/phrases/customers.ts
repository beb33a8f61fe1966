// How people ask about a customer, and say that two are one, or one is two.

export const customersPhrases = {
  customer: [
    /^(?:show |open |see )?(?:me )?(?:the )?(?:customer|client|account)(?: health)?(?: (?:of|for))?(?:\s*:\s*|\s+|$)(?<rest>.*)$/i,
    /^how (?:is|are) (?!(?:my|our|the) (?:team|reps) )(?<rest>.+?) doing$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?客户(?:健康|概况|情况)?\s*:?\s*(?<rest>.*)$/,
    /^(?<rest>.{1,60}?)(?:的)?(?:客户健康|客户概况|客户情况)$/,
  ],
  merge: [/^merge(?: (?:the )?(?:contacts?|customers?))?\s+(?<rest>.+)$/i, /^合并\s*(?<rest>.+)$/],
  split: [
    /^split(?: (?:the )?(?:contact|customer))?(?:\s+(?<rest>.+))?$/i,
    /^(?<rest>.{1,60}?) (?:is|are) (?:really |actually )?(?:two|different) (?:people|persons)$/i,
    /^拆分(?:联系人|客户)?\s*(?<rest>.*)$/,
    /^(?<rest>.{1,40}?)\s*(?:其实)?是(?:两|2)(?:个|位)?人$/,
  ],
};
