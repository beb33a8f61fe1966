// What people say that asks for nothing: thanks, "ok", an emoji; and what words alone cannot do here.

export type Remark = "thanks" | "fine" | "undo" | "human";

const remarks: Record<Remark, RegExp> = {
  thanks:
    /^(?:(?:many |ok(?:ay)? |great )?(?:thanks?(?: you)?|thx|ty|cheers)(?: (?:a lot|so much|very much|all|again))*|bye(?: bye)?|goodbye|good night|see you(?: later)?|谢谢[您你]?(?:了|啦)?|多谢(?:了)?|感谢|谢了|辛苦(?:了|啦)?|再见|拜拜|晚安)$/i,
  fine: /^(?:ok(?:ay)?|k|fine|great|nice|cool|good|perfect|got it|understood|sure|yes|yep|no|nope|all right|alright|done|好(?:的|滴|吧|嘞)?|行|可以|收到|明白(?:了)?|知道了|了解|嗯+|哦+|噢|是的?|对|不用(?:了)?|没事(?:了)?|没有)$/i,
  undo: /^(?:undo|revert|take (?:it|that) back|that was wrong|撤销|撤回|取消|反悔|刚才(?:那个|那条)?(?:错了|不对|弄错了))$/i,
  human:
    /^(?:(?:talk|speak) to (?:a )?(?:human|person|somebody)|(?:is this|are you) (?:a )?(?:bot|robot|human|real)(?: person)?|转?人工(?:客服|服务)?|[您你]是(?:机器人|人工?|真人)吗?)$/i,
};

/** Longer than anything said in passing; the marks at an end take time by the square of their number. */
const mostLetters = 200;
const joiners = /\u200d|\ufe0f|\p{Emoji_Modifier}/gu;
const justSigns = /^[\p{Extended_Pictographic}\p{P}\p{S}\s]+$/u;
const atTheEnd = /(?:\s*(?:\p{Extended_Pictographic}|[:;]-?[)(DP]|[.!?~。、,]))+$/u;

/** Which remark a whole sentence is, smileys and closing marks aside. */
export function remarkIn(sentence: string): Remark | undefined {
  if (sentence.length > mostLetters) return undefined;
  const said = sentence.normalize("NFKC").replace(joiners, "").replace(/\s+/g, " ").trim();
  if (said !== "" && justSigns.test(said)) return "fine";
  const bare = said.replace(atTheEnd, "");
  return (Object.keys(remarks) as Remark[]).find((remark) => remarks[remark].test(bare));
}
