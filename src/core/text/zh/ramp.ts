// Newcomers' first three months, in Chinese.
import type { ramp as english } from "../en/ramp.ts";

export const ramp: typeof english = {
  title: "新人：前三个月",
  none: "您的团队里近半年没有新人入职，或没有登记入职日期。",
  name: (p) => `${p.name}，第 ${p.days} 天`,
  won: (p) => `赢单 ${p.won} 个。`,
  firstWin: (p) => `第 ${p.days} 天首次赢单。`,
  noWin: "还没有首次赢单。",
  earlier: (p) =>
    `此前的同事在第 ${p.days} 天：平均赢单 ${p.mean} 个（90%：${p.low}–${p.high}，n = ${p.n}）；${p.n} 人中 ${p.hadWon} 人已有首单。`,
  few: (p) => `暂无法比较：此前走到这一步的同事只有 ${p.n} 人，至少需要 ${p.least} 人。`,
  noSkills: "能力：没有分享，或仍在本人专属的 30 天内。",
  caveat: "三个月的数据很少：客户和运气的影响不亚于个人。这里的内容不会用于薪酬或解雇。",
  how: "统计：入职 90 天内的赢单，包括已离职的同事。能力只看本人分享的部分；每次查看都会记入本人的记录。",
};
