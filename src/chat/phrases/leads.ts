// How people ask about leads. Longer, more particular phrases come first.

export const leadsPhrases = {
  new_lead: [
    /^(?:(?:please )?(?:add|create|save|enter) )?(?:a )?(?:new )?lead\s*[:,]\s*(?<rest>.+)$/is,
    /^(?:(?:please )?(?:add|create|save|enter) )(?:a )?(?:new )?lead(?<rest>)$/i,
    /^new lead(?<rest>.*)$/is,
    /^(?:请|帮我)?(?:新增|新建|录入|添加|登记|加)?(?:一条|一个|条|个)?新?线索\s*[:,]\s*(?<rest>.+)$/is,
    /^(?:请|帮我)?(?:新增|新建|录入|添加|登记|加)(?:一条|一个|条|个)?新?线索(?<rest>)$/i,
    /^新线索(?<rest>.*)$/is,
  ],
  team_leads: [
    /^(?:show |list )?(?:me )?(?:all )?(?:(?:my|our|the) )?team(?:'?s)?(?: open)? leads(?<rest>)$/i,
    /^(?:show |list )?(?:me )?(?:all|stuck)(?: open)? leads(?<rest>)$/i,
    /^(?:re-?assign|give|move)(?: (?:a|the) lead)?(?<rest>)$/i,
    /^(?:改派|转派|重新分配|卡住的?线索)(?:线索)?(?<rest>)$/,
    /^(?:查看|看看|显示|列出)?(?:一下)?(?:我的|我们)?(?:团队|全队|全部|所有人)的?(?:所有)?线索(?:列表)?(?<rest>)$/i,
  ],
  my_leads: [
    /^(?:show |list |what are |see )?(?:me )?(?:all )?(?:my |the )?(?:open |new )?leads(?: list)?(?: please)?(?<rest>)$/i,
    /^(?:show |list |any |are there )?(?:me )?(?:any )?(?:my |new )?(?:leads|customers|clients)(?: for me)?(?<rest>)$/i,
    /^(?:(?:how (?:do|can) i )?(?:accept|decline|reject|take|refuse)(?: (?:a|the|this|that|my|it|lead|leads|offer))*)(?<rest>)$/i,
    /^(?:what do i have|what is waiting|what'?s waiting|my work)(?: for me)?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|列出|查)?(?:一下)?(?:我的|我名下的?|我手上的?)?(?:所有|全部)?(?:线索|待办)(?:列表|有哪些)?(?<rest>)$/i,
    /^我有(?:哪些|什么|几条)线索(?<rest>)$/i,
    /^(?:我的客户|我的leads?|看看?leads?|leads?|(?:有|有没有)(?:新的?)?线索)(?<rest>)$/i,
    /^(?:(?:怎么|如何)?(?:接受|接收|拒绝|退回|不要)(?:这条|这个|一条)?(?:线索)?)(?<rest>)$/,
  ],
  why_not_me: [
    /^why not me(?:\s+(?:for|on|with))?(?:\s+(?<rest>.+))?$/i,
    /^why (?:did(?:n't| not) i get|did i not get|wasn't i given) (?<rest>.+)$/i,
    /^(?:为什么|为何|凭什么)(?:不是我|不分给我|不给我|没分给我|没给我)\s*(?<rest>.*)$/i,
    /^(?:为什么|为何|凭什么)?\s*(?<rest>.+?)\s*(?:为什么|为何|凭什么)(?:不是我的?|不分给我|不给我|没分给我|没给我)$/i,
    /^(?:为什么|为何|凭什么)\s*(?<rest>.+?)\s*(?:不是我的?|不分给我|不给我|没分给我|没给我)$/i,
  ],
  why: [
    /^why (?:did i get|do i have|was i given|is|me for) (?:this|that|it)(?: (?:one|lead|customer))?(?: mine)?(?<rest>)$/i,
    /^(?:为什么|为何|凭什么)(?:要|会)?(?:分给我|分配给我|给我|是)(?:这个|这条|这位)?(?:线索|客户)?(?<rest>)$/,
    /^(?:为什么|为何|凭什么)(?:这个|这条|这位)(?:线索|客户)?(?:会?分给我|分配给我|给我|是我的?|归我)(?<rest>)$/,
    /^why (?:did i get|do i have|was i given|is|was|me for|me) (?<rest>.+?)(?: (?:mine|for me|given to me|assigned to me))?$/i,
    /^why(?: me)?(?<rest>)$/i,
    /^why (?<rest>.+)$/i,
    /^explain (?<rest>.+)$/i,
    /^(?:为什么|为何|凭什么)(?:是我|会?分给我|给我)(?<rest>)$/i,
    /^(?:为什么|为何|凭什么)(?:把)?\s*(?<rest>.+?)\s*(?:会?分给我|是我的|归我|给我)$/i,
    /^(?<rest>.+?)\s*(?:为什么|为何)(?:会?分给我|是我的?|归我|给我)$/i,
    /^(?:为什么|为何)\s*(?<rest>.*)$/i,
    /^(?:解释一下|解释)\s*(?<rest>.+)$/i,
  ],
  pool: [
    /^(?:show |open |see )?(?:me )?(?:the )?(?:(?:public|open|shared) )?(?:lead )?pool(?<rest>)$/i,
    /^(?:查看|看看|打开|看)?(?:一下)?(?:线索|客户)?公海(?:池|线索|客户)?(?:列表)?(?<rest>)$/,
  ],
  my_share: [
    /^(?:show |what is |what's )?(?:me )?my share(?: of (?:the )?leads)?(?<rest>)$/i,
    /^(?:查看|看看|看)?(?:一下)?我的?(?:线索)?份额(?<rest>)$/,
  ],
  back: [
    /^(?:i'?m|i am) back(?: (?:at work|again|in the office|now|early))*(?<rest>)$/i,
    /^back (?:at work|again|in the office)(?<rest>)$/i,
    /^我?(?:提前)?(?:回来|销假|返岗|休完假|休假结束|上班)了?(?<rest>)$/,
  ],
  away: [
    /^(?:i'?m|i am|i'?ll be|i will be)?\s*(?:away|on (?:holiday|vacation|leave|annual leave)|out of (?:the )?office|ooo|off sick|sick)(?<rest>(?: (?:until|till|through|from|for|to|on|today|tomorrow|this|next|starting)\b.*)?)$/i,
    /^我?(?:要|将要?|正在|在)?(?:休假|请假|休年假|年假|请病假|病假|外出|不在|出差)(?<rest>(?:\s*(?:到|至|从|今天|明天|后天|\d|[一二两三四五六七八九十]).*)?)$/,
    /^我?(?:要|将)?(?<rest>(?:从)?\s*\S{1,14}\s*(?:起|开始)?\s*(?:到|至)\s*\S{1,14}?)\s*(?:要|在)?(?:休假|请假|休年假|不在|外出)$/,
    /^我(?:要|将)?(?<rest>今天|明天|后天|(?:下|这|本)?(?:周|星期)[一二三四五六日天])\s*(?:要|在)?(?:休假|请假|休年假|不在|外出)$/,
  ],
} satisfies Record<string, RegExp[]>;
