import type { lark as english } from "../en/lark.ts";

export const lark: typeof english = {
  choose: "请选择",
  sendFile: "请直接把文件发到这个聊天里。",
  cut: "内容较长，已作精简。需要其余部分可以直接问我。",
  working: "我还在处理，结果稍后发给您。",
  done: "已完成。",
  checkForm: "请再检查一下表单。",
  fileFailed: "这个文件我没有读到，请重新发送（最大 30 MB）。",
};
