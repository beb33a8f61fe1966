// What people write into a CRM, in the language of whoever writes it.
import type { Language } from "../../core/model.ts";
import type { Industry } from "../traits.ts";

export const lossReasons: Record<Language, string[]> = {
  en: ["Price", "Chose a competitor", "No budget this year", "No decision", "Missing feature"],
  zh: ["价格", "选择了竞争对手", "今年没有预算", "迟迟不决策", "功能不满足"],
};

/** Which of the loss reasons name a competitor; the position is the same in both languages. */
export const competitorReason = 1;

export const competitors: Record<Language, string[]> = {
  en: ["Corvane", "Nordquill", "Stackmere"],
  zh: ["启衡云", "朗垣科技", "Corvane"],
};

export const motions: Record<Language, string[]> = {
  en: ["pilot", "rollout", "second site", "renewal and upgrade", "extra seats"],
  zh: ["试点", "全面上线", "二期", "续约升级", "扩容"],
};

export const nextSteps: Record<Language, string[]> = {
  en: [
    "Send the revised quote",
    "Demo for the operations team",
    "Call the decision maker about the budget",
    "Security questionnaire back to their IT",
    "Agree the pilot's success criteria",
  ],
  zh: [
    "发送修改后的报价",
    "给业务部门做产品演示",
    "与决策人确认预算",
    "回复对方信息科的安全问卷",
    "约定试点的验收标准",
  ],
};

export const leadSources = [
  "website",
  "event",
  "referral",
  "partner",
  "advertising",
  "outbound",
] as const;

export const needs: Record<Language, Record<Industry, string[]>> = {
  en: {
    finance: [
      "Month-end reconciliation takes nine days and the auditors complain.",
      "We need an approval trail the regulator accepts.",
      "Our branches each keep their own spreadsheets.",
    ],
    manufacturing: [
      "We learn about stoppages the day after they happen.",
      "Scrap on line two is above six percent and nobody knows why.",
      "Suppliers change delivery dates and planning finds out last.",
    ],
    medical: [
      "We cannot trace which device was used on which patient.",
      "Maintenance of our imaging equipment is planned on paper.",
      "Two sites, two stock systems, and implants expire unnoticed.",
    ],
  },
  zh: {
    finance: [
      "月末对账要九天,审计有意见。",
      "审批留痕要满足监管要求。",
      "各网点自己做表,汇总靠人工。",
    ],
    manufacturing: [
      "产线停机第二天才知道,想实时看到。",
      "二号线废品率超过百分之六,找不到原因。",
      "供应商改交期,计划部门总是最后知道。",
    ],
    medical: [
      "器械使用没法追溯到患者,评审过不去。",
      "影像设备的维保还靠纸质台账。",
      "两个院区两套库存,耗材过期没人发现。",
    ],
  },
};
