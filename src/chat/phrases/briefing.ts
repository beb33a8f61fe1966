// How people ask for a brief before a meeting, and for a deal review.

const day =
  "(?:今天|今日|明天|明日|大?后天|(?:下个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天]|\\d{1,2}月\\d{1,2}[日号])";
const hour =
  "(?:上午|中午|下午|晚上|早上)?[\\d一二三四五六七八九十两]{1,3}(?:点(?:半|一刻|三刻|[\\d一二三四五六七八九十]{1,3}分?)?|:\\d\\d)";
/** 明天下午3点复盘华星: the time first. What is reviewed otherwise, such as a contract, is a meeting with somebody. */
const timeFirst = new RegExp(
  `^(?:请|帮我|预约)?(?<rest>(?:${day}\\s*(?:${hour})?|${hour})\\s*(?:商机)?(?:复盘|评审)(?!方案|合同|标书|会|通话).+)$`,
  "u",
);

export const briefingPhrases = {
  meeting_briefs: [
    /^(?:please )?(?<rest>stop |don't |no more |no )?(?:send(?:ing)? (?:me )?)?brief(?:s|ings?|ing)?(?: me)? before (?:my |every |each |a )?meetings?$/i,
    /^(?:请|以后)?(?<rest>不要|不用|别|取消|停止|关闭)?(?:再)?(?:在)?(?:每次)?(?:会|会议|开会|见客户)(?:之)?前(?:都)?(?:给我|自动|发我|推给我|推送|发送?)(?:发送?|推送)?(?:一份)?简报$/,
    /^(?:请|以后)?(?:会|会议|开会|见客户)(?:之)?前(?<rest>不要|不用|别)(?:再)?(?:给我|发我)?(?:发|推送)?简报$/,
    /^(?:请|以后)?(?<rest>不要|不用|别|取消|停止|关闭)(?:再)?(?:发|给我)?会前简报$/,
  ],
  brief: [
    /^(?:please )?(?:give me |send me |show (?:me )?)?(?:a |the )?brief(?:ing)?(?: me)?(?: (?:on|about|for|of|before))?(?:\s*:\s*|\s+|$)(?<rest>.*?)(?:,? please)?$/i,
    /^(?:请|帮我)?(?:给我|来|看看|看)?(?:一份)?(?:会前)?简报(?:一下)?\s*:?\s*(?<rest>.*)$/,
    /^(?:查看|看看|看)?(?!.*[晨早])(?<rest>[^:]{1,60}?)的?(?:会前)?简报$/,
  ],
  review: [
    /^(?:please )?(?:show (?:me )?|book )?(?:a |the )?(?:deal )?review(?: (?:of|for|with))?(?: the)?(?: deal)?(?:\s*:\s*|\s+|$)(?<rest>.*?)(?:,? please)?$/i,
    /^(?:请|帮我|预约)?(?:商机)?(?:复盘|评审)(?:一下)?(?:商机)?\s*:?\s*(?<rest>.*)$/,
    timeFirst,
    /^(?<rest>[^:]{1,60}?)的?商机(?:复盘|评审)$/,
  ],
} satisfies Record<string, RegExp[]>;
