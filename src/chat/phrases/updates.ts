// How people say what became of a call, a meeting or a deal. Their words are kept whole: who it was with is part of them.

export const updatesPhrases = {
  // Words alone, then those that name a lead; customers say "make us a deal" and "a deal breaker".
  to_deal: [
    /^(?:new|create|add|open)(?: an?)?(?: new)? (?:deal|opportunity|opp)(?<rest>)$/i,
    /^(?:how (?:do|can) i )?(?:make|turn|convert|qualify) (?:an? |my |the |one |this )?leads?(?:(?: in)?to| a)?(?: an?)?(?: deal| opportunity)?(?<rest>)$/i,
    /^(?<rest>(?:please )?(?:make|turn|convert|promote) (?!me\b|us\b|you\b|him\b|her\b|sure\b)\S.{0,60}? (?:(?:in)?to |an? )(?:an? )?(?:deal|opportunity|opp)\b(?![ -]?breaker).*)$/is,
    /^(?<rest>(?:please )?convert [^\d,?]{1,40})$/i,
    /^(?<rest>(?:i(?:'?ve| have)? )?(?:just )?qualif(?:y|ied) (?!leads?\b|deals?\b|opportunit)\S.*)$/is,
    /^(?<rest>\S.{0,60}? (?:is now|became|has become) an? (?:deal|opportunity)\b(?![ -]?breaker).*)$/is,
    /^(?:请|帮我)?(?:新建|新增|创建)(?:一个)?商[机機](?<rest>)$/,
    /^(?:怎么|如何)?(?:有|把|将|將)?(?:一条|一个)?(?:线索)?(?:要|想)?[转轉](?:为|為|成|化为|化成)?商[机機](?:……|…)?(?<rest>)$/,
    /^(?<rest>(?!.*(?:吗|什么|怎么|为何|多少|[?？]))(?:请|帮我)?(?:把|将|將)?\s*\S.{0,40}?(?:已经?|可以)?[转轉](?:为|為|成|化为|化成)?(?:了)?(?:一个)?(?:合格)?商[机機].*)$/s,
  ],
  update: [
    /^(?:please )?(?:log|add)(?: an?)? update(?: (?:on|about|for|to|with))?(?:\s*[:：]\s*|\s+|$)(?<rest>.*)$/is,
    /^update(?: (?:on|about|for))?(?:\s*[:：]\s*|\s+|$)(?<rest>.*)$/is,
    /^(?<rest>(?:i(?:'?ve| have)? )?just (?:spoke|talked|had a (?:call|meeting|chat)|got off (?:the phone|a call)|came (?:out of|from) a (?:call|meeting)|met)\b.*)$/is,
    /^(?:请|帮我)?(?:更新一下|更新商机|更新进展|记录进展|更新)(?:\s*[:：]\s*|\s*)(?<rest>.*)$/s,
    /^(?<rest>(?:我)?刚(?:刚|才)?(?:和|跟|与|同)?.{0,20}?(?:聊完|谈完|通完?(?:电话|话)|打完电话|开完会|见完面|聊了|谈了|见了).*)$/s,
  ],
} satisfies Record<string, RegExp[]>;
