import type { common as english } from "../en/common.ts";

export const common: typeof english = {
  cancel: "取消",
  confirm: "确认",
  send: "发送",
  unknown: "未知",
  noData: "暂无数据",
  ringside: "Ringside",
  comma: "，",
};
