// 什么可以打扰一个人，以及每日摘要（中文）。
import type { attention as english } from "../en/attention.ts";

export const attention: typeof english = {
  title: "哪些消息可以打扰您",
  intro: (p) =>
    `没有主动询问的消息每天最多 ${p.budget} 条，另有一份摘要。新线索和您自己定的期限照常提醒。`,
  inBrief: "逾期事项、正在流失的客户和能力预警，不急的都放在晨报里。",
  unknown: (p) => `没有叫“${p.words}”的消息类别。现有这些：`,
  saved: "已保存。",
  kinds: {
    next_action: "下一步行动",
    escalation: "团队逾期事项",
    slipping: "正在流失的客户",
    stage_card: "通话或会面后的提问",
    coaching: "辅导",
    alert: "能力预警",
    insight: "客户行为发现",
    strategy: "打法",
    health: "待补数据",
    crm: "CRM 同步：排队与被拒的写入",
    report: "下班前的日报",
    morning_brief: "晨报",
    team_news: "团队动态：新人入职、月度变化",
    meeting_brief: "会前简报",
    deal_review: "日历里的商机评审",
  },
  now: { push: "立即发送", digest: "放进每日摘要", mute: "不发送" },
  change: { push: "立即发送", digest: "放进摘要", mute: "静音" },
  digest: {
    title: "您的摘要",
    summary: (p) => `您的摘要：${p.count} 件不急的事`,
    show: (p) => `看第 ${p.number} 条`,
    rest: (p) => `还有 ${p.count} 条，发送“摘要”查看。`,
    moved: (p) =>
      `因为大多没有用上，以下消息不再单独发送，改在这里汇总：${p.kinds}。发送“通知”可以恢复。`,
    none: "摘要里没有待看的内容。",
  },
};
