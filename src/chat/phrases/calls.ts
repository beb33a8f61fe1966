// How people ask for their calls and for alerts about skills.

export const callsPhrases = {
  calls: [
    /^(?:show |list |see )?(?:me )?(?:my )?calls?(?: (?:list|history|recordings?|transcripts?))?(?<rest>)$/i,
    /^(?:analy[sz]e|review|go through|check|upload|drop) (?:a |my |the |this )?(?:last )?(?:call|recording|transcript)(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|分析|上传|复盘)?(?:一下)?(?:我的|一次|这次)?(?:通话|电话)(?:记录|录音|列表)?(?<rest>)$/,
  ],
  alerts: [
    /^(?:show |list |see )?(?:me )?(?:my |the |skill |coaching )*alerts?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:我的|能力)?(?:预警|告警)(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
