// How people ask about themselves: their day, their rights, their language, what may interrupt them.

export const peoplePhrases = {
  add_person: [
    /^add (?:a |an )?(?:new )?(?:person|somebody|someone|colleague|member|team member|rep|user)(?<rest>)$/i,
    /^(?:添加|新增|加|邀请)(?:一个|一位|个|位)?(?:新)?(?:人员|同事|成员|销售|人)(?<rest>)$/i,
  ],
  home: [
    /^(?:home|today|my day|dashboard|(?:what'?s|what is) (?:on )?today)(?<rest>)$/i,
    /^(?:首页|主页|工作台|我的一天|今天|今日|(?:今日|今天的?)(?:待办|安排|工作)|今天有(?:什么|哪些)(?:事|安排|待办))(?<rest>)$/,
  ],
  notifications: [
    /^(?:my |show )?(?:notifications?|notification settings|attention)(?<rest>)$/i,
    /^what (?:may|can|do you) (?:interrupt|disturb|notify|send) me(?<rest>)$/i,
    /^(?:我的)?(?:通知|提醒|消息|打扰)(?:设置)?(?<rest>)$/,
  ],
  unmute: [/^unmute(?:\s+(?<rest>.*))?$/i, /^(?:取消静音|解除静音|恢复)\s*(?<rest>.*)$/],
  mute: [/^mute(?:\s+(?<rest>.*))?$/i, /^(?:静音|屏蔽|别再发|不要再发|关闭)\s*(?<rest>.*)$/],
  digest: [
    /^(?:my |show (?:me )?(?:my |the )?)?(?:daily )?digest(?<rest>)$/i,
    /^(?:看看|查看|我的)?(?:每日|今日)?摘要(?<rest>)$/,
  ],
  language_en: [
    /^(?:in |speak |talk |use |switch to )?english(?: please)?(?<rest>)$/i,
    /^(?:说|用|讲|切换到|改成|换成)?英[文语](?<rest>)$/i,
  ],
  language_zh: [
    /^(?:in |speak |talk |use |switch to )?chinese(?: please)?(?<rest>)$/i,
    /^(?:说|用|讲|切换到|改成|换成)?(?:中文|汉语|普通话)(?<rest>)$/i,
  ],
  help: [
    /^(?:help(?: me)?|\?|menu|commands?|start|hi|hello|hey|good (?:morning|afternoon|evening))(?: ringside)?(?<rest>)$/i,
    /^(?:what can (?:you|i) (?:do|ask|say)(?: here)?|how does this work)(?<rest>)$/i,
    /^(?:帮助|菜单|怎么用|使用说明|说明|你能做什么|你会什么|能做什么|你好|您好|在吗|嗨)(?<rest>)$/i,
  ],
} satisfies Record<string, RegExp[]>;
