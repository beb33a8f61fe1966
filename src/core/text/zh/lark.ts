// 只有飞书才需要说的话（中文）。
import type { lark as english } from "../en/lark.ts";

export const lark: typeof english = {
  choose: "请选择",
  sendFile: "请直接把文件发到这个聊天里。",
  cut: "内容较长，已作精简。需要其余部分可以直接问我。",
  working: "我还在处理，结果稍后发给您。",
  task: "打开 Ringside",
  done: "已完成。",
  checkForm: "请再检查一下表单。",
  renewed: "之前那张卡片已无法更新，这里重新发一张，请以这张为准。",
  group: {
    hello:
      "大家好，我是 Ringside，每一位销售的场边助手。在群里 @我，我会在私聊里回复您：线索、客户和演练只有您自己看得到。",
    answered: "我已在私聊里回复您。",
  },
  voice: {
    held: "您的语音消息我还没有听",
    how: (p) =>
      `没有本人的同意，我不会收取任何人的语音。请发送“隐私”并同意“${p.purpose}”，然后点击下面的按钮；也可以直接打字告诉我。`,
    listen: "我已同意，现在就听",
    notAgreed: "您还没有同意。发送“隐私”即可授权。",
    listening: "谢谢，我这就听。",
  },
  fileFailed: "这个文件我没有读到，请重新发送（最大 30 MB）。",
};
