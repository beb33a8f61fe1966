// How people say that a question is for the data. The usual questions are also taken without these words.

export const askPhrases = {
  ask: [
    /^(?:what can (?:i|we) ask|ask(?: the data)?|metrics)[?!. ]*(?<rest>)$/i,
    /^(?:我能问什么|我可以问什么|能问什么|可以问哪些|问数据|问数|指标)[?？。！!]?(?<rest>)$/,
    /^ask(?: the data)?(?:\s*[:：,，]\s*|\s+)(?<rest>.+)$/is,
    /^(?:问数据|问数|问一下数据|查数据|问)\s*[:：,，]\s*(?<rest>.+)$/s,
    /^(?:问数据|问数|查数据)\s+(?<rest>.+)$/s,
    /^(?<rest>(?:shared )?practi[cs]e sessions? (?:by|per|shared).*)$/i,
  ],
} satisfies Record<string, RegExp[]>;
