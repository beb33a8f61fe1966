// 各处共用的词（中文）。
import type { common as english } from "../en/common.ts";

export const common: typeof english = {
  cancel: "取消",
  confirm: "确认",
  send: "发送",
  unknown: "未知",
  noData: "暂无数据",
  ringside: "Ringside",
  fileNotSent: (p) =>
    `文件 ${p.name} 没能发到这里。请告知 Ringside 的管理员：应用可能缺少文件权限。`,
  comma: "，",
};
