// How people ask what behaviour tells, how usual a path is, and who is slipping away.

export const discoveryPhrases = {
  discover: [
    /^(?:please )?discover(?: patterns)?(?<rest>)$/i,
    /^(?:what|which (?:behaviou?rs?|signs?|touches)) (?:goes?|leads?|go) (?:with|to) (?:winning|wins?|a win)(?<rest>)$/i,
    /^(?:请|帮我)?发现(?:一下)?(?:规律|模式|赢单规律|赢单行为)?(?<rest>)$/,
    /^(?:请|帮我)?(?:找出|看看)(?:一下)?(?:规律|赢单规律|赢单行为)(?<rest>)$/,
    /^有(?:什么|哪些)(?:赢单)?规律(?<rest>)$/,
    /^什么(?:行为)?(?:与|和|跟)?赢单(?:相伴|有关|相关)(?<rest>)$/,
  ],
  path: [
    /^(?:show |see )?(?:me )?(?:the )?paths?(?: (?:of|for))?(?:\s*:\s*|\s+|$)(?<rest>.*)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:客户)?路径\s*:?\s*(?<rest>.*)$/,
    /^(?<rest>.{1,60}?)的路径$/,
  ],
  slipping: [
    /^(?:who(?:'s| is)|customers|which customers are) slipping(?: away)?(?<rest>)$/i,
    /^(?:show )?(?:slipping|churn(?: risks?)?)(?: customers)?(?<rest>)$/i,
    /^(?:which|what) (?:deals?|customers?|accounts?) (?:are|is) (?:at risk|in danger|about to be lost)(?<rest>)$/i,
    /^(?:哪些|哪个|有哪些)?(?:商机|单子|客户|项目)(?:有|存在)(?:丢单|流失)?风险(?<rest>)$/,
    /^(?:谁|哪个单子|哪些单子|哪些商机)(?:快|要|快要)(?:丢单?|黄)了?(?<rest>)$/,
    /^(?:谁|哪些客户|客户)?(?:正在|在|快要|要)?(?:流失|沉默)(?:了)?(?:的客户)?(?:名单|列表|风险)?(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
