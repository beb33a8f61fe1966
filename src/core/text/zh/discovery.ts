// 行为说明了什么：什么与赢单相伴、异常的路径、正在流失的客户，中文。
type Shares = { won: number; of: number; percent: string };

export const discovery = {
  running: "正在查看客户做过的事",
  read: (p: { count: string }) => `已读 ${p.count} 次行为`,
  failed: "没能看完您的历史数据",
  failedBody: "我试了好几次。请再问一次；如果还是不行，请告诉管理员。",
  thenWithin: (p: { first: string; second: string; days: number }) =>
    `${p.first}，之后 ${p.days} 天内${p.second}`,
  beginning: "开始",
  noStage: "任意",
  findings: {
    title: "行为说明了什么",
    summary: "从您自己的商机看，什么与赢单相伴",
    subtitle: (p: { deals: number; won: number }) =>
      `比较了 ${p.deals} 个已有结果的商机，赢单 ${p.won} 个`,
    verdict: {
      found: (p: { count: number; tested: number }) =>
        `看了 ${p.tested} 种行为，其中 ${p.count} 种与结果的关系超出了偶然。`,
      nothing: (p: { tested: number }) =>
        `看了 ${p.tested} 种行为，没有一种与结果的关系超出偶然。这也是一个结论。`,
      thin: "可以比较的商机太少：需要 40 个有结果的商机，赢单、丢单各不少于 10 个，并且记录了它们最初的行为。",
      one_class: "可以比较的商机结果全都一样，没有可比的对象。",
    },
    winning: "与赢单相伴",
    losing: "与丢单相伴",
    line: (p: { having: Shares; others: Shares }) =>
      `有此行为的 ${p.having.of} 个中赢了 ${p.having.won} 个（${p.having.percent}%），没有的 ${p.others.of} 个中赢了 ${p.others.won} 个（${p.others.percent}%）。`,
    odds: (p: { value: string; low: string; high: string; q: string }) =>
      `赢单几率是 ${p.value} 倍（95% 区间 ${p.low} 到 ${p.high}）；偶然造成的可能：q ${p.q}。`,
    busy: "在同样活跃的客户之间，这个差别不再确定：也许只是因为他们什么都做得更多。",
    chart: "赢单比例（%）",
    with: "有此行为",
    without: "没有",
    alt: (p: { what: string; with: string; without: string }) =>
      `${p.what}：有此行为的赢单 ${p.with}%，没有的 ${p.without}%`,
    inSegment: (p: { segment: string; what: string }) => `${p.what}（${p.segment}）`,
    makeRule: (p: { number: number }) => `把 ${p.number} 做成规则`,
    more: "怎样比较的",
    method: (p: { days: number }) =>
      `每个商机看同样的天数：从建立前两周到建立后 ${p.days} 天；只比较那时还没有结果的商机，免得拖得久的商机单凭行为多就显得好。`,
    leftOut: (p: { early: number; young: number; overlapping: number; before: number }) =>
      `未计入：更早就有结果的 ${p.early} 个，太新的 ${p.young} 个，同一客户的日子已经算过的 ${p.overlapping} 个，开始记录行为之前的 ${p.before} 个。`,
    caution:
      "这里说的是什么一起出现，不是什么带来赢单。由此做成的规则，启用之前会先用您的历史数据试一遍。",
    segments: (p: { list: string }) => `各细分的赢单：${p.list}。`,
    segment: (p: { name: string; won: number; of: number }) => `${p.name} ${p.of} 个中 ${p.won} 个`,
  },
  path: {
    ofWhom: "哪个客户？请说“路径”加上名字。",
    noDeal: (p: { name: string }) => `${p.name}没有进行中的商机，没有路径可看。`,
    noOpening: (p: { name: string }) =>
      `${p.name}的商机没有记录创建日期，路径没有起点。请在 CRM 里补上创建日期，或重新导入。`,
    heading: "异常的路径",
    none: "您团队进行中的商机，没有一个走得反常。",
    open: (p: { number: number }) => `路径 ${p.number}`,
    title: (p: { customer: string }) => `${p.customer}的路径`,
    summary: (p: { customer: string }) => `${p.customer}走的路是否寻常`,
    thin: "有行为记录的已结束商机太少，说不出什么算寻常：需要 50 个。",
    short: "客户做的事还太少，看不出是否寻常：至少要四步。",
    unusual: (p: { stage: string; percent: string; bits: string; usual: string }) =>
      `在“${p.stage}”阶段不寻常：每 100 段八步的路径里，只有 ${p.percent} 段这样出人意料（每步 ${p.bits} 比特；通常 ${p.usual}）。`,
    usual: (p: { stage: string; percent: string; bits: string; usual: string }) =>
      `在“${p.stage}”阶段属于寻常：每 100 段八步的路径里，有 ${p.percent} 段同样或更加出人意料（每步 ${p.bits} 比特；通常 ${p.usual}）。`,
    surprise: (p: { did: string; chance: string; expected: string; likely: string }) =>
      `${p.did}（此处每 100 次只有 ${p.chance} 次），而通常接下来是：${p.expected}（每 100 次有 ${p.likely} 次）。`,
    skipped: (p: { times: number; kind: string }) =>
      `有 ${p.times} 次最可能的下一步是“${p.kind}”，却一直没有发生。`,
    chart: "最近几步出人意料的程度（比特）：1 相当于抛一次硬币，5 是 32 次里的一次",
    step: (p: { number: number }) => `第 ${p.number} 步`,
    bits: "比特",
    usualLine: "通常",
    steps: "每一步，从早到晚",
    learnt: (p: { steps: string; order: number }) =>
      `从已结束商机的 ${p.steps} 步中学得，往回看 ${p.order} 步。不寻常不等于不好：先看看，再决定。`,
  },
  slipping: {
    heading: "正在流失",
    none: "您的客户里，没有谁沉默得异常久。",
    listTitle: "谁正在流失",
    listLine: (p: { silent: string; usual: string }) =>
      `已沉默 ${p.silent} 天，通常 ${p.usual} 天来一次`,
    title: (p: { customer: string }) => `${p.customer}没有动静了`,
    summary: (p: { customer: string; days: string }) =>
      `${p.customer}已沉默 ${p.days} 天，请趁早联系`,
    why: (p: { silent: string; usual: string; percent: string }) =>
      `已经 ${p.silent} 天没有动静；平时大约每 ${p.usual} 天来一次。每 100 次沉默里只有 ${p.percent} 次这么久。`,
    unhappy: "而且客户对服务不满意：有工单未解决，或者最近的评分很低。",
    chart: "两次来访之间的天数；最后一根是到现在为止的沉默",
    gap: (p: { number: number }) => `${p.number}`,
    now: "现在",
    days: "天",
    record: (p: { lost: Shares; kept: Shares }) =>
      `在您的历史数据上，这个提醒点到了后来丢单的 ${p.lost.of} 个中的 ${p.lost.won} 个（${p.lost.percent}%），也点到了后来赢单的 ${p.kept.of} 个中的 ${p.kept.won} 个（${p.kept.percent}%）。`,
    noRecord: "历史还太少，说不出这个提醒有多准。",
    states: {
      acknowledged: "您正在跟进",
      snoozed: "已推迟",
      useless: "没有用",
      over: "已结束",
    },
    until: "再次提醒",
    over: { came_back: "客户回来了。", decided: "商机已有结果。", moved: "商机已由别人负责。" },
    buttons: {
      acknowledge: "我来跟进",
      tomorrow: "明天",
      week: "一周后",
      useless: "没有用",
      customer: "客户",
    },
    acknowledged: "好的。这一次沉默我不再问您。",
    snoozed: (p: { at: string }) => `我会在 ${p.at}再提醒您。`,
    useless: "记下了。这个商机 60 天内我不再提醒。",
    closed: "这件事已经处理过了。",
    manager: {
      title: (p: { name: string; customer: string }) => `${p.name}的${p.customer}正在流失`,
      summary: (p: { name: string; customer: string }) =>
        `${p.name}的${p.customer}沉默已久，还没有人跟进`,
      hint: (p: { name: string; days: string }) =>
        `${p.name}在 ${p.days} 天前已收到提醒。这一次沉默只告诉您这一遍。`,
    },
  },
};
