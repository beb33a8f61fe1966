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
    submit: "添加",
    added: (p) => `已添加 ${p.name}。`,
    nameless: "请填写姓名。",
    badEmail: "邮箱格式不正确。",
    taken: "这个邮箱已有同事在使用。",
    badZone: "请填写时区，例如 Asia/Shanghai 或 Europe/London。",
    badCapacity: "请填写 0 到 10000 的整数。",
  },
  privacy: {
    title: "您的隐私",
    summary: "您同意过的事项",
    intro: "未经您同意，以下内容一律不保存。您可以随时改变决定。",
    yes: (p) => `${p.day} 同意`,
    no: "未同意",
    agree: (p) => `同意：${p.purpose}`,
    withdraw: (p) => `撤回：${p.purpose}`,
    granted: "谢谢，您可以随时撤回。",
    withdrawn: "已撤回，不再保存相关内容。",
    model: "发送给外部模型的内容：无，目前没有连接模型。",
    speech: (p) =>
      `发送到外部的内容：您同意之后，语音会发送到 ${p.endpoint} 转成文字。除此之外没有，也没有连接其他模型。`,
  },
  purposes: {
    practice: "保存我的演练记录和得分",
    calls: "分析我发来的通话录音和文字稿",
    practice_in_fit: "分配线索时参考我的演练结果",
    voice: "把我的语音转成文字",
  },
};
