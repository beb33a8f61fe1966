// How people ask for words to say. Longer, more particular phrases come first.

export const trainingPhrases = {
  say: [
    /^what (?:do|should|can|would) (?:i|we|you) (?:say|answer|reply)(?: (?:to|when|if))?(?: (?:the |a |my )?customers? (?:says?|said|asks?)| they (?:say|said|ask)| (?:he|she) (?:says|said|asks))?\s*[:,]?\s+(?<rest>.+)$/i,
    /^how (?:do|should|can|would) (?:i|we|you) (?:answer|handle|respond to|react to|counter)(?: (?:to|when|if))?(?: (?:the |a |my )?customers? (?:says?|said|asks?)| they (?:say|said|ask))?\s*[:,]?\s+(?<rest>.+)$/i,
    /^(?:say|talk ?tracks?|scripts?|objection)(?:\s*[:,]\s*|\s+(?:to |for )?|$)(?<rest>.*)$/i,
    /^(?:如果|要是)?(?:客户|对方|他们?|她)(?:说|问|讲|嫌|觉得)\s*[:,]?\s*(?<rest>.+?)\s*[,]?\s*(?:我?(?:该|应该)?(?:怎么|如何)(?:回答|回复|回应|应对|回|答|办|说|接))$/,
    /^(?:客户|对方)(?:说|问|讲|嫌)\s*[:,]?\s*(?<rest>.+)$/,
    /^(?<rest>.+?)\s*[,]?\s*(?:我?(?:该|应该)?(?:怎么|如何)(?:回答|回复|回应|应对|回|答|接))$/,
    /^(?:话术|話術|怎么回答|怎么回复|怎么回应|怎么回|怎么答|怎么接(?![受收到])|怎么应对|如何回应|如何应对|该怎么说)(?:\s*[:,]\s*|\s*)(?<rest>.*)$/,
  ],
} satisfies Record<string, RegExp[]>;
