// How managers ask what changed: over a month, after a change, or on trial.

export const changedPhrases = {
  what_changed: [
    /^what(?:'s| has)? changed(?: (?:(?:this|last)|since last) (?:month|week))?(?<rest>)$/i,
    /^(?:how did (?:we|my team|the team) do|compare) (?:(?:this|last) month|(?:this month (?:with|to|and) last month|this month and the last))(?<rest>)$/i,
    /^(?:(?:这个月|本月)(?:和|跟|与|比)上个?月(?:比|相比)?(?:怎么样|如何)?|上个?月(?:我们|团队)?(?:做得|表现)?(?:怎么样|如何))(?<rest>)$/,
    /^(?:这个月|上个月|本月|上月|月度)?(?:有什么|有哪些|的)?变化(?:吗)?(?<rest>)$/,
  ],
  timeline: [
    /^(?:show |see )?(?:the )?(?:change |72[- ]?hours? )?timeline(?<rest>)$/i,
    /^(?:查看|看看|看)?(?:变更|72\s*小时)?时间线(?<rest>)$/,
  ],
  sandbox: [
    /^(?:open |to )?(?:the |my )?sandbox(?<rest>)$/i,
    /^(?:打开|进入|去)?(?:我的)?沙[盒箱](?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
