// 一句话把线索转为商机（中文）。
import type { fromLead as english } from "../en/from-lead.ts";

export const fromLead: typeof english = {
  title: (p) => `把“${p.customer}”转为商机？`,
  stands: "目前是您的线索，确认后生成商机，线索随即关闭",
  account: "客户",
  noAccount: "还不清楚",
  name: "商机名称",
  confirm: "转为商机",
  note: "只记下这句话……",
  done: (p) => `“${p.customer}”已转为商机`,
  ended: {
    undone: (p) => `已撤回，“${p.deal}”仍是您的线索`,
    discarded: (p) => `已放弃，“${p.deal}”仍是您的线索`,
    answered: () => "您说的内容在下面的卡片里",
  },
  button: "转商机……",
  listButton: "有线索要转商机……",
  which: "哪一条线索要转商机？",
  more: (p) => `另外还有 ${p.count} 条：发送“把 客户名 转商机”即可。`,
  isDeal: (p) => `“${p.customer}”已经是商机：${p.deal}。直接说新进展，就会更新到商机上。`,
  acceptFirst: (p) => `“${p.customer}”还在等您答复，请先接受，再转为商机。`,
  notYours: "这条线索不属于您，或已经关闭，没有写入任何内容。",
  unknown: "没有找到您已接受的这条线索，发送“我的线索”可以查看全部。",
  none: "您没有可以转商机的已接受线索，发送“我的线索”可以查看全部。",
  changedSince: "没有撤回：商机或线索之后又有改动。",
  mayBe: {
    title: (p) => `“${p.customer}”是不是您的这个未结商机？`,
    body: "您和这位客户有一个不是由线索转来的未结商机。点一下就把两者合为一个，不会重复。",
    other: "不是，新建商机",
  },
  elsewhere: {
    title: (p) => `请在 ${p.crm} 里为“${p.customer}”新建商机`,
    body: (p) =>
      `贵公司的商机在 ${p.crm} 里管理，Ringside 不会在那里新建。请您在那里新建，大约一分钟后就会出现在这里。届时点“再看一次”，再点一下，它就是这条线索的商机。`,
    found: "可能就是它：",
    again: "再看一次",
    notHere: (p) => `没有写入任何内容：商机请在 ${p.crm} 里新建。`,
  },
  linked: (p) => `“${p.customer}”已转为商机，就是“${p.deal}”`,
  unlinked: (p) => `已撤回，“${p.customer}”仍是您的线索`,
  isDealSubtitle: "已转为商机",
  noLongerLead: "这条线索已转为商机，不能再退回。",
};
