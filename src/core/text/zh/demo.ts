// 终端演示里卡片之间的话，以及其中人物所说的话（中文）。
import type { demo as english } from "../en/demo.ts";

export const demo: typeof english = {
  loaded: (p) =>
    `示例团队：${p.people} 人、${p.accounts} 家客户、${p.deals} 单已结商机、${p.touches} 条行为记录（加载用时 ${p.seconds} 秒）。`,
  scene: (p) => `── ${p.number}/${p.of}  ${p.title} ──`,
  scenes: {
    assign: "线索找到合适的销售",
    nextAction: "客户行为变成下一步行动",
    practice: "打电话之前先演练",
    update: "电话一结束，商机就更新",
    claim: "我们的做法真的有效吗？",
    weekStrategy: "周一：什么有效，检验，启用",
    weekDebrief: "一次赢单，变成大家的话术",
    weekFirstDay: "新人的第一天",
    weekChanged: "这个月有什么变化",
  },
  arrive: (p) =>
    `来了 ${p.count} 条新线索，每条都与 ${p.reps} 位销售比较，分给最匹配的那一位（计算用时 ${p.seconds} 秒）。`,
  gets: (p) => `${p.rep} 收到：`,
  others: "其余线索，简要如下：",
  sum: (p) => `${p.parts} = ${p.fit}`,
  accepts: (p) => `${p.rep} 接受了 ${p.customer}。`,
  declines: (p) => `${p.rep} 退回了 ${p.customer}，原因是“${p.reason}”。`,
  next: (p) => `线索转给下一位 ${p.rep}，理由重新计算：`,
  says: (p) => `${p.person}：“${p.words}”`,
  presses: (p) => `${p.person} 点了“${p.label}”。`,
  fills: (p) => `${p.person} 补上卡片要的内容，点了“${p.label}”。`,
  answers: (p) => `Ringside 答复：“${p.text}”`,
  visits: "这位新客户细看了产品页，下载了白皮书，又在报价页停了八秒就离开了。",
  completed: (p) => `这几步合起来正好是一条行为链，于是 ${p.rep} 有了下一步行动：`,
  practice: {
    customer: (p) => `  虚拟客户：“${p.words}”`,
    lines: [
      "感谢您抽时间。介绍之前想先请教：这件事出问题时，您这边现在是怎么处理的？每个月大概要花多少成本？",
      "我理解您的顾虑。除了您，还有哪几位需要点头？他们最想看到什么？",
      "如果先用一个班组试点四周，把这个数字降下一半，您愿意带到预算会上讨论吗？",
    ],
    timeUp: "五分钟到了，这场演练的结果是：",
  },
  callEnds: (p) =>
    `二十分钟后，${p.rep} 与 ${p.customer} 关于“${p.deal}”的电话结束了。电话系统报来消息，随后：`,
  sentence: (p) => `报价已发，总价60万，${p.decides}下周三给答复`,
  weekly: (p) => `又到了每周一策的时间，${p.manager} 想到了一个做法。`,
  claim: "策略：给客户打电话，30 天内能提高赢单 10 个百分点，因为客户感到被重视",
  where: "接下来可以",
  steps: [
    "npm start              在浏览器里使用同一个团队，地址 http://localhost:3000，可以扮演销售或主管",
    "npm run chat           在这个终端里使用",
    "npm run -s ringside -- import leads --from leads.csv    导入您自己的数据（见 README）",
    "npm run -s ringside -- doctor                           查看各部分状态和原因",
  ],
  honest:
    "人物说的话是为故事写的，Ringside 显示的内容都是刚刚算出来的。加上 --lang en 可以看英文版。",
};
