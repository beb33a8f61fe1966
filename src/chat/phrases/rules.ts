// How people ask for rules, and for a new one. What follows "new rule" may be a whole rule, kept as it was written.

export const rulesPhrases = {
  new_rule: [
    /^(?:please )?(?:(?:add|create|make|write) )?(?:a )?new rule(?:\s*[:：]\s*|\s+|$)(?<rest>.*)$/is,
    /^(?:please )?(?:add|create|make|write) (?:a )?rule(?:\s*[:：]\s*|\s+|$)(?<rest>.*)$/is,
    /^(?:请|帮我)?(?:新建|新增|创建|添加|写)(?:一条|一个|条|个)?规则(?:\s*[:：]\s*|\s*)(?<rest>.*)$/s,
  ],
  rules: [
    /^(?:show |list |see )?(?:me )?(?:all )?(?:(?:my|our|the) )?(?:rules?|chains?)(?:\s*[:,]\s*|\s+|$)(?<rest>.*)$/i,
    /^(?:which|what) rules (?:are there|do we have|are on)(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|列出)?(?:一下)?(?:所有|全部|我们的|我的)?(?:规则|行为链)(?:列表|有哪些)?\s*[:,]?\s*(?<rest>.*)$/,
    /^有(?:哪些|什么)规则(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
