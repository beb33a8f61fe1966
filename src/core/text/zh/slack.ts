// 只有 Slack 才需要在卡片之外说的话（中文）。
import type { slack as english } from "../en/slack.ts";

export const slack: typeof english = {
  fillIn: "填写…",
  close: "关闭",
  working: "仍在处理……",
  done: "已完成。",
  leftOut: "……内容较多，Slack 的一条消息显示不下。",
  noButtons: "Slack 无法显示按钮。请直接输入您的需求，或输入“帮助”。",
  answeredInDm: "我在私信里回复您了。",
  expired: "Slack 等待超时，请再按一次按钮。",
  cannotOpen: "这个表单已无法打开，请重新发起。",
  fileTooBig: (p) => `文件太大：上限为 ${p.megabytes} MB。`,
  fileUnreadable: "我没能从 Slack 取到这个文件，请重试。",
  fileLate: "Slack 读取文件较慢，请再提交一次。",
  formInDm: "Slack 等待超时，没能打开表单，我已把它发到您的私信里。",
  voiceHeld: "这段语音我没有听：只有在您同意后我才会听。请先在私信里同意，再发一次。",
  emptyHome: "目前没有等您处理的事。您可以在“消息”标签页给我写信。",
  leftOutHome: "……内容较多，这里显示不下。请在“消息”标签页问我。",
};
