// 下一步行动：为客户做什么、何时做、为什么（中文）。
import { byName } from "../../by-name.ts";
import type { actions as english } from "../en/actions.ts";

type Props = Record<string, string | number>;

const pages: Record<string, string> = byName({
  product: "产品页",
  pricing: "价格页",
  cases: "客户案例",
  docs: "产品文档",
});
const page = (props: Props): string => {
  const name = String(props.page ?? "");
  if (!name) return "网页";
  return pages[name] ?? `“${name}”页面`;
};
const dwell = ({ dwellSeconds }: Props): string => {
  const seconds = Number(dwellSeconds ?? 0);
  if (seconds <= 0) return "";
  return seconds < 90
    ? `，停留 ${Math.round(seconds)} 秒`
    : `，停留 ${Math.round(seconds / 60)} 分钟`;
};
const files: Record<string, string> = byName({
  whitepaper: "白皮书",
  brochure: "宣传册",
  quote: "报价单",
  case: "客户案例",
  contract: "合同",
});
const file = ({ kind }: Props): string => files[String(kind ?? "")] ?? "文件";

const touches: Record<string, (props: Props) => string> = byName({
  "page.view": (p) => `浏览了${page(p)}${dwell(p)}`,
  "page.leave": (p) => `离开了${page(p)}${dwell(p)}`,
  "file.download": (p) => `下载了${file(p)}`,
  "file.open": (p) => `打开了${file(p)}`,
  "video.play": () => "开始看视频",
  "video.progress": (p) => `看了${p.video ? `“${p.video}”` : "视频"}的 ${p.percent ?? "一部分"}%`,
  "email.open": () => "打开了邮件",
  "email.click": () => "点了邮件里的链接",
  "email.reply": () => "回复了邮件",
  "email.sent": () => "收到了我们的邮件",
  "email.bounce": () => "邮件被退回",
  "email.unsubscribe": () => "退订了邮件",
  "form.start": () => "开始填表单",
  "form.submit": () => "提交了表单",
  "meeting.booked": () => "约了会议",
  "meeting.held": () => "与我们开了会",
  "meeting.cancelled": () => "取消了会议",
  "meeting.missed": () => "没有来开会",
  "call.made": () => "与我们通了电话",
  "call.received": () => "打来了电话",
  "call.missed": () => "打来电话，没有人接",
  "ticket.opened": () => "提交了服务工单",
  "ticket.updated": () => "服务工单有更新",
  "ticket.solved": () => "服务工单已解决",
  "survey.score": (p) => `在调查中打了 ${p.score ?? "分"}`,
  "product.feature.used": (p) => `用了${p.feature ? `“${p.feature}”` : "一项功能"}`,
  "product.login": () => "登录了产品",
  "deal.stage.changed": () => "商机换了阶段",
  "message.sent": () => "收到了我们的消息",
  "message.received": () => "发来了消息",
  "note.added": () => "记了一条备注",
});

