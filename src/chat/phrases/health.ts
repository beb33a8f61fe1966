// How people ask how good the data is, and whether a company's code holds.

export const healthPhrases = {
  health: [
    /^(?:show |see )?(?:me )?(?:the |our |my )?(?:data (?:health|quality)|health(?: check)?)(?: report)?(?<rest>)$/i,
    /^(?:what (?:can|should) i )?fix (?:my |the |our )?data(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:我的|我们的|团队)?(?:数据健康|数据质量|数据体检)(?:度|情况|报告)?(?<rest>)$/,
    /^(?:我的)?(?:待修正数据|待修数据|修正数据)(?<rest>)$/,
  ],
  check_code: [
    /^(?:check|verify|validate)(?: (?:the )?(?:code|credit code|vat(?: id| number)?))?\s*:?\s+(?<rest>[A-Za-z0-9][A-Za-z0-9 .\-/]{5,40}\d[A-Za-z0-9 .\-/]{0,20})$/i,
    /^(?:校验|核验|查验|检查|验证)(?:一下)?(?:信用代码|统一社会信用代码|税号|增值税号)?\s*:?\s*(?<rest>[A-Za-z0-9][A-Za-z0-9 .\-/]{5,60})$/,
  ],
} satisfies Record<string, RegExp[]>;
