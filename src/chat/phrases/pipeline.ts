// How people keep what happened with a customer, and read it back.

export const pipelinePhrases = {
  my_deals: [
    /^(?:show |list |see )?(?:me )?(?:all )?(?:my |our |the |team )?(?:open )?(?:deals|opportunities|opps)(?: list)?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|列出)?(?:一下)?(?:我的|我名下的?|团队的?)?(?:所有|全部|未结|在跟)?的?(?:商机|单子)(?:列表|有哪些)?(?<rest>)$/,
  ],
  notes: [
    /^(?:show |list |see )?(?:me )?(?:the )?notes(?: (?:on|of|about|for|with))?(?<rest>(?: .+)?)$/i,
    /^(?:查看|看看|看一下|看|显示)(?:一下)?备注\s*[::]?\s*(?<rest>.*)$/,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?<rest>[^::]{1,60}?)的(?:备注|跟进记录|历史记录)$/,
  ],
  attach: [
    /^(?:please )?attach(?: this)?(?: to)?(?:\s+(?:the |a )?deal)?(?:\s*[:：]\s*|\s+|$)(?<rest>.*)$/is,
    /^(?:请|帮我)?(?:把(?:这个|这条|这句))?(?:附到|附加到|归到|附上)(?:商机|线索)?(?:\s*[:：]\s*|\s*)(?<rest>.*)$/s,
  ],
  note: [
    /^(?:please )?(?:(?:add|take|make|keep|save) )?(?:a )?note(?: (?:on|about|for|to|with))?(?:\s*[:：]\s*|\s+|$)(?<rest>.*)$/is,
    /^(?:请|帮我)?(?:记一下|记录一下|记个备注|添加备注|加个?备注|备注一下|备注)(?:\s*[:：]\s*|\s*)(?<rest>.*)$/s,
  ],
} satisfies Record<string, RegExp[]>;
