// 线索与分配（中文）。
import { byName } from "../../by-name.ts";
import type { leads as english } from "../en/leads.ts";
import type { Format } from "../format.ts";

type Params = Record<string, string | number>;
type Sentence = (params: Params, format: Format) => string;

const industry = (params: Params): string => {
  const name = String(params.industry ?? "");
  return industries[name] ?? name;
};

const industries: Record<string, string> = byName({
  finance: "金融",
  manufacturing: "制造",
  medical: "医疗器械",
});

const factors: Record<string, string> = byName({
  won_deals: "成交记录",
  profile: "相似客户",
  behaviour: "行为轨迹",
  communication: "沟通质量",
  usage: "产品使用",
  service: "服务反馈",
  skill: "销售技能",
  industry: "行业经验",
  budget: "预算信号",
  load: "可用精力",
  speed: "首次联系",
});

const reasons: Record<string, Sentence> = byName({
  won_deals: (p) =>
    `${p.industry ? `${industry(p)}行业` : "同类商机"}您结案 ${p.deals} 单，赢单 ${p.won} 单（团队赢单率 ${p.team} %）`,
  won_deals_team: (p) =>
    `团队在${p.industry ? `${industry(p)}行业` : "同类商机"}的赢单率是 ${p.team} %，您还没有结案记录`,
  profile: (p, f) => `与您 ${f.day(Number(p.at))} 赢下的“${p.account}”相似度 ${p.similarity} %`,
  behaviour: (p) =>
    `行为与您 ${p.wins} 次赢单前的客户相似：30 天内${touches[String(p.touch)] ?? p.touch} ${p.times} 次`,
  behaviour_step: (p) =>
    `行为与您 ${p.wins} 次赢单前的客户相似：先${touched(p.touch)}，再${touched(p.next)}（${p.times} 次）`,
  communication: (p) =>
    `您的 ${p.sent} 次联系中客户回应了 ${p.answered} 次（团队回应率 ${p.team} %）${tone(p)}`,
  communication_customer: (p) =>
    `这位客户回应了您 ${p.sent} 次联系中的 ${p.answered} 次（团队回应率 ${p.team} %）${tone(p)}`,
  communication_team: (p) => `团队的客户回应率是 ${p.team} %，您还没有沟通记录`,
  usage: (p) =>
    `客户${depths[String(p.depth)] ?? p.depth}：这类客户您结案 ${p.deals} 单，赢单 ${p.won} 单（团队赢单率 ${p.team} %）`,
  service: (p) =>
    `客户${standings[String(p.standing)] ?? p.standing}：这类客户您结案 ${p.deals} 单，赢单 ${p.won} 单（团队赢单率 ${p.team} %）`,
  skill: (p) => `您公开的 ${p.checks} 项检查通过了 ${p.passed} 项（团队通过率 ${p.team} %）`,
  budget: (p) =>
    `预算${signals[String(p.signal)] ?? p.signal}${p.source ? `（来源：${p.source}）` : ""}：同类商机您结案 ${p.deals} 单，赢单 ${p.won} 单（团队赢单率 ${p.team} %）`,
  industry_declared: (p) => `${industry(p)}是您的擅长行业`,
  industry_deals: (p) => `您在${industry(p)}行业结案过 ${p.deals} 单`,
  load: (p) => `手上有 ${p.open} 个，上限 ${p.capacity} 个`,
  speed: (p) => `您通常 ${p.hours} 小时内联系新客户（${p.contacts} 次的中位数）`,
  no_data: () => "暂无数据",
});

const tone = (p: Params): string =>
  p.tone === undefined ? "" : `，语气得分 ${p.tone}（满分 100）`;
const touched = (kind: string | number | undefined): string =>
  touches[String(kind)] ?? String(kind);

