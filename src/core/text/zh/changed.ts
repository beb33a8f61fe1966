// 这个月与上个月相比变了什么（中文）。有测试保证这里不说原因。
import type { changed as english } from "../en/changed.ts";

export const changed: typeof english = {
  title: "这个月有什么变化",
  periods: (p) => `${p.before} → ${p.now}`,
  summary: (p) =>
    p.count === 0
      ? "月度变化：没有超出偶然波动的指标"
      : `月度变化：7 项指标中有 ${p.count} 项超出偶然波动`,
  clear: (p) => `七项指标中有 ${p.count} 项超出了单凭偶然常见的波动。`,
  nothingClear: "没有哪项指标超出单凭偶然常见的波动。",
  empty: "两个月都没有可统计的已关闭商机、拜访或商机更新，暂时没有可比的内容。",
  measures: {
    conversion: "转化：已关闭商机中的赢单",
    visits: "拜访与通话",
    effective_visits: "有效拜访：有已确认的商机更新",
    ramp: "新人：到首次赢单的天数",
    cycle: "从开启到赢单的天数",
    delay: "从接受线索到首次联系的小时数",
    completeness: "完整度：符合约定的黄金字段",
  },
  verdicts: {
    higher: "更高",
    lower: "更低",
    unclear: "没有明显差异",
    few: "例数太少，无法判断",
    count: "只是次数",
    none: "两个月都没有可统计的内容",
  },
  noCases: "无",
  few: (p) => `n = ${p.n}`,
  figure: (p) => `${p.value}（${p.interval}，n = ${p.n}）`,
  keepInMind: "请留意",
  and: "、",
  moved: (p) => `${p.segment} ${p.before} % → ${p.now} %`,
  caveats: {
    few: (p) => `例数少：${p.names}。下个月可能大不一样。`,
    mix: (p) =>
      `构成：已关闭商机的客户类型变了（占比 ${p.moved}），这里的每项差异都可能有一部分只是构成不同。`,
    mixSame: "构成：已关闭商机的客户类型变动不大，或者例数太少无法判断。",
    season: (p) =>
      `季节：之前 ${p.before} 个工作日，现在 ${p.now} 个。节假日、季末和活动都含在两边的数字里。`,
    many: "一次看七项指标：偶尔会有一项碰巧超出。",
    noTest: "这里只把前后并列。差异从何而来，要由检验来回答：发送“策略：……”即可开始一次检验。",
  },
  soFar: "本月至今",
  lastMonth: "上个整月",
};
