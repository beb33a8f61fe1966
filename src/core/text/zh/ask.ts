// 问数据：指标与维度的说法、答案，以及不能回答的问题。
import type { Texts } from "../en.ts";

const metrics: Texts["ask"]["metrics"] = {
  win_rate: {
    name: "赢单率",
    counts: "在赢单与丢单之和中，赢单所占的比例，按关单日期计。",
    caveat: "在跟商机两边都不算。迟迟没人关闭的商机会让它显得偏高。",
  },
  deals_won: {
    name: "赢单数",
    counts: "已赢的商机，按关单日期计。",
    caveat: "记在现任负责人名下。",
  },
  deals_lost: {
    name: "丢单数",
    counts: "已丢的商机，按关单日期计。",
    caveat: "原因以录入为准；没有填写的列在“未知”。",
  },
  deals_open: {
    name: "在跟商机数",
    counts: "此刻既没有赢也没有丢的商机。",
    caveat: "按此刻的状态计，与时间段无关。",
  },
  deals_created: {
    name: "新增商机数",
    counts: "按立项日期计的商机，不论结果如何。",
    caveat: "立项日期未知的，按记录建立的日期计。",
  },
  won_amount: {
    name: "成交金额",
    counts: "赢单金额之和，按关单日期计。",
    caveat: "各币种分开计算；没有金额的商机不计入。",
  },
  open_amount: {
    name: "在跟金额",
    counts: "此刻在跟商机的金额之和。",
    caveat: "各币种分开计算；没有按可能性加权。",
  },
  average_deal: {
    name: "平均单价",
    counts: "赢单金额的平均值，按关单日期计。",
    caveat: "少数大单会明显拉动平均值，请看区间。各币种分开计算。",
  },
  cycle_days: {
    name: "成交周期（天）",
    counts: "从立项到赢单的天数，取赢单中的中位数。",
    caveat: "只含已赢的商机；还在跟的可能更久。",
  },
  stage_days: {
    name: "阶段停留天数",
    counts: "在跟商机此刻在当前阶段停留的天数，取中位数。",
    caveat: "从已知的最近一次阶段变化算起，没有则从立项算起。",
  },
  leads_received: {
    name: "收到的线索",
    counts: "按进入日期计的线索。",
    caveat: "只含有负责人的线索，记在现任负责人名下；公海线索不属于任何人。",
  },
  leads_accepted: {
    name: "接受的线索",
    counts: "被接受的线索分配，按接受日期计。",
    caveat: "转给他人后再次被接受的，再计一次。",
  },
  accept_rate: {
    name: "线索接受率",
    counts: "在已接受、已拒绝、已过期的分配中，接受所占的比例，按结束日期计。",
    caveat: "还在等待答复的和已收回的，两边都不算。",
  },
  hours_to_accept: {
    name: "接单时长（小时）",
    counts: "从分配线索到接受的小时数，取中位数。",
    caveat: "夜间与周末也计入。手动指派的线索不计。",
  },
  hours_to_contact: {
    name: "首次联系时长（小时）",
    counts: "从接受线索到第一次电话、邮件、消息或会面的小时数，取中位数。",
    caveat: "还没有联系的线索不计入，因此实际数字更高。",
  },
  touches: {
    name: "触点数",
    counts: "客户的行为和我方对客户做的事，按发生日期计。",
    caveat:
      "电话、邮件、消息和会面记在做的人名下，其余记在客户负责人名下。没有负责人的客户、匿名访客和自动产生的触点不计入。",
  },
  actions_made: {
    name: "新增的下一步行动",
    counts: "按生成日期计的下一步行动。",
    caveat: "不论后来如何。",
  },
  actions_done: {
    name: "完成的下一步行动",
    counts: "被标记为完成的下一步行动，按完成日期计。",
    caveat: "是否完成以本人所说为准。",
  },
  actions_overdue: {
    name: "逾期行动",
    counts: "此刻未完成或已推迟、且已过期限的下一步行动。",
    caveat: "按此刻的状态计，与时间段无关。",
  },
  action_done_rate: {
    name: "行动完成率",
    counts: "在已完成、被认为无用、已过期的行动中，完成所占的比例，按结束日期计。",
    caveat: "还没有结束的行动两边都不算。",
  },
  updates_confirmed: {
    name: "确认的更新",
    counts: "已确认的阶段更新，按确认日期计。",
    caveat: "已撤销的不计入。",
  },
  contract_rate: {
    name: "合约达成率",
    counts: "在被要求或已知的关键字段中，符合数据合约的比例。",
    caveat: "以最近一次测量为准，每天一次；给定时间段时取其中最后一次。",
  },
  practice_sessions: {
    name: "已分享的演练",
    counts: "报告已分享给主管的演练，按演练日期计。",
    caveat: "没有分享的不计入任何地方；每个人最初 30 天的也不计。",
  },
};

