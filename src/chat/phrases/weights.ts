// How people ask what counts in assignment.

export const weightsPhrases = {
  weights: [
    /^(?:show |see |change |tune |edit )?(?:me )?(?:the |our )?weights(?<rest>)$/i,
    /^what counts(?: in assignment)?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|调整|修改)?(?:一下)?(?:分配)?权重(?:设置)?(?<rest>)$/,
    /^分配(?:时)?看什么(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
