// 权重或策略变更后的 72 小时（中文）。这里不说谁导致了谁。
import type { timeline as english } from "../en/timeline.ts";

export const timeline: typeof english = {
  none: "还没有可看的变更",
  noneBody:
    "还没有人发布权重，也没有人启用策略。一旦有，这张卡片会跟踪之后的 72 小时：哪些线索重新决定、谁的归属变了、随后发生了什么。",
  ofWeights: (p) => `权重第 ${p.number} 版之后的 72 小时`,
  ofStrategy: (p) => `策略启用之后的 72 小时（${p.kind}）`,
  registered: (p) => `${p.author}说什么有效：${p.action}；检验之前已登记`,
  tested: (p) => `检验结果：${p.verdict}`,
  shared: "已向所有人发布",
  on: (p) => `${p.name}启用为${p.kind}`,
  published: (p) => `${p.author}让第 ${p.number} 版生效：${p.changes}（“${p.reason}”）`,
  noneDecided: "此后还没有按匹配度分配过线索，所以还没有用上新权重",
  decided: (p) => `用新权重分配了 ${p.count} 条线索`,
  moved: (p) => `其中 ${p.count}/${p.of} 条的归属与旧权重的选择不同`,
  accepted: (p) => `已答复 ${p.of} 条，其中接受 ${p.count} 条；还有 ${p.waiting} 条未答复`,
  contacted: (p) => `已接受的客户中，${p.count}/${p.of} 位已致电、去信或会面`,
  started: {
    chain: (p) => (p.count === 0 ? "规则还没有触发任何行动" : `规则触发了 ${p.count} 个行动`),
    talk_track: (p) => (p.count === 0 ? "还没有人用过这条话术" : `话术用了 ${p.count} 次`),
  },
  notCounted: "演练次数没有与其他演练分开统计",
  done: (p) => `行动已完成 ${p.count}/${p.of} 个`,
  retired: "已停用",
  columns: ["线索", "旧权重会给", "实际给了"],
  more: (p) => `另有 ${p.count} 条。`,
  early: (p) => `现在下结论为时过早：目前只有 ${p.count} 例，少于 ${p.least} 例不报比例。`,
  noRate: "只有次数，没有可报的比例。",
  rate: (p) => `目前 ${p.value} %（95 % 区间 ${p.low} 至 ${p.high} %，n = ${p.of}）。`,
  compared: (p) =>
    `目前接受率 ${p.now.value} %（${p.now.low} 至 ${p.now.high} %，n = ${p.now.of}）。旧权重之下：${p.then.value} %（${p.then.low} 至 ${p.then.high} %，n = ${p.then.of}）。线索不同、日子不同：只是并列，不是检验。`,
  running: "72 小时还没有过完。",
  over: "72 小时已过，统计到此为止。",
  careful: "这里只按先后列出随后发生的事；是否与这次变更有关，要由检验来回答。",
  pickWeights: (p) => `权重第 ${p.number} 版，${p.day}`,
  pickStrategy: (p) => `策略（${p.kind}），${p.day}`,
};
