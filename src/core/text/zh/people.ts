// 人员、同意与隐私（中文）。
import type { people as english } from "../en/people.ts";

export const people: typeof english = {
  add: {
    title: "添加团队成员",
    name: "姓名",
    email: "在飞书或 Slack 使用的邮箱",
    role: "角色",
    roles: { rep: "销售", manager: "主管", contributor: "协作者" },
    language: "语言",
    languages: { en: "English", zh: "中文" },
    timeZone: "时区",
    territories: "负责区域（用逗号分隔，留空表示不限）",
    capacity: "同时跟进的线索和商机上限",
    firstDay: "入职第一天",
    firstDayHint: "这一天会收到客户、演练和搭档。不是新人就留空。",
    submit: "添加",
    added: (p) => `已添加 ${p.name}。`,
    nameless: "请填写姓名。",
    badEmail: "邮箱格式不正确。",
    taken: "这个邮箱已有同事在使用。",
    badZone: "请填写时区，例如 Asia/Shanghai 或 Europe/London。",
    badCapacity: "请填写 0 到 10000 的整数。",
  },
  purposes: {
    practice: "保存我的演练记录和得分",
    calls: "分析我发来的通话录音和文字稿",
    practice_in_fit: "分配线索时参考我的演练结果",
    drills: "把我看过的回答用作同事的练习",
    buddy: "让新人知道可以来问我（做搭档）",
    voice: "把我的语音转成文字",
    practice_model: "让已连接的聊天模型扮演演练客户，并给出第二意见",
    update_model: "让已连接的聊天模型也读我的商机更新",
  },
};
