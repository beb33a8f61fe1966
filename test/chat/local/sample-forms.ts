// A form with a field of every kind.
import type { Card, Field, FormBlock } from "../../../src/core/card.ts";
import type { Language } from "../../../src/core/model.ts";
import { say } from "./sample-cards.ts";

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