const depths: Record<string, string> = byName({
  light: "偶尔使用产品",
  regular: "经常使用产品",
  deep: "深度使用产品",
});
const standings: Record<string, string> = byName({
  content: "对服务满意",
  calm: "对服务没有明显好恶",
  unhappy: "对服务不满，或有未解决的工单",
});
const signals: Record<string, string> = byName({
  verified: "已核实",
  stated: "客户自述",
  inferred: "从询价行为推断",
  absent: "客户表示没有",
});

const blocks: Record<string, Sentence> = byName({
  declined: () => "之前退回过这条线索",
  absent: (p, f) => `休假至 ${f.day(Number(p.until))}`,
  territory: (p) => `不负责 ${p.territory} 区域`,
  language: (p) => `不使用客户的语言（${p.language}）`,
  licence: (p) => `没有${industry(p)}行业的资质`,
  batch_full: () => "最后一个名额给了同批的另一条线索",
  full: (p) => `已满（${p.open}/${p.capacity}）`,
  just_back: () => "刚休假回来，已分到两条新线索",
});

const touches: Record<string, string> = byName({
  "page.view": "浏览页面",
  "page.view:pricing": "浏览价格页",
  "page.view:product": "浏览产品页",
  "page.view:cases": "阅读案例",
  "page.view:docs": "阅读文档",
  "file.download:whitepaper": "下载白皮书",
  "file.download:brochure": "下载宣传册",
  "file.download:quote": "下载报价单",
  "page.leave:pricing": "离开价格页",
  "page.leave": "离开页面",
  "file.download": "下载资料",
  "video.progress": "观看视频",
  "email.open": "打开邮件",
  "email.click": "点击邮件链接",
  "form.submit": "提交表单",
  "meeting.booked": "预约会议",
  "meeting.held": "参加会议",
  "ticket.opened": "提交工单",
  "ticket.solved": "工单解决",
  "survey.score": "填写调研",
  "product.feature.used": "使用产品功能",
});

