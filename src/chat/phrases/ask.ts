// How people say that a question is for the data. The usual questions are also taken without these words.

export const askPhrases = {
  pipeline: [
    /^(?:(?:show|give|tell)(?: me)? |what(?:'s| is) |how is )?(?:(?:my|our|the|team'?s?|sales|deal) )*(?:forecast|pipeline|funnel)(?: looking)?(?<rest>)$/i,
    /^(?:看看|看一下|查一下|查看)?(?:我的?|我们的?|团队的?)?(?:销售|商机)?(?:预测|管道|漏斗)(?:情况|怎么样|如何)?(?<rest>)$/,
  ],
  ask: [
    /^(?:what can (?:i|we) ask|ask(?: the data)?|metrics)[?!. ]*(?<rest>)$/i,
    /^(?:我能问什么|我可以问什么|能问什么|可以问哪些|问数据|问数|指标)[?？。！!]?(?<rest>)$/,
    /^ask(?: the data)?(?:\s*[:：,，]\s*|\s+)(?<rest>.+)$/is,
    /^(?:问数据|问数|问一下数据|查数据|问)\s*[:：,，]\s*(?<rest>.+)$/s,
    /^(?:问数据|问数|查数据)\s+(?<rest>.+)$/s,
    /^(?:(?:show|give|tell)(?: me)? |what(?:'s| is) )?(?<rest>(?:(?:my|our|the|team'?s?|sales) )*(?:revenue|bookings)(?: (?:by|per|this|last|for|of|in) .+)?)[?!. ]*$/i,
    /^(?:看看|看一下|查一下|查看)?(?<rest>(?:我的?|我们的?|团队的?)?(?:(?:这个|本|上个?|今)(?:月|季度?|年)|今年|去年)?的?(?:销售)?业绩(?:情况|怎么样|如何|是?多少)?)[?？。！!]?$/,
    /^(?<rest>(?:shared )?practi[cs]e sessions? (?:by|per|shared).*)$/i,
  ],
} satisfies Record<string, RegExp[]>;
