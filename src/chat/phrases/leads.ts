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
    /^(?:show |list )?(?:me )?all(?: open)? leads(?<rest>)$/i,
    /^(?:查看|看看|显示|列出)?(?:一下)?(?:我的|我们)?(?:团队|全队|全部|所有人)的?(?:所有)?线索(?:列表)?(?<rest>)$/i,
  ],
  my_leads: [
    /^(?:show |list |what are |see )?(?:me )?(?:all )?(?:my |the )?(?:open |new )?leads(?: list)?(?: please)?(?<rest>)$/i,
    /^(?:what do i have|what is waiting|what'?s waiting|my work)(?: for me)?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|列出|查)?(?:一下)?(?:我的|我名下的?|我手上的?)?(?:所有|全部)?(?:线索|待办)(?:列表|有哪些)?(?<rest>)$/i,
    /^我有(?:哪些|什么|几条)线索(?<rest>)$/i,
  ],
  why: [
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
} satisfies Record<string, RegExp[]>;
