// How people ask what they have to do for their customers.

export const actionsPhrases = {
  my_actions: [
    /^(?:show |list |what are |see )?(?:me )?(?:all )?(?:my |the )?(?:open |next )?actions?(?: list)?(?: please)?(?<rest>)$/i,
    /^(?:what (?:should|do) i do(?: next| now)?|what(?:'s| is) next)(?<rest>)$/i,
    /^(?:snooze|postpone|remind me(?: later)?)(?: (?:it|this|that|the action))?(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示|列出|查)?(?:一下)?(?:我的|我)?(?:所有|全部)?(?:下一步)?行动(?:列表|有哪些)?(?<rest>)$/,
    /^(?:我)?(?:接下来|下一步|现在)(?:我?(?:该|要|应该)?(?:做什么|怎么做|干什么|干嘛))?(?<rest>)$/,
    /^我?(?:今天)?(?:该|应该|要)(?:做什么|干什么|干嘛|做些什么)(?<rest>)$/,
    /^(?:稍后|等会儿?|晚点|过会儿?)(?:再)?(?:提醒(?:我)?|处理|说)(?<rest>)$/,
  ],
};
