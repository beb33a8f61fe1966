// The values a person's question may name: only what lies within their own reach, so that a name tells nothing.
import { openStages } from "../strategy/claim.ts";
import type { Dimension } from "./dimensions.ts";

/** One value: as it is stored or, for people and teams, their id; and everything it is called. */
export type Named = { dimension: Dimension; value: string; names: readonly string[] };

/** What a question can name, and what an answer calls it. */
export type Vocabulary = { named: readonly Named[] };

/** What common values are also called. They count only where the company's own records have the value. */
const synonyms: Partial<Record<Dimension, Record<string, readonly string[]>>> = {
  industry: {
    medical: ["healthcare", "health care", "医疗", "医疗行业"],
    manufacturing: ["manufacturers", "制造", "制造业"],
    finance: ["financial", "banking", "金融", "金融业", "金融行业"],
    retail: ["零售", "零售业"],
    software: ["软件", "软件业"],
    education: ["教育", "教育行业"],
    logistics: ["物流", "物流业"],
  },
  source: {
    referral: ["referrals", "转介绍", "推荐"],
    event: ["events", "trade fairs", "展会", "活动"],
    website: ["web site", "官网", "网站"],
    advertising: ["ads", "adverts", "广告"],
    outbound: ["cold calls", "主动开发", "陌拜"],
    partner: ["partners", "合作伙伴", "伙伴"],
  },
  segment: {
    small: ["small accounts", "small customers", "小客户", "小型客户", "小型"],
    mid: ["mid-size", "medium", "mid-size accounts", "medium accounts", "中型客户", "中型"],
    large: ["large accounts", "large customers", "big accounts", "大客户", "大型客户", "大型"],
  },
  country: {
    CN: ["china", "中国"],
    GB: ["britain", "great britain", "united kingdom", "the UK", "英国"],
    US: ["united states", "america", "the US", "USA", "美国"],
    DE: ["germany", "德国"],
    FR: ["france", "法国"],
    JP: ["japan", "日本"],
    SG: ["singapore", "新加坡"],
  },
  stage: {
    new: ["new stage", "stage new", "新建阶段"],
    contacted: ["contacted stage", "stage contacted", "已联系阶段"],
    qualified: ["qualified stage", "stage qualified", "已确认阶段"],
    proposal: ["proposal", "proposal stage", "报价阶段", "方案阶段"],
    negotiation: ["negotiation", "negotiation stage", "谈判", "谈判阶段"],
  },
  kind: {
    "page.view": ["page views", "网页浏览"],
    "form.submit": ["forms sent", "表单提交"],
    "file.download": ["downloads", "下载"],
  },
};

/** What the records call things, within somebody's reach. */
export type Known = {
  people: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
  values: readonly { dimension: Dimension; value: string }[];
};

const fixed: [Dimension, readonly string[]][] = [
  ["stage", openStages],
  ["kind", ["page.view", "form.submit", "file.download"]],
];

/** The vocabulary of one asker. */
export function toVocabulary({ people, teams, values }: Known): Vocabulary {
  return {
    named: [
      ...namedPeople(people),
      ...teams.map(({ id, name }) => named("team", id, [name])),
      ...values.map(({ dimension, value }) => named(dimension, value)),
      ...fixed.flatMap(([dimension, all]) => all.map((value) => named(dimension, value))),
    ],
  };
}

/** One value with its own name and what else it is called. */
function named(dimension: Dimension, value: string, names: readonly string[] = []): Named {
  const isPlain = !["stage", "kind", "person", "team"].includes(dimension);
  const also = synonyms[dimension]?.[value] ?? synonyms[dimension]?.[value.toLowerCase()] ?? [];
  return { dimension, value, names: [...(isPlain ? [value] : []), ...names, ...also] };
}

/** A person's full name, and the part of it colleagues use, where that is theirs alone. */
function namedPeople(people: readonly { id: string; name: string }[]): Named[] {
  const shorts = people.map(({ name }) => shortName(name));
  return people.map(({ id, name }, index) => {
    const short = shorts[index];
    const isOnly = shorts.filter((one) => one === short).length === 1;
    return named("person", id, short && isOnly && short !== name ? [name, short] : [name]);
  });
}

/** "Ana" of "Ana Ferreira", 思远 of 陈思远. */
function shortName(name: string): string | undefined {
  if (/^\p{Script=Han}{3}$/u.test(name)) return name.slice(1);
  const [first = ""] = name.split(/\s+/);
  return first.length > 1 ? first : undefined;
}
