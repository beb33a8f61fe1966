// Cards as the product sends them.
import { type Card, emph, strong, text } from "../../../src/core/card.ts";
import type { Language } from "../../../src/core/model.ts";

export const at = Date.UTC(2026, 10, 22, 9, 30);

/** Words in either language. */
export const say = (language: Language) => (en: string, zh: string) =>
  language === "zh" ? zh : en;

export function assignmentCard(language: Language): Card {
  const t = say(language);
  const factors = [
    t("Won-deal match", "赢单匹配"),
    t("Profile", "客户画像"),
    t("Behaviour", "近期行为"),
    t("Communication", "沟通质量"),
    t("Industry", "行业"),
    t("Budget", "预算信号"),
    t("Skill", "技能"),
    t("Load", "当前负荷"),
    t("Speed", "跟进速度"),
  ];
  const values = [92, 88, 74, 61, 100, 55, 67, 40, 83];
  return {
    key: "lead-1",
    title: t("Betasoloin is yours", "贝塔索林归你跟进"),
    subtitle: t(
      "Medical devices · Munich · new lead from the trade fair",
      "医疗器械 · 上海 · 展会新线索",
    ),
    tone: "good",
    tags: [t("New lead", "新线索"), t("Fit 78.40", "匹配度 78.40")],
    summary: t("New lead: answer by 14:30", "新线索：14:30 前回复"),
    blocks: [
      {
        t: "text",
        text: [
          text(t("They looked at the quote page ", "他们三天内")),
          strong(t("4 times in 3 days", "看了 4 次报价页")),
          text(t(" and are ", "，与你")),
          { t: "date", at: Date.UTC(2026, 9, 12, 8), style: "day", text: "12 Oct" },
          text(t(" – ", "赢下的 Ganjaflex ")),
          strong(t("92 % like Ganjaflex", "相似度 92%")),
          text(t(", which you won. Next in line: ", "。下一位候选：")),
          { t: "person", id: "per_bo", name: t("Bo Lindqvist", "陈博") },
          text(t(".", "。")),
        ],
      },
      {
        t: "chart",
        chart: "heatmap",
        labels: factors,
        series: [{ name: t("Fit", "匹配"), values }],
        max: 100,
        alt: factors.map((name, i) => `${name} ${values[i]}`).join(t(", ", "、")),
      },
      {
        t: "fields",
        items: [
          {
            label: t("Contact", "联系人"),
            value: [text(t("Dr. Eva Brandt, purchasing", "王建国，采购总监"))],
          },
          { label: t("Need", "需求"), value: [text(t("12 bedside monitors", "12 台床旁监护仪"))] },
          {
            label: t("Budget", "预算"),
            value: [text(t("€ 180,000, estimated", "¥140万（估算）"))],
          },
          {
            label: t("Answer by", "请在此前回复"),
            value: [{ t: "date", at: at + 5 * 3_600_000, style: "both", text: "today 14:30" }],
          },
        ],
      },
      {
        t: "more",
        title: t("How the fit adds up", "匹配度如何得出"),
        blocks: [
          {
            t: "table",
            columns: [
              t("Factor", "因素"),
              t("Weight", "权重"),
              t("Value", "取值"),
              t("Points", "得分"),
              t("Evidence", "依据"),
            ],
            rows: factors.map((name, i) => [
              [text(name)],
              [text("12")],
              [text(`${values[i]} %`)],
              [strong(((12 * (values[i] ?? 0)) / 100).toFixed(2))],
              [text(t("7 of 9 similar deals won since March", "三月以来 9 个相似商机赢下 7 个"))],
            ]),
            numeric: [1, 2, 3],
          },
        ],
      },
      {
        t: "actions",
        actions: [
          { id: "accept", label: t("Accept", "接受"), ref: "accept-1", style: "primary" },
          { id: "why", label: t("Why not Bo?", "为什么不是陈博？"), ref: "why-1" },
          { label: t("Details", "查看详情"), url: "https://example.com/leads/1" },
          {
            id: "decline",
            label: t("Decline", "拒绝"),
            ref: "decline-1",
            style: "danger",
            confirm: t(
              "Give this lead back? Bo is next in line.",
              "确定退回这条线索吗？下一位是陈博。",
            ),
          },
        ],
      },
      {
        t: "context",
        text: [
          emph(
            t(
              "Weights v7, published by Mira on 3 November",
              "权重第 7 版，由 Mira 于 11 月 3 日发布",
            ),
          ),
        ],
      },
    ],
  };
}