const dimensions: Texts["ask"]["dimensions"] = {
  ...{ team: "团队", person: "人员", segment: "客户规模", industry: "行业" },
  ...{ source: "来源", stage: "阶段", product: "产品", country: "国家", region: "区域" },
  ...{ loss_reason: "丢单原因", competitor: "竞争对手", kind: "类型" },
  ...{ month: "月", week: "周", quarter: "季度" },
};

export const ask: Texts["ask"] = {
  metrics,
  dimensions,
  title: (p) => (p.by ? `${p.metric}（按${p.by}）` : p.metric),
  everybody: "您团队的所有人",
  yourself: "您自己的",
  allTime: "全部时间",
  asOfNow: "截至此刻",
  period: (p) => `${p.from} 至 ${p.to}`,
  filter: (p) => `${p.dimension}：${p.values}`,
  or: "或",
  notKnown: "未知",
  value: "数值",
  sample: "样本",
  interval: "95% 区间",
  before: "上一时间段",
  change: "变化",
  beside: (p) => `${p.what}（${p.note}）`,
  difference: (p) => `对比 ${p.days}`,
  of: (p) => `${p.part}/${p.sample}`,
  cases: (p) => p.sample,
  few: "过少",
  fewLine: (p) => `“过少”：不足 ${p.least} 例，说明不了比例或中位数。`,
  oneCurrency: (p) => `金额有多种货币：排序和图只看 ${p.currency}。`,
  days: (p) => `${p.value} 天`,
  hours: (p) => `${p.value} 小时`,
  from: (p) => `${p.low} 至 ${p.high}`,
  points: (p) => `${p.value} 个百分点`,
  more: (p) => `另有 ${p.count} 项`,
  empty: "这里还没有可以统计的内容。",
  future: "这个时间段还没有开始。我只统计已经发生的事。",
  dropped: "这个数字按此刻的状态计，没有用到您说的时间段。",
  noForecast: "这不是预测：是目前在跟的商机，按全额计。",
  readAs: "这个问题由已连接的模型读懂，统计由 Ringside 自己完成。",
  method: {
    title: "怎样统计的",
    rate: "区间：Wilson（1927）得分区间。",
    median: "区间：由样本的次序得出（二项分布），不假设分布形状。",
    mean: "区间：百分位自助法，重抽样 1,000 次。",
    reach: "无论怎样提问，只统计这些人的记录。",
    people: (p) => `（${p.count} 人）`,
    given: (p) => `:${p.name} = ${p.value}`,
    rows: "（上一条语句的结果）",
  },
  buttons: {
    person: "按人员",
    month: "按月",
    before: "上一时间段",
    compare: "与上一时间段对比",
    again: "我能问什么？",
  },
  unknown: {
    title: "这个问题我答不了",
    noMetric: "我没有在其中找到可以统计的内容。",
    notUnderstood: (p) =>
      `我不认识“${p.words}”：它既不是我能统计的说法，也不是您权限内的名称。我宁可不回答，也不只答一半。`,
    noDimension: (p) => `“${p.metric}”没有“${p.dimension}”这个维度。它有：${p.known}。`,
    twoDimensions: "我一次只按一个维度拆分。请先问一个，再说“那按……呢”。",
    orderAlone: "最多或最少的是什么？请说明按人员、按来源、按月等。",
    otherPeriod: "我只把一个时间段与它的前一个对比，请说明是哪一段，例如“本月”。",
    tooMany: "一次回答放不下这么多周或月，请缩短时间段。",
    slow: "统计用时太久。请缩短时间段或减少人员。",
    tooManyRows: (p) => `超过 ${p.max} 条记录，请缩小范围。`,
    tooLong: (p) => `一个问题最多 ${p.max} 个字符。`,
    ambiguous: (p) => `有多个人叫${p.name}，您指的是哪一位？`,
    choice: (p) => `${p.name}（${p.team}）`,
    nearest: "您可以问：",
  },
  guide: {
    title: "您可以这样问数据",
    body: "用您自己的话说：一个指标，需要的话加上按什么、谁的、什么时候。“上季度各来源赢单率”、“谁的在跟商机最多”、“那按月呢”",
    limits: "我只根据您权限内的记录回答，并给出样本、定义和查询语句。销售只看得到自己的。",
    metrics: "指标",
    dimensions: (p) => `可以按这些拆分或筛选：${p.list}。`,
    periods:
      "时间段：上季度、本月、3月以来、近90天、2026年三季度；与前一段对比：“比上个月怎么样”。",
  },
  examples: {
    rep: ["我的在跟商机按阶段", "我今年的赢单率", "我的逾期行动"],
    manager: ["上季度各来源赢单率", "谁的在跟商机最多", "每个月的成交金额"],
  },
  example: (p) => p.metric.replace(/（.*）/, ""),
  leaving: (p) =>
    `我自己读不懂的数据问题，会按您写的原文发给 ${p.endpoint} 的 ${p.model}，由它改写成查询。任何记录和答案都不会发出去。`,
};
