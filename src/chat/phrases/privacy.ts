// How people ask what is kept of them.

export const privacyPhrases = {
  privacy: [
    /^(?:my )?(?:privacy|consents?)(?<rest>)$/i,
    /^(?:export|delete|show(?: me)?) my data(?<rest>)$/i,
    /^what (?:do you (?:keep|know|store)|is (?:kept|stored)) (?:of|about|on) me(?<rest>)$/i,
    /^(?:我的)?(?:隐私|授权|同意)(?:设置)?(?<rest>)$/i,
    /^(?:导出|删除|查看|看看)?我的(?:数据|个人信息)(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