export const actions: typeof english = {
  touches,
  otherTouch: (p) => p.type,
  names: {
    call: (p) => `致电 ${p.customer}`,
    email: (p) => `给 ${p.customer} 写邮件`,
    message: (p) => `给 ${p.customer} 发消息`,
    meeting: (p) => `约 ${p.customer} 开会`,
    "book-meeting": (p) => `约 ${p.customer} 开会`,
    "follow-up": (p) => `为 ${p.customer} 定跟进计划`,
    "follow-up-plan": (p) => `为 ${p.customer} 定跟进计划`,
    plan: (p) => `为 ${p.customer} 定跟进计划`,
    "send-case": (p) => `给 ${p.customer} 发客户案例`,
    "send-quote": (p) => `给 ${p.customer} 发报价单`,
    visit: (p) => `拜访 ${p.customer}`,
    "check-in": (p) => `回访 ${p.customer}`,
    rescue: (p) => `挽回 ${p.customer}`,
  },
  otherName: (p) => `${p.customer}：${p.action.replace(/[-_]/g, " ")}`,
  summary: (p) => (p.by ? `${p.by} 前${p.what}：${p.why}` : `${p.what}：${p.why}`),
  states: {
    open: "待办",
    done: "已完成",
    snoozed: "稍后",
    useless: "没有用",
    expired: "已失效",
  },
  by: "截止",
  until: "再次提醒",
  closed: "关闭时间",
  expired: {
    overdue: "逾期一周仍没有人处理。",
    withdrawn: "迟到的数据表明当时不必行动。",
    worse: "已由更新的卡片代替。",
  },
  why: "为什么是现在：客户的行为",
  earlier: (p) => `更早的 ${p.count} 次行为`,
  say: "可以这样说",
  sayWhen: (p) => `出自话术库：${p.when}`,
  sources: {
    web: "网站",
    collector: "网站",
    segment: "网站",
    mailchimp: "Mailchimp",
    mandrill: "Mandrill",
    hubspot: "HubSpot",
    salesforce: "Salesforce",
    zendesk: "Zendesk",
    vimeo: "Vimeo",
    ga4: "Google Analytics",
    calendly: "Calendly",
    calendar: "日历",
    product: "产品",
    chat: "聊天",
    file: "文件",
  },
  stands: {
    owner_left: (p) => `该客户原由${p.name}负责，${p.name}已离开。`,
    owner_away: (p) => `该客户由${p.name}负责，${p.name}目前不在。`,
    nobody: () => "该客户还没有负责人。",
    rule: () => "规则指定由您处理。",
  },
  buttons: {
    done: "完成",
    hour: "1 小时后",
    tomorrow: "明天",
    pick: "改天…",
    draft: "改草稿",
    useless: "没有用",
    customer: "看客户",
    undo: "撤销",
    show: (p) => `打开第 ${p.number} 条`,
  },
  task: {
    add: "加到我的任务",
    asked: "正在加到您的任务。",
    there: "已经在您的任务里，或正在添加。",
    stands: "也在您的任务里：在那边勾选完成，这里也算完成；反过来也一样。",
    failed: {
      title: (p: { what: string }) => `没能加到您的任务：${p.what}`,
      why: byName<(p: Props) => string>({
        "tasks.no-permission": (p: Props) =>
          `应用没有写任务的权限。请联系管理员为应用开通 ${p.scopes} 并发布版本，然后再按一次。`,
        "tasks.nowhere": () => "您与我对话的地方没有个人任务列表。",
      }),
      otherwise: (_p: Props) => "任务列表没有收下。行动仍在这里；再按一次按钮即可重试。",
    },
  },
  askCustomer: (p) => `客户 ${p.customer}`,
  doneToast: "已完成，十分钟内可以撤销。",
  undone: "已重新打开。",
  tooLate: "关闭已超过十分钟，不能撤销。",
  closedBefore: "这条已经关闭。",
  snoozedToast: (p) => `${p.at} 再提醒您。`,
  snooze: {
    title: (p) => `什么时候再提醒您联系 ${p.customer}？`,
    day: "日期（当天早上）",
    submit: "到时提醒",
    bad: "请选择明天起 30 天内的日期。",
  },
  useless: {
    title: (p) => `没有用：${p.customer}`,
    why: "原因是什么？大多没有用的规则会被停用。",
    note: "补充说明（选填）",
    submit: "没有用",
    toast: "谢谢，规则会据此评估。",
  },
  uselessReasons: {
    known_already: "我已经在跟进",
    wrong_moment: "时机不对",
    wrong_person: "不该由我处理",
    not_interested: "客户没有兴趣",
    not_a_sign: "这些行为说明不了什么",
  },
  draft: {
    title: "可复制的草稿",
    formTitle: (p) => `给 ${p.customer} 的草稿`,
    field: "使用客户的语言，可从这里复制",
    submit: "保存",
    saved: "已保存。",
    empty: "请写点内容，或保留原来的草稿。",
    own: "（用您自己的话）",
    message: (p) => `${p.name ? `${p.name}，您好！` : "您好！"}\n\n${p.line}\n\n祝好\n${p.sender}`,
    plan: (p) =>
      `1. 今天：打电话。“${p.first}”\n2. 两个工作日后：发消息。“${p.second}”\n3. 五个工作日后：请对方给出决定，或定下答复的日期。`,
  },
  mine: "我的行动",
  none: "目前没有需要为客户做的事。客户的行为需要您跟进时，这里会自动提醒。",
  columns: { action: "行动", by: "截止", why: "原因" },
  more: (p) => `…还有 ${p.count} 条。`,
  waiting: (p) => {
    const late = p.late > 0 ? `，其中 ${p.late} 条逾期` : "";
    const later = p.later > 0 ? `，另有 ${p.later} 条稍后处理` : "";
    return `${p.count} 条待办${late}${later}。`;
  },
  overdue: {
    title: (p) => `${p.name}逾期未办：${p.what}`,
    summary: (p) => `${p.name}逾期未办：${p.what}`,
    due: "原定截止",
    hint: "此事只提醒您一次。",
  },
  flood: {
    title: (p) => `规则“${p.rule}”触发得太频繁`,
    summary: (p) => `规则“${p.rule}”触发得太频繁，今天不再生成行动。`,
    body: (p) =>
      `一天内触发了 ${p.count} 次，超出了团队能处理的数量。在触发变少之前不再生成行动，命中仍会统计。请把规则收紧，或将其关闭。`,
  },
};
