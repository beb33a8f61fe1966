// How people say what became of a call, a meeting or a deal. Their words are kept whole: who it was with is part of them.

export const updatesPhrases = {
  update: [
    /^(?:please )?(?:log|add)(?: an?)? update(?: (?:on|about|for|to|with))?(?:\s*[:：]\s*|\s+|$)(?<rest>.*)$/is,
    /^update(?: (?:on|about|for))?(?:\s*[:：]\s*|\s+|$)(?<rest>.*)$/is,
    /^(?<rest>(?:i(?:'?ve| have)? )?just (?:spoke|talked|had a (?:call|meeting|chat)|got off (?:the phone|a call)|came (?:out of|from) a (?:call|meeting)|met)\b.*)$/is,
    /^(?:请|帮我)?(?:更新一下|更新商机|更新进展|记录进展|更新)(?:\s*[:：]\s*|\s*)(?<rest>.*)$/s,
    /^(?<rest>(?:我)?刚(?:刚|才)?(?:和|跟|与|同)?.{0,20}?(?:聊完|谈完|通完?(?:电话|话)|打完电话|开完会|见完面|聊了|谈了|见了).*)$/s,
  ],
} satisfies Record<string, RegExp[]>;
