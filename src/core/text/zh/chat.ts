import type { chat as english } from "../en/chat.ts";

export const chat: typeof english = {
  help: {
    title: "我能做什么",
    summary: "Ringside 能为您做什么",
    greeting: (p) => `${p.name}，您好，我是您的场边助手。`,
    rep: "新线索会带着分配理由发到这里。您也可以直接问我：",
    manager: "线索卡住时我会告诉您。您也可以直接问我：",
    contributor: "您可以问我：",
    operator: "您可以问我：",
    examples: {
      my_leads: "我的线索",
      why: "为什么 华信",
      new_lead: "新线索：王丽，华信精密，wang@huaxin.example，需要 20 个账号",
      team_leads: "团队线索",
      add_person: "添加人员",
      privacy: "隐私",
      language: "English",
      help: "帮助",
    },
    about: {
      my_leads: "您名下的线索和待处理的事",
      why: "这条线索为什么归您，逐项数字",
      new_lead: "录入您自己找到的线索",
      team_leads: "团队所有未结线索",
      add_person: "把同事加入团队",
      privacy: "查看和修改您的授权",
      language: "改用英文",
      help: "显示这份清单",
    },
    drop: "把 CSV 文件拖到这里，就能导入您自己的数据。",
  },
  unknown: {
    title: "这句话我没有听懂",
    body: "您是想说下面哪一项？",
  },
  failed: {
    title: "我这边出错了",
    body: "没有改动任何数据。管理员可以用下面的编号在日志里查到原因。您可以再试一次。",
    toast: "我这边出错了，没有改动任何数据。",
  },
  stranger:
    "我还不认识您，请让主管用您在这里的邮箱把您加入团队。 / I do not know you yet. Ask your manager to add you with the e-mail address you use here.",
  gone: "这项内容已不存在，或不属于您。",
  forbidden: "您没有这个权限，可以请主管操作。",
  busy: "我还在处理这件事。",
  later: "有个外部服务没有响应，我会继续尝试并告诉您结果。",
  tooLong: (p) => `内容太长，一条消息最多 ${p.max} 个字符，请用文件发送。`,
  empty: "收到的是一条空消息。",
  languageSet: "好的，以后我用中文和您交流。",
  notSure: {
    title: "我不确定上一条消息是否送达",
    body: (p) =>
      `标题是「${p.title}」。为了不重复打扰，我没有再发一次。发送「我的线索」可以查看最新情况。`,
  },
};
