// 权重：查看、调整、回测与学习（中文）。
import type { Texts } from "../en.ts";

export const weights: Texts["weights"] = {
  title: "分配时看什么",
  version: (p) => `第 ${p.number} 版 · ${p.author} · ${p.day}`,
  ringside: "Ringside",
  columns: ["因素", "权重", "看什么"],
  explain:
    "匹配度是每个因素（0 到 100）乘以权重后相加，权重合计 100。区域、语言、资质、缺勤和承接上限是单独的硬性限制。发送“为什么 客户名”可逐项查看。",
  about: {
    won_deals: "该销售跟进同类商机的战绩",
    profile: "与该销售赢下的客户有多像",
    behaviour: "客户的行为与该销售赢单前的行为有多像",
    communication: "该销售与客户沟通得如何",
    usage: "客户使用产品有多深",
    service: "工单与满意度",
    skill: "这类客户需要的、已共享的能力",
    industry: "该销售在这个行业的经验",
    budget: "预算信号及其可靠程度",
    load: "该销售还有多少空位",
    speed: "该销售首次联系客户有多快",
  },
  change: {
    open: "调整…",
    again: "再调整…",
    title: "调整权重",
    about: (p) => `每项 0 到 ${p.highest}，系统会按比例换算为合计 100。发布之前不会生效。`,
    submit: "预览",
    outside: "请填 0 到 100 之间的数字。",
    allZero: "全部为 0 就分不出高下了，请至少给一个因素权重。",
  },
  preview: {
    title: "权重预览",
    same: "与当前生效的权重相同。",
    noLeads: "还没有分配过线索，无从试算。",
    moves: (p) => `最近 ${p.leads} 条线索中有 ${p.count} 条会分给别人`,
    columns: ["线索", "原来", "改为"],
    others: (p) => `其中 ${p.count} 条属于其他团队`,
    fairness: "公平度（Jain 指数，1 为完全均衡）",
    wins: "预期赢单",
    winsLine: (p) => `${p.before} → ${p.after}（差值的 95% 区间：${p.low} 至 ${p.high}）`,
    noWins: "尚不可知：分配这些线索时还没有已关闭的商机",
    how: "每条线索都按当天的因素和限制，分别用当前权重和您的权重单独重新判定。预期赢单按该销售在同类商机上的赢单率计算。其他线索改派带来的负载变化不计在内。",
    publish: "发布…",
  },
  publish: {
    title: "发布权重",
    reason: "原因",
    needed: "请用一句话说明原因，历史记录里会显示。",
    submit: "发布",
    done: (p) => `权重第 ${p.number} 版已生效`,
    after: "此后所有团队的线索都按这一版分配。想恢复之前的版本，发送“权重”，再点“历史版本”。",
    clashTitle: "期间有人改过权重",
    clash: (p) => `${p.author} 发布了第 ${p.number} 版（“${p.reason}”）：${p.changes}。`,
    clashMine: (p) =>
      p.changes === ""
        ? "与您的相同，无需再发布。"
        : `若发布您的版本，将在其基础上改动：${p.changes}。`,
    theirs: "在对方版本上调整…",
    mine: "仍发布我的…",
  },
  segments: {
    open: "按客户类型设置…",
    title: "某类客户的权重",
    about: "这类客户的线索将按它们自己的权重分配。",
    which: "客户类型",
    preset: "以此为起点",
    presets: {
      balanced: "均衡（系统初始权重）",
      large: "大单：看经验与相似度",
      fast: "快单：看空闲与速度",
      existing: "老客户：看使用与服务",
    },
    none: "还没有客户标注类型。请先导入带客户类型的客户资料。",
    titled: (p) => `${p.title} · ${p.segment}`,
    own: (p) => `单独设置了权重：${p.segments}`,
    show: (p) => p.segment,
    end: "恢复为通用权重",
    endConfirm: "这类客户的线索恢复按通用权重分配？",
    ended: "这类客户的线索已恢复按通用权重分配",
  },
  history: {
    open: "历史版本",
    title: "权重的全部版本",
    columns: ["版本", "时间", "作者", "原因", "改动"],
    first: "第一版",
    same: "无",
    back: (p) => `恢复第 ${p.number} 版`,
    confirm: (p) => `让第 ${p.number} 版重新生效？`,
    reason: (p) => `恢复第 ${p.number} 版`,
    done: (p) => `第 ${p.number} 版已重新生效，编号为第 ${p.published} 版`,
  },
  learning: {
    title: "结果表明权重可以调整",
    why: (p) =>
      `从 ${p.learntFrom} 个结果和 ${p.disputes} 次异议中学到，并尽量贴近当前权重。在未参与学习的后续 ${p.judgedOn} 个结果上预测更准：每条线索的对数损失减少 ${p.value}（95% 区间 ${p.low} 至 ${p.high}）。`,
    caution: "您不发布就不会生效。与赢单相伴的未必是赢单的原因，请先看看哪些线索会改派给谁。",
    preview: "查看预览",
    dismiss: "不采纳",
    dismissed: "已不采纳，权重保持不变。",
    over: "这项已经有决定了。",
  },
  verdicts: {
    gain_above_zero: (p) =>
      `有证据：知道由谁跟进，比只看线索本身更能预测赢单。每条线索的对数损失减少 ${p.value}（95% 区间 ${p.low} 至 ${p.high}）。这说的是预测；按它分配能否多赢单，请看策略部分的数字。`,
    gain_not_above_zero: (p) =>
      `没有证据：知道由谁跟进，并不比只看线索本身更能预测赢单。每条线索的对数损失减少 ${p.value}（95% 区间 ${p.low} 至 ${p.high}），区间不在 0 以上。`,
    too_few: () =>
      "没有证据：有负责人、有日期且已有结果的线索不足 200 条。请导入更多历史，或等待更多结果。",
    one_outcome: () =>
      "没有证据：所有已有结果的线索结局相同，无从区分赢单与输单。请检查映射中结果列的取值。",
    one_rep: () => "没有证据：所有已有结果的线索都由同一人跟进，没有可比较的人。",
    no_later_part: () => "没有证据：按时间切分后，其中一段的赢单或输单不足十条。需要更长的历史。",
  },
};
