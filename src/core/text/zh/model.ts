// What leaves for a chat model, in Chinese.
import type { model as english } from "../en/model.ts";

export const model: typeof english = {
  none: "没有连接聊天模型：您在演练中说的话不会离开这台机器。",
  customer: (p) =>
    `如果您同意，演练时场景、您和客户说的话以及客户的情绪会发给 ${p.endpoint}（${p.model}），由它来组织客户的回答。`,
  judge: (p) =>
    `如果您同意，演练结束后对话和评分项会发给 ${p.endpoint}，给出与得分并排显示的第二意见。`,
  updates: (p) =>
    `如果您同意，您更新商机时说的话、当天日期和您的时区会发给 ${p.endpoint}（${p.model}），由它和我们各读一遍。理解不一致的地方由您选择。`,
  never:
    "您的姓名、得分和客户档案不会发送；您自己在演练中说出的、以及您同意发送的更新里写的内容会。",
};
