// 两条记录为何像是同一位客户：src/core/identity/duplicates/reasons.ts 的每个代码一句话。
import { byName } from "../../by-name.ts";
import type { duplicates as english } from "../en/duplicates.ts";

const fields: Record<string, string> = byName({ email: "邮箱", phone: "电话", domain: "域名" });

export const duplicates: typeof english = {
  same_company: (p) => `公司相同：${p.value}`,
  company_alike: (p) => `公司名称相似度 ${p.percent}%`,
  same_registration: () => "工商登记号相同",
  other_name: () => "但名称不同",
  other_company: () => "但不在同一家公司",
  other_email: () => "但邮箱不同",
  other_phone: () => "但电话不同",
  other_registration: () => "但工商登记号不同",
  not_known: (p) =>
    `双方没有都填写：${Object.keys(p)
      .map((field) => fields[field] ?? field)
      .join("、")}`,
};
