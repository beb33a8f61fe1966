// Headers as keys: "Deal Stage", "deal_stage" and "dealStage" are one.
import type { ImportField } from "../../../core/importing/fields.ts";
import type { ImportKind } from "../../../core/importing/model.ts";
import { synonyms } from "./synonyms.ts";

/** A header without case, spaces, marks and what stands in brackets. */
function normalHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[([【].*?[)\]】]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

export type HeaderMatch = {
  field: ImportField;
  column: string;
  isId: boolean;
  /** Of several columns for one field the lowest is meant: "Lead Source" before "Lead Origin". */
  rank: number;
};

/** Finds for each column the field its name stands for; the fields of a kind in the order of its synonyms. */
export function matchHeaders(kind: ImportKind, header: readonly string[]): HeaderMatch[] {
  const known = indexOf(kind);
  return header.flatMap((column) => {
    const key = normalHeader(column);
    const bare = key.replace(/^(associated|primary|related|关联)/, "");
    const found = known.get(key) ?? known.get(bare) ?? known.get(bare.replace(ownWords[kind], ""));
    return found ? [{ ...found, column, isId: isIdName(key) }] : [];
  });
}

/** The kinds that a file's name speaks of. */
export function kindsOfName(name: string): ImportKind[] {
  const key = normalHeader(name.replace(/\.[a-z0-9]+$/i, ""));
  return (Object.keys(nameWords) as ImportKind[]).filter((kind) => nameWords[kind].test(key));
}

function indexOf(kind: ImportKind): Map<string, { field: ImportField; rank: number }> {
  const index = new Map<string, { field: ImportField; rank: number }>();
  for (const [field, words] of Object.entries(synonyms[kind])) {
    for (const [rank, word] of words.split(" ").entries()) {
      if (!index.has(word)) index.set(word, { field: field as ImportField, rank });
    }
  }
  return index;
}

function isIdName(key: string): boolean {
  return /(id|code|no|sku|编号|编码)$/.test(key);
}

/** "Lead Status" in a file of leads is its status. */
const ownWords: Record<ImportKind, RegExp> = {
  accounts: /^(account|company|customer|client|客户|公司|企业)/,
  contacts: /^(contact|person|联系人)/,
  people: /^(sales|agent|rep|employee|user|staff|员工|销售)/,
  products: /^(product|item|产品|商品)/,
  leads: /^(lead|prospect|contact|customer|线索|客户)/,
  deals: /^(deal|opportunity|opp|商机|项目)/,
  touches: /^(event|touch|activity|事件|行为)/,
};

const nameWords: Record<ImportKind, RegExp> = {
  accounts: /account|compan|customer|client|organi[sz]ation|客户(?!联系)|公司|企业/,
  contacts: /contact|联系人/,
  people:
    /people|person|team|agent|rep(s|resentative)|staff|employee|user|member|员工|销售人员|团队|成员/,
  products: /product|item|catalog|price|产品|商品|价目/,
  leads: /lead|prospect|inquir|enquir|线索|潜客|询盘/,
  deals: /deal|opportunit|pipeline|商机|订单|项目|销售机会/,
  touches: /touch|event|activit|behaviou?r|visit|click|行为|事件|轨迹/,
};
