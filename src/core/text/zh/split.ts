// 一位联系人其实是两个人（中文）。
import type { split as english } from "../en/split.ts";

export const split: typeof english = {
  button: (p) => `有一部分不是 ${p.name}`,
  title: (p) => `${p.name} 的哪些记录其实是另一位？`,
  summary: "有一位联系人可能是两个人。",
  theirs: "属于另一位的内容",
  name: "另一位的姓名",
  reason: "您是怎么知道的",
  submit: "拆成两位",
  stays:
    "您选中的内容连同相关行为会移到同一家公司的一位新联系人名下。线索、商机和备注不动，直接记在这位联系人名下的行为也不动。",
  nothing: "这位联系人没有邮箱、电话、访客或外部编号，没有可以移走的内容。",
  chooseOne: "请至少选择一项。",
  nameless: "请填写另一位的姓名。",
  nameLong: (p) => `最多 ${p.max} 个字符。`,
  reasonless: "请写明依据，以后查看的人会问到。",
  reasonLong: (p) => `最多 ${p.max} 个字符。`,
  whom: "请说明是哪位联系人，例如“拆分 姓名”。",
  unknown: (p) => `您的联系人里没有叫“${p.name}”的。`,
  forbidden: "这位联系人不归您负责，不能拆分。请联系线索负责人或您的经理。",
  invalid: "数据契约不允许这样的联系人，没有做任何改动。",
  done: (p) => `现在是两位：${p.name} 和 ${p.other}`,
  moved: (p) =>
    `${p.name} 的 ${p.visitors} 位访客以及您选中的其他内容现在归 ${p.other}。撤销后会全部恢复原样。`,
  undone: (p) => `已恢复为一位：${p.other} 并入 ${p.name}`,
};
