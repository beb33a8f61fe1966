// 新人的第一天（中文）。
import type { firstDay as english } from "../en/first-day.ts";

export const firstDay: typeof english = {
  title: (p) => `${p.name}，第一天`,
  summary: (p) => `您的第一天：${p.count} 位客户、对应的演练和可用的话术`,
  waiting: "您的第一天：暂时还没有客户",
  none: "暂时还没有分配给您的客户。一有客户，这张卡片会再发一次，附上对应的演练和话术。在此之前，可以看看公海，或者先练一练。",
  customers: (p) => `您的 ${p.count} 位客户，最匹配的在前`,
  expect: (p) => `从他们说过或做过的来看，可能会遇到：${p.tactic}`,
  usual: (p) => `这个行业的客户常从这里说起：${p.tactic}`,
  raises: (p) => `正好练这一点：${p.title}`,
  near: (p) => `同行业的演练：${p.title}`,
  practise: (p) => `练第 ${p.number} 位`,
  scripts: (p) => `${p.count} 条适合您这类客户的话术`,
  reading: "资料库还在读取：请过一分钟再发送“第一天”，补上缺少的演练和话术。",
  buddy: (p) => `有问题找${p.name}：您的搭档`,
  because: (p) =>
    p.trade
      ? `对方熟悉您这类客户（${p.trade}），并且愿意让新人来问。`
      : "对方熟悉您这类客户，并且愿意让新人来问。",
  again: "发送“第一天”可以再看一次。",
  toBuddy: (p) => `${p.name}今天入职，您是搭档`,
  buddyAbout:
    "新人的客户与您熟悉的相近。打个招呼吧，第一天的卡片上写着可以问您。发送“隐私”可以退出搭档名单。",
  toManager: (p) =>
    p.customers === 0
      ? `${p.name}于 ${p.day} 入职，当时还没有客户`
      : `${p.name}于 ${p.day} 入职，有 ${p.customers} 位客户`,
  managerAbout: (p) =>
    [
      p.customers ? `客户：${p.customers}。` : "还没有分配客户。发送“团队线索”可以查看有哪些可分。",
      p.buddy
        ? `搭档：${p.buddy}。`
        : "没有搭档：同意带新人的同事里没有熟悉这类客户的。任何人都可以在“隐私”里同意。",
    ].join(""),
  and: "、",
};
