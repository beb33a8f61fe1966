// How people ask how good the data is, and whether something about a company holds.

/** A part of a code or number: with a figure (its first, so that there is one way to read it), or a few letters. */
const part = String.raw`(?:[A-Za-z()*+]{0,24}\d[A-Za-z0-9()*+]{0,48}|[A-Za-z]{1,3})`;
/** What may follow: an address, a domain, or a code or number with five figures or more. */
const checkable = [
  String.raw`\S{1,100}@\S{1,255}`,
  String.raw`(?:https?:\/\/)?[^\s@/]{1,250}\.[^\s@/.\d][^\s@/.]{1,62}(?:[/:]\S{0,500})?`,
  String.raw`(?=(?:\D{0,20}\d){5})${part}(?:[ .\-/]{1,3}${part}){0,9}`,
].join("|");

export const healthPhrases = {
  health: [
    /^(?:show |see )?(?:me )?(?:the |our |my )?(?:data (?:health|quality)|health(?: check)?)(?: report)?(?<rest>)$/i,
    /^(?:who|which reps?) (?:has not|hasn't|have not|haven't|did not|didn't) (?:updated?|filled? in|kept up) (?:their |the )?(?:deals?|data|records|crm)(?<rest>)$/i,
    /^谁(?:还)?(?:没有?|没)(?:更新|填)(?:商机|数据|资料|CRM)?(?<rest>)$/i,
    /^(?:what (?:can|should) i )?fix (?:my |the |our )?data(?<rest>)$/i,
    /^(?:查看|看看|看一下|看|显示)?(?:一下)?(?:我的|我们的|团队)?(?:数据健康|数据质量|数据体检)(?:度|情况|报告)?(?<rest>)$/,
    /^(?:我的)?(?:待修正数据|待修数据|修正数据)(?<rest>)$/,
  ],
  check_code: [
    new RegExp(
      String.raw`^(?:check|verify|validate)(?: (?:the )?(?:code|credit code|vat(?: id| number)?|e-?mail|domain|phone|number|lei))?\s*:?\s+(?<rest>(?:${checkable})(?:\s+(?:for|of)\s+.{1,80})?)$`,
      "i",
    ),
    new RegExp(
      String.raw`^(?:校验|核验|查验|检查|验证)(?:一下)?(?:信用代码|统一社会信用代码|注册号|税号|增值税号|邮箱|域名|电话|号码)?\s*:?\s*(?<rest>(?:${checkable})(?:[\s,，]*(?:给|属于|客户)\s*.{1,80})?)$`,
    ),
  ],
} satisfies Record<string, RegExp[]>;
