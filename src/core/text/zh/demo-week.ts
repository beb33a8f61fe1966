// 一周演示里卡片之间的话，以及其中人物所说的话（中文）。
import type { demoWeek as english } from "../en/demo-week.ts";

export const demoWeek: typeof english = {
  planted: (p) =>
    `为了这个故事，给${p.rep}补上 ${p.count} 个过去的商机，其中一半打过电话，而打过的赢单多得多。效果是事先埋好的，能不能找出来则不是。`,
  hour: "周会时间 周一10:00",
  asked: (p) => `周一，10:00。系统问${p.manager}本周什么有效，得到的回答是：`,
  claim: "策略：打电话能在 30 天内提高赢单 20 个百分点，因为客户觉得被听见",
  notSupported: "数据不支持，所以什么也启用不了。对一个周一来说，这也是有价值的答案。",
  reason: "数据支持尽早打电话",
  arrive: (p) => `来了 ${p.count} 条新线索，用新的权重决定归属。`,
  timeline: "变更时间线",
  won: (p) => `${p.rep}赢下“${p.deal}”。十分钟后，系统请他用两分钟复盘。`,
  debrief: {
    turned: "客户在自己的平面图上看到产线会停在哪里，有事打我电话 13800138000。",
    objection: "你们的改造要让我们的涂装线停一整班",
    words: "我们拿着图纸一起走一遍涂装线。\n不能停的部分，我们夜里做。",
  },
  say: "话术 改造要让涂装线停一整班",
  buddy: (p) => `${p.rep}在“隐私”里同意了：新人可以来问。`,
  newcomer: "林诺",
  leads: (p) => `${p.name}拿到 ${p.count} 条线索。一小时之内：`,
};
