// How managers ask what changed: over a month, after a change, or on trial.

export const changedPhrases = {
  what_changed: [
    /^what(?:'s| has)? changed(?: (?:this|last) month)?(?<rest>)$/i,
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
