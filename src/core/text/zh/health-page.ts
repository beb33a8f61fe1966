// 数据健康实时页面（中文）。
import type { Texts } from "../en.ts";

export const healthPage: Texts["healthPage"] = {
  button: "实时页面",
  link: (p) => `实时页面只供您本人查看：${p.hours} 小时内有效，仅限首次打开的浏览器。`,
  noAddress: "实时页面需要公网地址（由管理员设置 PUBLIC_URL）。",
  heading: "数据健康",
  forReader: (p) => `${p.reader}专用，有效期至 ${p.until}`,
  measured: (p) => `统计时间：${p.when}。本页每 ${p.seconds} 秒更新一次。`,
  open: "在此打开",
  openNote:
    "此链接只在一个浏览器中有效：就是您现在打开的这个。聊天中预览链接的程序看不到任何内容。",
  nights: "每晚的合约达标率",
  nightsNone: "还没有夜间统计。",
  metrics: "全部指标",
  fields: "按字段",
  people: "按人员",
  teams: "按团队",
  regions: "按区域",
  columns: {
    name: "名称",
    now: "现在",
    before: "一周前或更早",
    fix: "待修正",
    total: "数值",
    night: "日期",
  },
  empty: "还没有可以统计的进行中商机、线索或客户。",
  titles: {
    expired: "链接已过期",
    tampered: "链接无效",
    elsewhere: "链接已在其他浏览器中打开",
    lost: "您已无权查看此页面",
    busy: "打开得太频繁",
  },
  todo: {
    expired: "请在聊天中发送“数据健康”，卡片上有新的链接。",
    tampered: "可能复制时不完整，或属于另一套 Ringside。请在聊天中发送“数据健康”。",
    elsewhere: "链接只在首次打开的浏览器中有效。请在聊天中发送“数据健康”获取您自己的链接。",
    lost: "此页面供管理者查看。",
    busy: "请稍等一分钟再刷新。",
  },
};
