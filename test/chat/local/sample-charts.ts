// A card with a chart of every kind.
import type { Block, Card } from "../../../src/core/card.ts";
import type { Language } from "../../../src/core/model.ts";
import { say } from "./sample-cards.ts";

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
