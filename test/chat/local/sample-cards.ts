// Cards as the product will send them, and one that tries to break out of every text position.
import {
  type Block,
  type Card,
  emph,
  type Field,
  type FormBlock,
  strong,
  text,
} from "../../../src/core/card.ts";
import type { Language } from "../../../src/core/model.ts";

export const at = Date.UTC(2026, 10, 22, 9, 30);

/** Words in either language. */
const say = (language: Language) => (en: string, zh: string) => (language === "zh" ? zh : en);

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

export function allFields(language: Language): Field[] {
  const t = say(language);
  const options = ["new", "proposal", "negotiation"].map((value, i) => ({
    value,
    label: t(["New", "Proposal", "Negotiation"][i] ?? "", ["新建", "报价", "谈判"][i] ?? ""),
  }));
  return [
    {
      kind: "text",
      name: "step",
      label: t("Next step", "下一步"),
      value: t("Send the revised quote", "发修订报价"),
      required: true,
    },
    {
      kind: "number",
      name: "amount",
      label: t("Amount", "金额"),
      hint: t("In euros, the total on the table", "以元为单位，填写总额"),
      required: true,
    },
    { kind: "select", name: "stage", label: t("Stage", "阶段"), options, value: "proposal" },
    {
      kind: "date",
      name: "by",
      label: t("Answer expected by", "预计答复日期"),
      value: "2026-12-02",
    },
    {
      kind: "person",
      name: "owner",
      label: t("Owner", "负责人"),
      options: [{ value: "per_ana", label: "Ana Ruiz" }],
    },
    {
      kind: "multiselect",
      name: "objections",
      label: t("Objections heard", "客户的顾虑"),
      options: ["price", "timing", "risk"].map((value, i) => ({
        value,
        label: t(["Price", "Timing", "Risk"][i] ?? "", ["价格", "时机", "风险"][i] ?? ""),
      })),
      value: ["price"],
    },
    {
      kind: "multiline",
      name: "note",
      label: t("In their words", "客户原话"),
      hint: t("As they said it", "请保留原话"),
    },
    { kind: "file", name: "proof", label: t("Evidence", "凭证"), accept: ".pdf,image/*" },
  ];
}

export function formBlock(language: Language): FormBlock {
  const t = say(language);
  return {
    t: "form",
    id: "stage",
    fields: allFields(language),
    submit: { id: "save", label: t("Save", "保存"), ref: "form-save" },
    others: [{ id: "preview", label: t("Preview", "预览"), ref: "form-preview" }],
    cancel: { id: "cancel", label: t("Cancel", "取消"), ref: "form-cancel" },
  };
}

export function formCard(language: Language): Card {
  const t = say(language);
  return {
    key: "form-1",
    title: t("Update: Betasoloin", "更新商机：贝塔索林"),
    subtitle: t("Replaces the weekly pipeline report", "填完即可免写商机周报"),
    tone: "warn",
    tags: [t("2 fields missing", "缺 2 项")],
    summary: t("Two fields are missing", "还缺两项信息"),
    blocks: [
      { t: "progress", label: t("Contract kept", "数据完整度"), ratio: 0.72 },
      formBlock(language),
    ],
  };
}

