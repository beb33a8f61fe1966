import type { demo as english } from "../en/demo.ts";

export const demo: typeof english = {
  loaded: (p) =>
    `示例团队：${p.people} 人、${p.accounts} 家客户、${p.deals} 单已结商机、${p.touches} 条行为记录（加载用时 ${p.seconds} 秒）。`,
  arrive: (p) =>
    `来了 ${p.count} 条新线索，每条都与 ${p.reps} 位销售比较，分给最匹配的那一位（计算用时 ${p.seconds} 秒）：`,
  gets: (p) => `${p.rep} 收到：`,
  others: "其余线索，简要如下：",
  sum: (p) => `${p.parts} = ${p.fit}`,
  accepts: (p) => `${p.rep} 接受了 ${p.customer}。`,
  declines: (p) => `${p.rep} 退回了 ${p.customer}，原因是「${p.reason}」。`,
  next: (p) => `线索转给下一位 ${p.rep}，理由重新计算：`,
  answers: (p) => `Ringside 答复：「${p.text}」`,
  where: "接下来可以",
  steps: [
    "npm start              在浏览器里使用同一个团队，地址 http://localhost:3000，可以扮演销售或主管",
    "npm run chat           在这个终端里使用",
    "npm run -s ringside -- import leads --from leads.csv    导入您自己的数据（见 README）",
    "npm run -s ringside -- doctor                           查看各部分状态和原因",
  ],
  honest: "以上内容都是刚刚算出来的，加上 --lang en 可以看英文版。",
};
