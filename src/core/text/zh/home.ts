// 一个人的主页：一眼能看到的内容（中文）。
import type { home as english } from "../en/home.ts";

export const home: typeof english = {
  title: (p) => `${p.name}，您的今日概览`,
  summary: "今天有哪些事等您处理",
  leads: "我的线索",
  leadCounts: (p) => `${p.waiting} 条等您处理，${p.accepted} 条已接受。`,
  noLeads: "现在没有线索，有新线索时会自动发到这里。",
  columns: { lead: "线索", state: "状态", since: "时间" },
  more: (p) => `……还有 ${p.count} 条，发送“我的线索”查看。`,
  actions: "我的待办",
  answerBy: (p) => `请处理 ${p.customer}，截止 `,
  answerSince: (p) => `请处理 ${p.customer}，等待时间从 `,
  left: (p) =>
    p.minutes >= 120 ? `还剩 ${Math.floor(p.minutes / 60)} 小时` : `还剩 ${p.minutes} 分钟`,
  overdue: "已逾期",
  noActions: "没有到期的事项。",
  practice: "我的演练",
  playbooks: (p) => `中文剧本：${p.verticals}。`,
  noPlaybooks: "这里还没有中文剧本。",
  team: "我的团队",
  teamColumns: { rep: "销售", accepted: "已接受", waiting: "未处理" },
  noTeam: "还没有人向您汇报。发送“添加人员”可以添加。",
  moreReps: (p) => `……还有 ${p.count} 位销售。`,
  unassigned: (p) => `有 ${p.count} 条线索没有负责人。`,
  longest: (p) => `等待最久：${p.customer}，分配给 ${p.name}，从 `,
  imports: "数据导入",
  importLine: (p) => `${p.kind}：${p.state}，`,
  importStates: {
    preview: "等您确认",
    running: "进行中",
    done: "已完成",
    failed: "失败",
    cancelled: "已取消",
  },
  noImports: "还没有导入过数据，把 CSV 文件拖到这里即可开始。",
  contributor: "这里没有等您处理的事。发送“隐私”可以查看保存了您的哪些信息。",
  people: "人员",
  peopleCounts: (p) =>
    `销售 ${p.reps} 人，主管 ${p.managers} 人，协作者 ${p.contributors} 人，管理员 ${p.operators} 人。`,
};
