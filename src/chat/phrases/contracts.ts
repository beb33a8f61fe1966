// How people ask for data contracts, and for what changed elsewhere.

export const contractsPhrases = {
  drift: [
    /^(?:show |see )?(?:me )?(?:the )?(?:data )?drift(?: report)?(?<rest>)$/i,
    /^(?:what (?:was )?)?changed elsewhere(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:外部改动|外部变更|数据漂移)(?:报告)?(?<rest>)$/,
  ],
  contracts: [
    /^(?:show |list |see )?(?:me )?(?:all )?(?:(?:my|our|the) )?(?:data )?contracts?(?:\s*[:,]\s*|\s+|$)(?<rest>.*)$/i,
    /^golden fields?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|列出)?(?:一下)?(?:所有|全部|我们的|我的)?(?:数据)?合约(?:列表|有哪些)?\s*[:,]?\s*(?<rest>.*)$/,
    /^(?:黄金|关键)字段(?:有哪些)?(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
