// 能力提醒：先告诉销售本人，再告诉主管（中文）。
import type { alerts as english } from "../en/alerts.ts";

export const alerts: typeof english = {
  rules: {
    "cold-on-competitors": {
      rep: "一谈到竞品，客户就冷下来",
      manager: (p) => `${p.name}：一谈到竞品，客户就冷下来`,
    },
    "cold-on-price": {
      rep: "一谈到价格，客户就冷下来",
      manager: (p) => `${p.name}：一谈到价格，客户就冷下来`,
    },
    "objections-unmet": {
      rep: "客户的异议没有得到回应",
      manager: (p) => `${p.name}：客户的异议没有得到回应`,
    },
    "forbidden-words": {
      rep: "不能说的话反复出现",
      manager: (p) => `${p.name}：不能说的话反复出现`,
    },
  },
  measures: {
    customer_sentiment: (p) =>
      `最近 ${p.count} 次此类对话，客户情绪每次都低于 ${p.below} 分（满分 100）。`,
    checks_passed: (p) => `最近 ${p.count} 次对话，每次通过的检查项都不到 ${p.below}%。`,
  },
  mean: (p) => `平均 ${p.mean}；十次里有九次，真实均值在 ${p.low} 到 ${p.high} 之间。`,
  talk: (p) => `${p.source}：${p.percent}（n = ${p.n}）`,
  counted: "只统计已分享的演练和通话。",
  repSummary: "您的对话里有一点值得练一练",
  managerSummary: (p) => `${p.name} 分享的内容里有一个规律`,
  onlyYou: "只告诉了您。",
  youFirst: (p) =>
    `先告诉您。如果到 ${p.day} 仍然如此，${p.name} 会收到一张卡片；有一次好转就结束。`,
  managerKnows: (p) => `${p.day} 已告诉 ${p.name}。`,
  yourManager: "您的主管",
  managerHint: (p) =>
    `一周前已告诉 ${p.name} 本人，并附上练习。几次对话证据很少：先问，不要下结论。`,
  moved: (p) => `${p.name} 已不在您的团队`,
  movedHint: "因此这条预警不再由您查看。",
  practise: "现在练一练",
  seen: "主管能看到什么",
  mute: "不再提醒",
  suggest: "建议练习",
  acknowledge: "知道了",
  resolve: "已解决",
  saved: "已保存。",
  over: "这条已经结束。",
  states: {
    acknowledged: "主管已知晓",
    resolved: "已结束",
    muted: "已静音，直到好转一次",
  },
  none: "目前没有预警",
  how: "预警只看已分享的演练和通话：要连续几次，从不因为一次。",
};
