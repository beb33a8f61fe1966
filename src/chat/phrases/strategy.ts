// How people submit the strategy of the week, and ask for the board. What follows is kept as it was written.

export const strategyPhrases = {
  week_hour: [
    /^(?:my )?(?:weekly|strategy) question(?:s)?(?: (?:at|on|hour))?(?:\s*[:：])?(?<rest>(?: .*)?)$/i,
    /^(?:我的)?(?:周会时间|每周提问|提问时间)(?:\s*[:：])?\s*(?:改成|改为|是)?(?<rest>.*)$/,
  ],
  team_channel: [
    /^(?:this is (?:our|the) )?team(?:'s)? channel[.!]?(?<rest>)$/i,
    /^(?:这是)?(?:我们的?)?团队(?:群|频道)[。.!！]?(?<rest>)$/,
  ],
  strategies: [
    /^(?:show |see |list )?(?:me )?(?:all |the |our )?strateg(?:ies|y board)[.!?]?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:每周一策|策略(?:榜|列表|看板))[。.!？?]?(?<rest>)$/,
  ],
  strategy: [
    /^(?<rest>nothing this week)[.!]?$/i,
    /^(?<rest>(?:本周|这周)(?:没有|无)(?:策略)?)[。.!！]?$/,
    /^(?:my |new )?strategy(?: of the week)?(?:\s*[:：]\s*|$)(?<rest>.*)$/is,
    /^(?:我的|本周的?|新)?(?:每周一策|一策|策略)\s*[:：]\s*(?<rest>.*)$/s,
    /^(?:提交|新建|填写)?(?:本周的?)?(?:一策|策略)(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
