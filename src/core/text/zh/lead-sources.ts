// 线索后来怎么样了，按来源统计（中文）。
import type { leadSources as english } from "../en/lead-sources.ts";

export const leadSources: typeof english = {
  title: (p) => `近 ${p.days} 天的线索后来怎么样了`,
  summary: "按来源看线索",
  none: (p) => `近 ${p.days} 天没有线索进来。`,
  columns: {
    source: "来源",
    arrived: "线索",
    taken: "已跟进",
    deals: "已转商机",
    won: "赢单",
    lost: "输单",
  },
  unknown: "未注明",
  footnote:
    "已跟进：销售已接受。已转商机：由线索转成的商机。赢单、输单只算已结案的，新线索大多还没有结果。哪条线索归谁，只有销售本人和主管看得到。",
};