export function chartsCard(language: Language): Card {
  const t = say(language);
  const skills = [
    t("Opening", "开场"),
    t("Discovery", "需求挖掘"),
    t("Objections", "异议处理"),
    t("Price", "价格谈判"),
    t("Closing", "成交推进"),
    t("Compliance", "合规表达"),
  ];
  const regions = [t("North", "华北"), t("East", "华东"), t("South", "华南"), t("West", "西部")];
  const months = t("Jun Jul Aug Sep Oct Nov", "6月 7月 8月 9月 10月 11月").split(" ");
  const blocks: Block[] = [
    {
      t: "chart",
      chart: "bar",
      labels: skills,
      series: [{ name: "x", values: [72, 64, 81, 44, 58, 90] }],
      max: 100,
      alt: skills.map((s, i) => `${s} ${[72, 64, 81, 44, 58, 90][i]}`).join(", "),
    },
    { t: "divider" },
    {
      t: "chart",
      chart: "bar",
      labels: regions,
      series: [
        { name: t("This month", "本月"), values: [12, 19, 7, 11] },
        { name: t("Last month", "上月"), values: [10, 14, 9, 8] },
      ],
      alt: t(
        "This month 12, 19, 7, 11; last month 10, 14, 9, 8",
        "本月 12、19、7、11；上月 10、14、9、8",
      ),
    },
    {
      t: "chart",
      chart: "line",
      labels: months,
      series: [{ name: t("Win rate", "赢率"), values: [18, 21, 20, 24, 27, 31] }],
      alt: t("Win rate from 18 to 31 %", "赢率从 18% 升至 31%"),
    },
    {
      t: "chart",
      chart: "pie",
      labels: regions,
      series: [{ name: "x", values: [42, 28, 18, 12] }],
      alt: t("North 42, East 28, South 18, West 12", "华北 42，华东 28，华南 18，西部 12"),
    },
    {
      t: "chart",
      chart: "radar",
      labels: skills,
      series: [
        { name: t("Now", "现在"), values: [72, 64, 81, 44, 58, 90] },
        { name: t("A month ago", "一个月前"), values: [60, 58, 62, 40, 55, 85] },
      ],
      max: 100,
      alt: t("Objections rose from 62 to 81", "异议处理从 62 升至 81"),
    },
    {
      t: "chart",
      chart: "heatmap",
      labels: [
        t("E-mail", "邮箱"),
        t("Title", "职位"),
        t("Budget", "预算"),
        t("Next step", "下一步"),
        t("Fresh", "时效"),
      ],
      series: regions.map((name, r) => ({
        name,
        values: [98, 83, 61, 44, 72].map((v) => Math.max(0, v - r * 9)),
      })),
      max: 100,
      alt: t("Health by region and field", "各区域各字段的数据健康度"),
    },
  ];
  return {
    key: "charts-1",
    title: t("Team skills and data health", "团队技能与数据健康"),
    tone: "info",
    summary: t("The month in pictures", "本月图览"),
    blocks,
  };
}

export const evil = `<img src=x onerror="alert(1)">'"&</script><script>alert(2)</script>`;

/** Every text position holds markup. */
export function evilCard(): Card {
  const inline = [text(evil), strong(evil), emph(evil), { t: "code" as const, text: evil }];
  return {
    key: evil,
    title: evil,
    subtitle: evil,
    tone: "bad",
    tags: [evil],
    summary: evil,
    blocks: [
      {
        t: "text",
        text: [
          ...inline,
          { t: "person", id: evil, name: evil },
          { t: "date", at, style: "both", text: evil },
        ],
      },
      {
        t: "text",
        text: [
          { t: "link", text: evil, url: "javascript:alert(1)" },
          { t: "link", text: evil, url: `https://example.com/"><script>alert(3)</script>` },
        ],
      },
      { t: "fields", items: [{ label: evil, value: inline }] },
      { t: "table", columns: [evil], rows: [[inline]] },
      ...(["bar", "line", "pie", "radar", "heatmap"] as const).map(
        (chart): Block => ({
          t: "chart",
          chart,
          labels: [evil, "b", "c"],
          series: [
            { name: evil, values: [1, 2, 3] },
            { name: "two", values: [1, 2, 3] },
          ],
          alt: evil,
        }),
      ),
      {
        t: "chart",
        chart: "bar",
        labels: [evil],
        series: [{ name: evil, values: [1] }],
        alt: evil,
      },
      { t: "progress", label: evil, ratio: 2 },
      { t: "image", image: { asset: `../${evil}` }, alt: evil },
      {
        t: "actions",
        actions: [
          { id: evil, label: evil, ref: evil, confirm: evil },
          { label: evil, url: "data:text/html,<script>alert(4)</script>" },
        ],
      },
      {
        t: "form",
        id: evil,
        fields: [
          ...allFields("en").map(
            (field): Field => ({ ...field, name: evil, label: evil, hint: evil, error: evil }),
          ),
          { kind: "select", name: "s", label: evil, options: [{ value: evil, label: evil }] },
          { kind: "multiselect", name: "m", label: evil, options: [{ value: evil, label: evil }] },
          { kind: "text", name: "t", label: evil, value: evil },
          { kind: "multiline", name: "u", label: evil, value: `</textarea>${evil}` },
        ],
        submit: { id: "s", label: evil, ref: evil },
      },
      { t: "more", title: evil, blocks: [{ t: "context", text: inline }] },
    ],
  };
}
