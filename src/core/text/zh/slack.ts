import type { slack as english } from "../en/slack.ts";

export const slack: typeof english = {
  fillIn: "填写…",
  close: "关闭",
  leftOut: "……内容较多，Slack 的一条消息显示不下。",
  noButtons: "Slack 无法显示按钮。请直接输入您的需求，或输入“帮助”。",
  answeredInDm: "我在私信里回复您了。",
  expired: "Slack 等待超时，请再按一次按钮。",
  cannotOpen: "这个表单已无法打开，请重新发起。",
  fileTooBig: (p) => `文件太大：上限为 ${p.megabytes} MB。`,
  fileUnreadable: "我没能从 Slack 取到这个文件，请重试。",
  fileLate: "Slack 读取文件较慢，请再提交一次。",
  home: {
    title: "Ringside",
    intro: "我随时为您助力。请在“消息”标签页给我写信，或点击下面的按钮：",
    commands: ["我的线索", "新线索", "帮助"],
  },
};
