// How people ask what is kept of them.

export const privacyPhrases = {
  privacy: [
    /^(?:my )?(?:privacy|consents?)(?<rest>)$/i,
    /^(?:show(?: me)? )?my (?:personal )?data(?<rest>)$/i,
    /^what (?:do you (?:keep|know|store)|is (?:kept|stored)) (?:of|about|on) me(?<rest>)$/i,
    /^(?:我的)?(?:隐私|授权|同意)(?:设置)?(?<rest>)$/i,
    /^(?:查看|看看)?我的(?:数据|个人信息)(?<rest>)$/,
  ],
  export_own: [
    /^(?:please )?(?:export|download) (?:all (?:of )?)?my (?:personal )?data(?<rest>)$/i,
    /^(?:请|帮我)?(?:导出|下载)(?:一下)?(?:我的|我所有的|我全部的)(?:数据|个人信息)(?<rest>)$/,
  ],
  delete_own: [
    /^(?:please )?(?:delete|erase|remove) (?:all (?:of )?)?my (?:personal )?data(?<rest>)$/i,
    /^(?:请|帮我)?(?:删除|删掉|清除)(?:一下)?(?:我的|我所有的|我全部的)(?:数据|个人信息)(?<rest>)$/,
  ],
} satisfies Record<string, RegExp[]>;
