// 营业执照照片（中文）。
import type { Texts } from "../en.ts";

export const licences: Texts["licences"] = {
  ask: "这是营业执照吗？",
  where: (p) =>
    `您确认后，照片会发送到 ${p.endpoint}，抄录名称、信用代码等内容。随后照片在这里删除；您看过之前不会写入任何内容。`,
  read: "识别",
  drop: "删除",
  deleted: "照片已删除。",
  reading: "正在识别营业执照……",
  off: "可以从照片识别营业执照，但这里没有接入识图模型（由管理员设置 VISION_BASE_URL）。照片已删除；您也可以用“核验”输入代码。",
  pdf: "营业执照只能从图片识别，不支持 PDF。请发送照片或截图；文件已删除。",
  tooBig: (p) => `照片太大，上限是 ${p.megabytes} MB。已删除，请发送小一些的。`,
  failures: {
    silent: "识图服务没有应答。照片已删除，请重新发送。",
    refused:
      "识图服务没有接受这张照片。照片已删除；管理员可以检查 VISION_API_KEY 和 VISION_MODEL。",
    unread: "这张照片无法识别。已删除，请从正上方拍一张清晰的。",
    other: "看起来不是营业执照。照片已删除。",
    lost: "照片已经不在了，请重新发送。",
  },
  title: "营业执照识别结果",
  doubtful: "已识别营业执照，但信用代码不成立",
  unread: "无法识别",
  compare: "信用代码不会写入：请与执照原件逐字核对。",
  how: "由模型从照片识别，可能有误，请与原件核对。照片已在这里删除。",
  fields: {
    name: "名称",
    creditCode: "信用代码",
    legalRepresentative: "法定代表人",
    address: "住所",
    capital: "注册资本",
    established: "成立日期",
  },
  leaves: (p) => `您发来的照片，在您点击“识别”后会发送到 ${p.endpoint}，用于抄录营业执照。`,
};