export const leads: typeof english = {
  industries,
  factors,
  reasons,
  blocks,
  newForYou: (p) => `分给您的新线索 · 匹配度 ${p.fit}（满分 100）`,
  inBatch: (p) => `匹配度第 ${p.rank}：同时分配 ${p.batch} 条线索时，这样分对整个团队最合适。`,
  assignedBy: (p) => `由 ${p.name} 指派 · 匹配度第 ${p.rank} 名`,
  summary: (p) => `新线索：${p.customer}，请接受或退回。`,
  whyYou: "为什么是您",
  customerSays: "客户需求",
  heatStrip: "各因素得分（0 到 100）",
  addsUp: "匹配度怎么算出来的",
  columns: { factor: "因素", value: "得分", weight: "权重", points: "贡献" },
  total: "匹配度",
  neutral: (p) => `${p.value}（暂无数据，按中性计）`,
  source: "来源",
  sources: {
    website: "官网",
    event: "市场活动",
    referral: "转介绍",
    partner: "合作伙伴",
    advertising: "广告",
    outbound: "主动开发",
  },
  budget: "预算",
  territory: "区域",
  contact: "联系人",
  account: "公司",
  industryLabel: "行业",
  size: "员工人数",
  email: "邮箱",
  phone: "电话",
  need: "需求",
  arrived: "到达时间",
  owner: "负责人",
  similarWin: "相似赢单",
  nextInLine: {
    none: "没有其他符合条件的同事。",
    level: "下一位匹配度相同，而您近期分到的线索较少。",
    very_close: "下一位与您非常接近。",
    close: "下一位与您比较接近。",
    clear: "您明显领先。",
    behind: "有同事的匹配度更高。",
  },
  flip: (p) => `什么会改变结果：您的“${p.factor}”如果是 ${p.to} 而不是 ${p.from}。`,
  asSeenBy: (p) => `${p.name} 看到的卡片`,
  accept: "接受",
  decline: "退回",
  practise: "演练这位客户",
  giveBack: "交还线索",
  whyNot: "为什么不是……？",
  details: "详情",
  acceptedToast: "归您了，祝顺利！",
  alreadyYours: "这条线索已经是您的了。",
  noLongerOffered: "这条线索已不再分配给您。",
  acceptedSubtitle: (p) => `您的线索 · 匹配度 ${p.fit}（满分 100）`,
  declinedSubtitle: "您已退回",
  givenBackSubtitle: "您已交还",
  withdrawnSubtitle: "已不再分配给您",
  declineTitle: (p) => `退回 ${p.customer}`,
  declineWhy: "原因是什么？线索会转给下一位，原因会帮助改进匹配。",
  declineNote: "补充说明（选填）",
  declineSubmit: "退回",
  declineReasons: {
    busy: "现在没有时间跟进",
    not_mine: "属于其他同事",
    conflict: "存在利益冲突",
    wrong_fit: "我不适合跟进这个客户",
    not_a_lead: "不是真实线索",
  },
  declinedToast: "已记录，转给下一位同事。",
  passedOn: "已转给下一位同事。",
  whyNotTitle: "为什么不是某位同事？",
  whyNotWho: "同事",
  whyNotSubmit: "查看",
  whyNotAnswer: (p) => `${p.customer}：为什么不是 ${p.name}`,
  whyNotBands: {
    blocked: (p) => `${p.name} 不能接这条线索（区域、语言、容量等硬性限制）。`,
    level: (p) => `${p.name} 与分到的同事匹配度相同。`,
    very_close: (p) => `${p.name} 非常接近（差距 3 分以内）。`,
    close: (p) => `${p.name} 比较接近（差距 10 分以内）。`,
    clear: (p) => `${p.name} 落后 10 分以上。`,
    behind: (p) => `${p.name} 匹配度更高，但主管另有安排。`,
  },
  whyNotBlocked: (p) => `${p.name}：${p.why}。`,
  whyNotCompared: (p) => `${p.name} 得 ${p.theirs} 分，分到的同事得 ${p.fit} 分。`,
  bandsOnly: "同事只显示区间，具体分数只有本人可见。",
  mine: "我的线索",
  none: "您现在没有线索，有新线索时会自动发到这里。",
  listColumns: { lead: "线索", fit: "匹配度", state: "状态", since: "时间", rep: "销售" },
  states: {
    new: "未分配",
    offered: "等您处理",
    offered_to: "待接受",
    accepted: "已接受",
    converted: "已转商机",
    lost: "已丢失",
    pool: "公海",
  },
  more: (p) => `……还有 ${p.count} 条。`,
  team: "团队线索",
  teamNone: "您的团队没有未结线索。",
  unassigned: {
    title: (p) => `没有人能接 ${p.customer}`,
    summary: (p) => `线索 ${p.customer} 没有人能接，请指派。`,
    subtitle: "所有销售都受硬性限制",
    noReps: "还没有在职销售，请先添加人员。",
    give: "指派给……",
    again: "重试",
    tried: "正在重新分配。",
    solved: (p) => `已分配给 ${p.name}。`,
  },
  giveTitle: (p) => `把 ${p.customer} 指派给……`,
  giveWho: "销售",
  giveReason: "原因（对方能看到）",
  giveSubmit: "指派",
  given: (p) => `已指派给 ${p.name}。`,
  takenAway: (p) => `${p.name} 已把这条线索指派给其他人。`,
  notFound: (p) => `没有找到您名下叫“${p.name}”的线索。发送“我的线索”可以查看全部。`,
  which: (p) => `您指的是哪一个“${p.name}”？`,
  noAssignment: (p) => `${p.name} 不是按匹配度分配的，没有可解释的内容。`,
  newLead: {
    title: "新线索",
    name: "联系人",
    company: "公司",
    email: "邮箱",
    phone: "电话",
    need: "需求",
    submit: "保存",
    nameless: "请填写联系人或公司。",
    badEmail: "邮箱格式不正确。",
    invalid: "这项内容无法保存，请改短或更正。",
    saved: (p) => `${p.customer} 已保存，归您跟进。`,
    savedForTeam: (p) => `${p.customer} 已保存，会分给最匹配的销售。`,
    check: "请核对我理解的内容，然后保存。",
  },
};
