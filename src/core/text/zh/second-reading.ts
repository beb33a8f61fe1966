// A model's reading beside ours, on the card of an update, in Chinese.
import type { secondReading as english } from "../en/second-reading.ts";

export const secondReading: typeof english = {
  waiting: (p) => `${p.model} 也在读这句话，读完后本卡片会更新一次。`,
  silent: (p) => `${p.model} 没有给出可用的结果，以下只是我们的理解。`,
  nothingOpen: (p) => `${p.model} 也读了，没有补充。`,
  agreed: "  ✓ 两边一致",
  title: (p) => `${p.model} 的理解有不同，请选择：`,
  differs: (p) => `${p.field}：我们读作${p.ours}，${p.model} 读作${p.theirs}`,
  onlyModel: (p) => `${p.field}：只有 ${p.model} 读出${p.theirs}`,
  leftOut: "没有选择的内容不会写入。",
  leftOutMore: "没有选择的内容不会写入，其余字段请点“修改……”。",
  choose: (p) => `${p.field}：${p.value}`,
  offer: (p) => `让 ${p.model} 也读一遍`,
  offerConfirm: (p) =>
    `今后您更新商机时说的话、当天日期和您的时区会发给 ${p.endpoint}（${p.model}）。理解不一致的地方由您选择。您可以随时在“隐私”里撤回。`,
};
