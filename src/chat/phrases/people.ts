// How people ask about themselves: their day, their rights, their language, what may interrupt them.

export const peoplePhrases = {
  import_data: [
    /^(?:how (?:do|can) (?:i|we) )?(?:import|upload|load|bring in)(?: (?:my|our|the|own|data|leads|customers|contacts|accounts|companies|people|deals|products|a|csv|excel|file|files))*(?<rest>)$/i,
    /^(?:csv|excel|template|data import)(?<rest>)$/i,
    /^(?:如何|怎么|怎样)?(?:批量)?(?:导入|上传)(?:自己的|我们的|我的)?(?:数据|线索|客户|联系人|公司|商机|人员|产品|表格|文件|excel|csv)*(?<rest>)$/i,
    /^(?:数据导入|导入模板|模板)(?<rest>)$/,
  ],
  add_person: [
    /^add (?:a |an )?(?:new )?(?:person|somebody|someone|colleague|member|team member|rep|user)(?<rest>)$/i,
    /^(?:invite|add)(?: (?:people|a colleague|somebody|my team|the team|reps))?(?<rest>)$/i,
    /^(?:添加|新增|加|邀请)(?:一个|一位|个|位)?(?:新)?(?:人员|同事|成员|销售|人)(?<rest>)$/i,
  ],
  home: [
    /^(?:home|today|my day|dashboard|start page|overview|next|(?:what'?s|what is) (?:on |new )?today|what'?s (?:new|up)|anything new)(?<rest>)$/i,
    /^what (?:should|do|can|must) i do (?:today|first|this morning)(?<rest>)$/i,
    /^how (?:is|are) (?:my|our|the) (?:team|reps)(?: doing)?(?<rest>)$/i,
    /^what (?:should|must|do) i (?:need to )?(?:worry about|watch(?: out for)?|look out for|pay attention to)(?: today| this morning)?(?<rest>)$/i,
    /^(?:今天|今早)?(?:我)?(?:要|该|需要)(?:注意|留意|关注|担心)(?:什么|哪些|谁)(?<rest>)$/,
    /^is (?:my|our|the) team (?:on track|doing (?:well|ok(?:ay)?|fine))(?<rest>)$/i,
    /^(?:my |our )?team(?<rest>)$/i,
    /^who(?: in (?:my|our|the) team)? (?:is|has) (?:the )?(?:busiest|most (?:loaded|work)|least busy|free)(?<rest>)$/i,
    /^(?:我的?|我们)?(?:团队(?:里|的)?)?谁(?:最|比较)?(?:忙|闲|空|有空)(?<rest>)$/,
    /^(?:我的|我们的?)?团队(?:怎么样|情况|概况|如何)?(?<rest>)$/,
    /^今[天日](?:我?(?:该|要|应该)?(?:干嘛|做什么|干什么|干啥|联系谁|先做什么)|怎么安排|有什么事)(?<rest>)$/,
    /^(?:首页|主页|工作台|我的一天|今天|今日|(?:今日|今天的?)(?:待办|安排|工作)|今天有(?:什么|哪些)(?:事|安排|待办))(?<rest>)$/,
  ],
  notifications: [
    /^(?:my |show )?(?:notifications?|notification settings|attention|settings|preferences|quiet(?: hours)?)(?<rest>)$/i,
    /^(?:please )?(?:do not|don'?t|stop) (?:disturb|bother|message|messaging)(?:ing)?(?: me)?(?<rest>)$/i,
    /^(?:设置|别烦我|不要打扰(?:我)?|免打扰|勿扰)(?<rest>)$/,
    /^what (?:may|can|do you) (?:interrupt|disturb|notify|send) me(?<rest>)$/i,
    /^(?:我的)?(?:通知|提醒|消息|打扰)(?:设置)?(?<rest>)$/,
  ],
  unmute: [/^unmute(?:\s+(?<rest>.*))?$/i, /^(?:取消静音|解除静音|恢复)\s*(?<rest>.*)$/],
  mute: [
    /^mute(?:\s+(?<rest>.*))?$/i,
    /^(?:please )?(?:turn|switch) off (?:the |my )?(?<rest>(?:morning brief|digest|notifications?|reminders?|messages?)s?)$/i,
    /^(?:静音|屏蔽|别再发|不要再发|关闭)\s*(?<rest>.*)$/,
    /^(?<rest>全部|所有|一切)(?:消息|通知|提醒)?都?(?:静音|屏蔽|关闭|关掉)$/,
    /^(?:通知|消息|提醒)(?<rest>全部|都)?(?:静音|关掉|关闭)$/,
  ],
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
    /^(?:what can (?:you|i) (?:do|ask|say)(?: here)?|how (?:does|do) (?:this|it|you|i use (?:this|it)) ?(?:work)?|who are you|what are you|what is (?:this|ringside)|menu please)(?<rest>)$/i,
    /^(?:帮助|菜单|怎么用|使用说明|说明|[你您](?:能|会|可以)(?:做|干|帮我做)?(?:什么|啥)|你会什么|能做什么|[你您]是谁|[你您]好|大家好|早上好|早安|早|上午好|中午好|下午好|晚上好|在吗|在不在|嗨|哈喽|怎么(?:用|使用|操作)(?:啊|呀)?)(?<rest>)$/i,
  ],
} satisfies Record<string, RegExp[]>;
